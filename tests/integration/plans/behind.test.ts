import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import * as people from '#lib/server/people/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';

const everybody = { q: '', unitId: '', kind: null, page: 1, pageSize: 20 };

async function district(world: World) {
  const root = await standingUnit(world, '云山区');
  const bureau = await standingUnit(world, '执法局', root);
  const street = await standingUnit(world, '东门街道', root);
  const act = world.signedIn({ name: '李科长', roles: { coordinator: root } });
  const person = (name: string, unitId: string) =>
    people.addPerson(act, { name, unitId, from: '2026-01-05', classes: ['enforcement'] });
  return { root, bureau, street, act, zhang: await person('张敏', bureau), li: await person('李强', street) };
}

async function account(world: World, personId: string, login: string, state = 'active') {
  await world.db
    .insertInto('account')
    .values({
      ...{ id: `account ${personId}`, person_id: personId, login, password_hash: null, state },
      ...{ created_at: world.now, password_set_at: null },
    })
    .execute();
}

onBothEngines('the desk', (engine) => {
  it('says who is behind and why: by unit and reason, and for each person with a text to send', async () => {
    const world = await engine.world();
    const { root, act, zhang, li, bureau } = await district(world);
    const { courseId } = await publishedCourse(world, { unitId: root, title: '处罚法', minutes: [30, 30] });
    await account(world, zhang, 'zhangmin');
    await plans.publishRequirement(act, {
      ...{ unitId: root, classCode: 'enforcement', planYear: 2026, ledger: 'training' },
      ...{ targetHundredths: 6000, needsExam: false, legalBasis: '测试依据' },
      ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
    });
    const asked = { courseIds: [courseId], unitId: root, dueOn: '2026-03-05', reason: '新法施行' };
    await plans.assign(act, { ...asked, to: { kind: 'people', personIds: [zhang] } });
    const later = { ...act, now: '2026-03-10T01:00:00.000Z' };
    const seen = await plans.listBehind(later, everybody);
    expect(seen.units).toEqual([
      expect.objectContaining({ name: '东门街道', counts: { account: 1, hours: 1 } }),
      { id: bureau, name: '执法局', counts: { late: 1, hours: 1 } },
    ]);
    const [, first] = seen.people;
    expect(first?.reasons.map((one) => one.text)).toEqual([
      '《处罚法》还有 2 个课时，已过 2026-03-05 的期限',
      '培训学时还差 60，还有 296 天',
    ]);
    expect(first?.reminder).toContain('张敏您好');
    const only = await plans.listBehind(later, { ...everybody, kind: 'account' });
    expect(only.people.map((one) => [one.personId, one.reasons[0]?.kind])).toEqual([[li, 'account']]);
    expect((await plans.listBehind(later, { ...everybody, unitId: bureau })).total).toBe(1);
    const book = await plans.exportBehind(later, { q: '', unitId: bureau, kind: null });
    const text = unzipSync(book)['xl/sharedStrings.xml'] ?? unzipSync(book)['xl/worksheets/sheet1.xml'];
    expect(strFromU8(text ?? new Uint8Array())).toMatch(/张敏.*执法局.*已过 2026-03-05 的期限/s);
    expect(strFromU8(text ?? new Uint8Array())).not.toContain('李强');
    const logged = world.db
      .selectFrom('audit_entry')
      .select('details')
      .where('verb', '=', 'plans.behindExported');
    expect((await logged.executeTakeFirstOrThrow()).details).toContain('"people":1');
  });

  it('names required courses nobody opened and who is locked out, and nobody of other places', async () => {
    const world = await engine.world();
    const { root, act, zhang, li } = await district(world);
    const elsewhere = await officer(world, { name: '王五' });
    await account(world, zhang, 'zhangmin');
    await account(world, li, 'liqiang');
    const { courseId } = await publishedCourse(world, { unitId: root, title: '处罚法', minutes: [30] });
    const { id } = await plans.createPlan(act, {
      ...{ unitId: root, planYear: 2026, title: '执法人员计划', requirementId: null },
      ...{ classCodes: ['enforcement'], requiredCourseIds: [courseId], electiveCourseIds: [] },
    });
    await plans.publishPlan(act, id);
    await world.db
      .insertInto('throttle')
      .values({
        key: `sign-in:account ${li}`,
        ...{ failures: 5, first_at: world.now, locked_until: '2026-03-02T01:30:00.000Z' },
      })
      .execute();
    const seen = await plans.listBehind(act, everybody);
    expect(seen.people.map((one) => one.personId)).toEqual([li, zhang]);
    expect(seen.people[0]?.reasons.map((one) => one.kind)).toEqual(['locked', 'unopened']);
    expect(seen.people.map((one) => one.personId)).not.toContain(elsewhere.personId);
  });

  it('does not miss a password of who came in through a portal, and tells units of one name apart', async () => {
    const world = await engine.world();
    const { bureau, street, act } = await district(world);
    for (const above of [bureau, street]) {
      const team = await standingUnit(world, '综合执法队', above);
      const wish = { unitId: team, from: '2026-01-05', classes: [] };
      const [ofPortal, ofCode] = ['一', '二'].map((name) =>
        people.addPerson(act, { ...wish, name: `赵${name}` }),
      );
      await account(world, await ofPortal!, `portal-${above}`);
      await account(world, await ofCode!, `code-${above}`, 'invited');
    }
    const seen = await plans.listBehind(act, { ...everybody, q: '赵' });
    expect(seen.people.map(({ name, reasons }) => [name, reasons[0]?.text])).toEqual([
      ['赵二', '账号还没有启用'],
      ['赵二', '账号还没有启用'],
    ]);
    const teams = seen.units.filter(({ name }) => name.endsWith('综合执法队')).map(({ name }) => name);
    expect(teams).toEqual(['东门街道 · 综合执法队', '执法局 · 综合执法队']);
  });
});
