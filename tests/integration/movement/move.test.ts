import { expect, it } from 'vitest';
import { totalsOf } from '#lib/server/hours/index.ts';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';

/** A district of two bureaus, each with a published plan for officers, and an officer of the first. */
async function district(world: World) {
  const districtId = await standingUnit(world, '云山区');
  const first = await standingUnit(world, '综合执法局', districtId);
  const second = await standingUnit(world, '应急管理局', districtId);
  const { courseId } = await publishedCourse(world, { unitId: districtId, title: '处罚法', minutes: [30] });
  const act = world.signedIn({ name: '李科长', roles: { coordinator: districtId } });
  const personId = await people.addPerson(act, {
    ...{ name: '张敏', unitId: first, from: '2026-01-05', classes: ['enforcement'] },
  });
  const planOf = async (unitId: string) => {
    const { id } = await plans.createPlan(act, {
      ...{ unitId, planYear: 2026, title: '执法人员计划', requirementId: null, moduleIds: [] },
      ...{ classCodes: ['enforcement'], requiredCourseIds: [courseId], electiveCourseIds: [] },
    });
    await plans.publishPlan(act, id);
    return id;
  };
  const [firstPlan, secondPlan] = [await planOf(first), await planOf(second)];
  return { districtId, first, second, firstPlan, secondPlan, courseId, act, personId };
}

const move = { day: '2026-04-01', reason: '轮岗' };

async function memberships(world: World, personId: string) {
  const rows = await world.db
    .selectFrom('plan_member')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => [row.plan_id, row.valid_from, row.valid_to]);
}

const whole = {
  q: '',
  unitId: '',
  progress: null,
  sort: 'name',
  direction: 'asc',
  page: 1,
  pageSize: 20,
} as const;

onBothEngines('a mover', (engine) => {
  it('learned late is in the plans of his new unit from the day of the move, with his hours and classes', async () => {
    const world = await engine.world();
    const { act, personId, second, firstPlan, secondPlan } = await district(world);
    await world.db
      .insertInto('hour_entry')
      .values({
        ...{ id: 'entry', ledger: 'training', person_id: personId, plan_year: 2026, source_kind: 'event' },
        ...{ source_id: 'e', revision: 1, seconds: null, hundredths: 400, rule_id: null, reverses: null },
        ...{ entered_at: world.now, entered_by: 'test', origin: 'attendance', reason: null },
      })
      .execute();
    const later = { ...act, now: '2026-05-04T01:00:00.000Z' };
    await movement.movePost(later, { ...move, personId, homeUnitId: second });
    expect(await memberships(world, personId)).toEqual([
      [firstPlan, '2026-03-02', '2026-03-31'],
      [secondPlan, '2026-04-01', null],
    ]);
    expect(await people.postOn(world.db, personId, '2026-03-31')).not.toMatchObject({ homeUnitId: second });
    expect(await people.postOn(world.db, personId, '2026-04-01')).toMatchObject({
      ...{ homeUnitId: second, classes: ['enforcement'] },
    });
    expect((await totalsOf(world.db, { personId, planYear: 2026 })).training).toBe(400);
  });

  it('of a day to come stays where he is until that day turns', async () => {
    const world = await engine.world();
    const { act, personId, second, secondPlan, first, courseId } = await district(world);
    await plans.turnDay(world.system);
    await movement.movePost(act, {
      ...move,
      personId,
      homeUnitId: second,
      workUnitId: first,
      countedIn: 'home',
    });
    const asked = { courseIds: [courseId], unitId: second, dueOn: '2026-06-30', reason: '新法施行' };
    const { id, people: before } = await plans.assign(act, { ...asked, to: { kind: 'unit' } });
    expect([before, await memberships(world, personId)]).toEqual([0, [expect.anything()]]);
    const dayOf = world.at('2026-04-01T16:30:00.000Z');
    await plans.turnDay(world.at('2026-03-31T15:30:00.000Z').system);
    expect(await memberships(world, personId)).toHaveLength(1);
    await plans.turnDay(dayOf.system);
    expect(await memberships(world, personId)).toContainEqual([secondPlan, '2026-04-01', null]);
    const view = await plans.viewAssignment({ ...act, now: dayOf.now }, id, whole);
    expect(view.targets).toMatchObject([{ personId, addedOn: '2026-04-02' }]);
  });

  it('is moved once by two at the same time, and by nobody outside', async () => {
    const world = await engine.world();
    const { act, personId, first, second, districtId } = await district(world);
    const stranger = world.signedIn({ roles: { coordinator: await standingUnit(world, '别处') } });
    const wanted = { ...move, personId, day: '2026-03-02' };
    await expect(movement.movePost(stranger, { ...wanted, homeUnitId: second })).rejects.toMatchObject({
      code: 'notFound',
    });
    const both = await Promise.allSettled([
      movement.movePost(act, { ...wanted, homeUnitId: second }),
      movement.movePost(act, { ...wanted, homeUnitId: districtId }),
    ]);
    const posts = await world.db.selectFrom('post').selectAll().where('person_id', '=', personId).execute();
    expect(posts.filter((post) => post.valid_to === null)).toHaveLength(1);
    expect(posts.find((post) => post.home_unit_id === first)?.valid_to).toBe('2026-03-01');
    expect(both.some((one) => one.status === 'fulfilled')).toBe(true);
    await expect(
      movement.movePost(act, { ...wanted, day: '2026-02-01', homeUnitId: first }),
    ).rejects.toMatchObject({ fields: { day: expect.any(String) } });
  });
});
