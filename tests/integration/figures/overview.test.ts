import { expect, it } from 'vitest';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import { newId } from '#lib/server/platform/ids.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import { weakTopics } from '#lib/server/figures/verbs.topics.ts';
import { onBothEngines } from '../../support/engines.ts';
import { examBank } from '../../support/exams.ts';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';
import { meeting } from './reading.ts';

/** Everybody on the roster, the first of them having sat with 91 points; counters told. */
async function examined(place: town.District): Promise<void> {
  const { world, examId, people } = place;
  for (const personId of people) {
    await town.seat(place, personId, 'due');
    await town.within(world, (act) =>
      completion.onCandidateChanged(act, { kind: 'candidateChanged', examId, personId }),
    );
  }
  const [personId = ''] = people;
  const attemptId = await town.sit(place, personId, 9100);
  const graded = { attemptId, examId, personId, planYear: town.YEAR, scoreHundredths: 9100 };
  await town.within(world, (act) => completion.onAttemptGraded(act, { kind: 'attemptGraded', ...graded }));
}

/** One item of the bank's first question on a sheet, worth 2 points. */
async function marked(world: World, attemptId: string, scoreHundredths: number): Promise<void> {
  const key = { attempt_id: attemptId, item_id: newId() };
  await world.db
    .insertInto('attempt_item')
    .values({
      ...{ ...key, position: 1, question_version_id: 'version-single-1', type: 'single' },
      ...{ points_hundredths: 200, options: '{"v":1,"shown":[]}' },
    })
    .execute();
  await world.db
    .insertInto('mark')
    .values({ ...key, score_hundredths: scoreHundredths })
    .execute();
}

const counts = ({ exam, hours }: { exam: object; hours: object }) => ({ ...exam, ...hours });

