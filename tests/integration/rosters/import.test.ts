import { expect, it } from 'vitest';
import type { Fact } from '#lib/domain/facts/index.ts';
import { subscribe } from '#lib/server/facts/index.ts';
import * as people from '#lib/server/people/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import { csv, district, heading, identityNumber, line, mobileNumber, recorded, workbook } from './files.ts';

async function imported(act: Act, file: rosters.RosterFile) {
  const report = await rosters.stageImport(act, file);
  expect(report.issues).toEqual([]);
  return rosters.commitImport(act, report.batchId ?? '');
}

function heard({ db }: World): Fact[] {
  const facts: Fact[] = [];
  for (const kind of ['postChanged', 'classChanged', 'cardReported'] as const) {
    subscribe(db, kind, async (_act, fact) => void facts.push(fact));
  }
  return facts;
}

onBothEngines('people import', (engine) => {
  it('brings the same people in from csv, xlsx and xls', async () => {
    const world = await engine.world();
    const { district: act, office } = await district(world);
    await imported(act, csv([line(1, { department: '普法科', title: '科长' })]));
    await imported(act, workbook([line(2, { unit: '江滨区/市监局' })], 'xlsx'));
    await imported(act, workbook([line(3, { classes: '领导班子；行政执法人员' })], 'biff8'));
    const { people: found, total } = await people.listPeople(act, {
      q: '',
      sort: 'name',
      direction: 'asc',
      page: 1,
      pageSize: 20,
    });
    expect(total).toBe(3);
    expect(found.map((one) => [one.name, one.unitName, one.classes.join()])).toEqual([
      ['学员1', '普法科', '科级干部'],
      ['学员2', '市监局', '科级干部'],
      ['学员3', '司法局', '领导班子,行政执法人员'],
    ]);
    const [line1] = await people.roster(world.db, { unitId: office, day: '2026-03-02' });
    expect(line1).toMatchObject({ name: '学员1', unitId: office, isLeadership: false });
  });

  it('stores identity number and mobile as ciphertext and shows them masked', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const cells = line(7);
    cells[2] = mobileNumber(7);
    await imported(act, csv([cells]));
    const row = await world.db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(identityNumber(7));
    expect(JSON.stringify(row)).not.toContain(mobileNumber(7));
    expect(row.identity_cipher).toMatch(/^a1\.[0-9a-f]{8}:/);
    const staged = await world.db.selectFrom('import_row').select('payload_cipher').execute();
    expect(staged).toEqual([{ payload_cipher: null }]);
    const view = await people.viewPerson(act, row.id);
    expect(view.identity).toBe(`440***********${identityNumber(7).slice(-4)}`);
    expect(view.mobile).toBe('138****0007');
    expect(await people.findByMobile(world.db, mobileNumber(7))).toEqual({ id: row.id, name: '学员7' });
  });

  it('names every error by row, column, problem and suggestion, and then writes nothing', async () => {
    const world = await engine.world();
    const { ofBureau } = await district(world);
    const wrong = line(1);
    wrong[1] = `${identityNumber(1).slice(0, 17)}${identityNumber(1).endsWith('1') ? '2' : '1'}`;
    const keyless = line(5);
    keyless[1] = '';
    const file = csv([
      wrong,
      line(2, { unit: '市监局' }),
      line(3, { classes: '科级;骑士' }),
      line(4),
      line(4),
      keyless,
    ]);
    const report = await rosters.stageImport(ofBureau, file);
    expect(report.batchId).toBeNull();
    expect(report.issues.map((one) => [one.row, one.column, one.problem])).toEqual([
      [2, '身份证号', '身份证号校验码不符，可能有一位写错。'],
      [3, '单位', '在您管理的范围内没有单位“市监局”。'],
      [4, '人员类别', '没有人员类别“骑士”。'],
      [6, '身份证号', '与第 5 行重复。'],
      [7, '身份证号', '身份证号和手机号都没有填写。'],
    ]);
    expect(report.issues.every((one) => one.suggestion !== '')).toBe(true);
    expect(await recorded(world)).toEqual({ persons: [], posts: [], classes: [] });
    expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
  });

  it('can be repeated without doubles, and says that nothing changes', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const file = csv([line(1), line(2)]);
    await imported(act, file);
    const before = await recorded(world);
    const report = await rosters.stageImport(act, file);
    expect(report).toMatchObject({ added: 0, changed: 0, ended: 0, unchanged: 2 });
    await rosters.commitImport(act, report.batchId ?? '');
    await rosters.commitImport(act, report.batchId ?? '');
    expect(await recorded(world)).toEqual(before);
  });

  it('leaves the status that is held where the file says nothing of it', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    await imported(act, csv([line(1, { status: '借调出' })]));
    const report = await rosters.stageImport(act, csv([line(1), line(2)]));
    expect(report).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    await rosters.commitImport(act, report.batchId ?? '');
    const { posts } = await recorded(world);
    expect(posts.map((post) => post.status).sort()).toEqual(['active', 'secondedOut']);
  });

  it('lets a successor post follow, ends classes by date and keeps the history', async () => {
    const world = await engine.world();
    const { district: act, bureau, market } = await district(world);
    await imported(act, csv([line(1, { classes: '科级' })]));
    const later = world.at('2026-06-01T02:00:00.000Z');
    const facts = heard(world);
    const act2 = { ...act, now: later.now };
    const report = await rosters.stageImport(
      act2,
      csv([line(1, { unit: '市监局', title: '副局长', classes: '处级' })]),
    );
    expect(report.preview[0]?.changes.map((one) => one.what)).toEqual(['单位', '职务', '人员类别']);
    await rosters.commitImport(act2, report.batchId ?? '');
    const [person] = (await recorded(world)).persons;
    const id = person?.id ?? '';
    expect(await people.postOn(world.db, id, '2026-05-31')).toMatchObject({
      homeUnitId: bureau,
      classes: ['section'],
    });
    expect(await people.postOn(world.db, id, '2026-06-01')).toMatchObject({
      homeUnitId: market,
      classes: ['division'],
    });
    expect(facts).toEqual([
      { kind: 'postChanged', personId: id, day: '2026-06-01' },
      { kind: 'classChanged', personId: id, day: '2026-06-01' },
    ]);
    await imported(
      { ...act, now: '2026-07-01T02:00:00.000Z' },
      csv([line(1, { unit: '市监局', classes: '处级', status: '退休' })]),
    );
    expect(await people.postOn(world.db, id, '2026-07-01')).toBeUndefined();
    expect(await people.postOn(world.db, id, '2026-06-30')).toBeDefined();
  });

  it('does not touch a person whose post lies outside the importer’s scope', async () => {
    const world = await engine.world();
    const { district: act, ofBureau } = await district(world);
    await imported(act, csv([line(1, { unit: '市监局' })]));
    const report = await rosters.stageImport(ofBureau, csv([line(1, { unit: '司法局' })]));
    expect(report.batchId).toBeNull();
    expect(report.issues[0]?.problem).toContain('管理范围以外');
  });

  it('keeps the checked columns of a card in the batch and announces them', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const facts = heard(world);
    const columns = ['姓名', '身份证号', '单位', '人员类别', '执法证号', '执法领域', '发证日期', '有效期至'];
    const cells = [
      '张三',
      identityNumber(1),
      '市监局',
      '行政执法人员',
      '粤A-00017',
      '市场监管;食品',
      '2024/5/1',
      '2029年4月30日',
    ];
    const bytes = Buffer.from([columns, cells].map((row) => row.join(',')).join('\n'));
    const { batchId } = await imported(act, { name: '证.csv', bytes });
    expect(facts.find((fact) => fact.kind === 'cardReported')).toMatchObject({ batchId, row: 2 });
    const { card } = await world.db.selectFrom('import_row').select('card').executeTakeFirstOrThrow();
    expect(JSON.parse(card ?? '')).toEqual({
      v: 1,
      number: '粤A-00017',
      fields: ['市场监管', '食品'],
      issuedOn: '2024-05-01',
      validTo: '2029-04-30',
    });
  });

  it('leaves one audit entry a batch, with the digest of the file', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    await imported(act, csv(Array.from({ length: 60 }, (_, at) => line(at + 1))));
    const entries = await world.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('verb', '=', 'people.imported')
      .execute();
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]?.details ?? '{}')).toMatchObject({
      added: 60,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is refused to those who coordinate nothing, and its batch to everyone else', async () => {
    const world = await engine.world();
    const { district: act, ofBureau, bureau } = await district(world);
    const leader = world.signedIn({ roles: { leader: bureau } });
    await expect(rosters.stageImport(leader, csv([line(1)]))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(rosters.importTemplate(world.visitor)).rejects.toMatchObject({ code: 'unauthenticated' });
    const report = await rosters.stageImport(act, csv([line(1)]));
    await expect(rosters.commitImport(ofBureau, report.batchId ?? '')).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('refuses a commit when the data moved since the preview', async () => {
    const world = await engine.world();
    const { district: act, bureau } = await district(world);
    const report = await rosters.stageImport(act, csv([line(1)]));
    await people.addPerson(act, { name: '学员1', unitId: bureau, identity: identityNumber(1) });
    await expect(rosters.commitImport(act, report.batchId ?? '')).rejects.toMatchObject({ code: 'conflict' });
    expect((await recorded(world)).persons).toHaveLength(1);
  });

  it('says what is missing when a file has no heading, too few columns or no people', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const check = (text: string) => rosters.checkImport(act, { name: 'a.csv', bytes: Buffer.from(text) });
    await expect(check('甲\n1')).rejects.toThrow('没有找到表头');
    await expect(check('甲,乙\n1,2')).rejects.toThrow('姓名、身份证号或手机号、单位、人员类别');
    await expect(check('姓名,手机号,部门\n张三,1,2')).rejects.toThrow('单位、人员类别');
    await expect(check(`${heading.join()}\n示例：张三,1,2,3`)).rejects.toThrow('没有内容');
  });

  it('takes its own template back with the example passed over', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const bytes = await rosters.importTemplate(act);
    await expect(rosters.checkImport(act, { name: '模板.xlsx', bytes })).rejects.toThrow('没有内容');
  });
});