onBothEngines('the overview', (engine) => {
  it('says the same by today’s counters and by a recount of the day from dated rows', async () => {
    const place = await town.district(await engine.world());
    await examined(place);
    const { world, root: unitId } = place;
    const asked = { unitId, planYear: town.YEAR, group: 'all' } as const;
    const today = await figures.readOverview(world.console, asked);
    expect(today.past).toBeNull();
    expect(today.counts.exam).toMatchObject({ due: 6, present: 1, passed: 1, excellent: 1 });

    const later = world.at('2026-06-15T01:00:00.000Z');
    const asOf = await figures.readOverview(later.console, { ...asked, asOf: '2026-03-02' });
    expect(asOf.past).toEqual({ day: '2026-03-02', countedAt: later.now });
    expect(asOf.counts.below.map((one) => [one.name, one.exam.due])).toEqual([
      ['甲局', 2],
      ['乙局', 4],
    ]);
    expect(today.counts.exam).toMatchObject(asOf.counts.exam);
    expect(counts(asOf.counts)).toMatchObject({ present: 1, due: 0, reached: 0 });
    const before = await figures.readOverview(later.console, { ...asked, asOf: '2026-03-01' });
    expect(before.counts.exam).toEqual({ due: 0, present: 0, passed: 0, excellent: 0 });
    const again = await figures.readOverview(later.at('2026-06-15T01:30:00.000Z').console, {
      ...asked,
      asOf: '2026-03-02',
    });
    expect(again.past?.countedAt).toBe(later.now);
  });

  it('sets this year beside own last year on the same day', async () => {
    const place = await town.district(await engine.world());
    await examined(place);
    const { world, root: unitId } = place;
    const next = (now: string) =>
      figures.readOverview(world.at(now).console, { unitId, planYear: town.YEAR + 1, group: 'all' });
    const summer = await next('2027-06-15T01:00:00.000Z');
    expect(summer.before).toMatchObject({ kind: 'sameDay', day: '2026-06-15' });
    expect(summer.before?.byUnit[unitId]?.exam).toMatchObject({ due: 6, present: 1 });
    const winter = await next('2027-02-01T01:00:00.000Z');
    expect(winter.before?.byUnit[unitId]?.exam).toMatchObject({ due: 0, present: 0 });
    const first = await figures.readOverview(world.console, { unitId, planYear: town.YEAR, group: 'all' });
    expect(first.before).toBeNull();
  });

  it('shows events by quarter and what each quarter lacks', async () => {
    const { world, root: unitId } = await town.district(await engine.world());
    await meeting(world, { hosts: [unitId], forms: ['执法大讲堂', '法治讲座'], heldOn: '2026-01-15' });
    await meeting(world, {
      hosts: [unitId],
      forms: ['执法大讲堂'],
      heldOn: '2026-02-15',
      status: 'registered',
    });
    await world.db
      .insertInto('event_series')
      .values({
        ...{ id: 'series', unit_id: unitId, name: '中心组', tag: '中心组学习', cadence: 'quarter' },
        ...{ plan_year: town.YEAR, created_by: 'test', created_at: world.now, closed_at: null },
      })
      .execute();
    const may = world.at('2026-05-10T01:00:00.000Z').console;
    const { events } = await figures.readOverview(may, { unitId, planYear: town.YEAR, group: 'all' });
    const states = events.map(({ tag, cells }) => [tag, ...cells.map((one) => one.state)]);
    expect(states).toEqual([
      ['执法大讲堂', 'held', 'missing', 'ahead', 'ahead'],
      ['中心组学习', 'missing', 'missing', 'ahead', 'ahead'],
      ['领导干部集体学法', 'none', 'none', 'ahead', 'ahead'],
      ['法治讲座', 'held', 'none', 'ahead', 'ahead'],
    ]);
  });

  it('sets what is verified against every target of the plan, its own and the usual ones', async () => {
    const { world, root: unitId } = await town.district(await engine.world());
    const asked = { unitId, planYear: town.YEAR, group: 'all' } as const;
    const leader = world.signedIn({ roles: { leader: unitId, coordinator: unitId } });
    await figures.setTarget(leader, { ...asked, figure: 'trainings', target: 2 });
    await figures.setTarget(leader, { ...asked, figure: 'thematicStudy', target: 0 });
    await meeting(world, { hosts: [unitId], forms: ['培训', '中心组学习'], heldOn: '2026-01-15' });
    await meeting(world, { hosts: [unitId], forms: ['培训'], heldOn: '2026-01-20', status: 'registered' });
    const lines = async (act: typeof leader, asOf?: string) =>
      (await figures.readOverview(act, { ...asked, ...(asOf ? { asOf } : {}) })).plan.map(
        ({ key, held, target }) => `${key} ${held}/${target}`,
      );
    expect(await lines(leader)).toEqual(['centralGroup 1/4', 'trainings 1/2']);
    const early = await lines(world.at('2026-05-10T01:00:00.000Z').console, '2026-01-14');
    expect(early).toEqual(['centralGroup 0/4', 'trainings 0/2']);
  });

  it('shows weak topics by class once the last window has closed, of each person’s best sheet', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    const [first = '', second = '', third = ''] = people;
    await examBank(world, 1);
    await town.giveClass(world, first, 'enforcement');
    await town.seat(place, first, 'due');
    await town.seat(place, second, 'due');
    await town.seat(place, third, 'outside');
    await marked(world, await town.sit(place, first, 0), 0);
    await marked(world, await town.sit(place, first, 6000), 100);
    await marked(world, await town.sit(place, second, 9000), 200);
    await marked(world, await town.sit(place, third, 0), 0);
    const read = async (at: string) => {
      const { console: act } = world.at(at);
      return (await figures.readOverview(act, { unitId, planYear: town.YEAR, group: 'all' })).topics;
    };
    expect(await read('2026-04-30T15:59:00.000Z')).toEqual({ state: 'open', endsOn: '2026-04-30' });
    expect(await read('2026-05-02T01:00:00.000Z')).toMatchObject({
      state: 'read',
      rows: [{ name: '行政处罚', all: 75, classes: { enforcement: 50, division: null } }],
    });
  });

  it('counts weak topics of more people than a reader waits for behind his back, and shows them next time', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    await examBank(world, 1);
    await town.seat(place, people[0] ?? '', 'due');
    await marked(world, await town.sit(place, people[0] ?? '', 9000), 150);
    const scope = { unitId, planYear: town.YEAR, group: 'all', classCode: null, window: 'all' } as const;
    const at = (day: string) =>
      weakTopics(world.at(`${day}T01:00:00.000Z`).console, { ...scope, asOf: day }, 1_000_000);
    expect(await at('2026-05-02')).toEqual({ state: 'counting' });
    const counted = { state: 'read', countedAt: '2026-05-02T01:00:00.000Z', rows: [{ all: 75 }] };
    await expect.poll(() => at('2026-05-02')).toMatchObject(counted);
    expect(await at('2026-05-04')).toMatchObject(counted);
    await expect.poll(() => at('2026-05-04')).toMatchObject({ countedAt: '2026-05-04T01:00:00.000Z' });
  });

  it('is taken out with a line that says by whom, without the rates of small groups, and leaves a trace', async () => {
    const place = await town.district(await engine.world());
    await examined(place);
    const { world, root, units } = place;
    const leader = world.signedIn({ name: '李明', roles: { leader: root } });
    const asked = { unitId: root, planYear: town.YEAR, group: 'all' } as const;
    const { bytes } = await figures.exportOverview(leader, asked);
    const [about, departments] = parseWorkbook(bytes);
    expect(JSON.stringify(about)).toContain('由 李明 于');
    expect(JSON.stringify(departments)).toContain('不足5人');
    expect(JSON.stringify(departments)).not.toContain('50%');
    const figure = { ...asked, key: 'participation', window: 'all', group: 'leadership' } as const;
    await town.giveClass(world, place.people[0] ?? '', 'leadership');
    const taken = await figures.exportFigure(leader, { ...figure, group: 'leadership' });
    expect(JSON.stringify(parseWorkbook(taken.bytes))).toContain('不列结果');
    const trace = world.db.selectFrom('audit_entry').select(['verb', 'actor_name']).orderBy('verb');
    const verbs = (await trace.execute()).filter((one) => one.verb.startsWith('reports.'));
    expect(verbs.map((one) => one.verb)).toEqual(['reports.figureExported', 'reports.overviewExported']);
    const beside = world.signedIn({ roles: { leader: units[1] ?? '' } });
    await expect(figures.exportOverview(beside, asked)).rejects.toMatchObject({ code: 'notFound' });
    await expect(figures.readOverview(beside, asked)).rejects.toMatchObject({ code: 'notFound' });
  });
});
