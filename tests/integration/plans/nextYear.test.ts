import { expect, it } from 'vitest';
import { myYear } from '#lib/server/hours/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';

async function yearOf(world: World) {
  const root = await standingUnit(world, '云山区');
  const bureau = await standingUnit(world, '执法局', root);
  const course = async (title: string) =>
    (await publishedCourse(world, { unitId: root, title, minutes: [30] })).courseId;
  const [kept, gone] = [await course('处罚法'), await course('旧法')];
  const act = world.signedIn({ name: '李科长', roles: { coordinator: root } });
  const personId = await people.addPerson(act, {
    ...{ name: '张敏', unitId: bureau, from: '2026-01-05', classes: ['enforcement'] },
  });
  const { id: requirementId } = await plans.publishRequirement(act, {
    ...{ unitId: root, classCode: 'enforcement', planYear: 2026, ledger: 'training' },
    ...{ targetHundredths: 6000, needsExam: true, legalBasis: '测试依据' },
    ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
  });
  const { id: planId } = await plans.createPlan(act, {
    ...{ unitId: bureau, planYear: 2026, title: '2026年度执法计划', requirementId },
    ...{ classCodes: ['enforcement'], requiredCourseIds: [kept, gone], electiveCourseIds: [] },
  });
  await plans.publishPlan(act, planId);
  await world.db.updateTable('course').set({ status: 'draft' }).where('id', '=', gone).execute();
  const december = { ...act, now: '2026-12-10T01:00:00.000Z' };
  return { root, bureau, kept, personId, requirementId, planId, act: december };
}

onBothEngines('the next year', (engine) => {
  it('is drafted from this one once, shows what differs, and changes nothing of this year', async () => {
    const world = await engine.world();
    const { root, kept, act, planId, requirementId, personId } = await yearOf(world);
    const before = await world.db.selectFrom('plan').selectAll().where('id', '=', planId).execute();
    const both = await Promise.all([plans.openNextYear(act, root), plans.openNextYear(act, root)]);
    expect(both.map((one) => one.plans + one.requirements).sort()).toEqual([0, 2]);
    const { plans: drafted } = await plans.listPlans(act, 2027);
    expect(drafted).toMatchObject([
      { title: '2027年度执法计划', status: 'draft', members: 0, changes: ['不再包含《旧法》'] },
    ]);
    expect(drafted[0]?.courses.map((course) => course.courseId)).toEqual([kept]);
    const [draft] = await plans.listRequirementDrafts(act, 2027);
    const terms = { ...draft!, draftId: draft!.id, unitId: root, targetHundredths: 6400 };
    const learner = { ...world.signedIn({ personId }), now: act.now };
    await plans.reviseRequirementDraft(act, terms);
    expect((await plans.listRequirementDrafts(act, 2027))[0]?.changes).toEqual(['目标由 60 改为 64']);
    expect((await myYear(learner, 2027)).standings[0]?.targetHundredths).toBeNull();
    const { id } = await plans.publishRequirementDraft(act, terms);
    await expect(plans.publishRequirementDraft(act, terms)).rejects.toMatchObject({ code: 'conflict' });
    await plans.publishPlan(act, drafted[0]!.id);
    const tied = await world.db.selectFrom('plan').selectAll().where('copied_from', '=', planId).execute();
    expect(tied).toMatchObject([{ requirement_id: id, plan_year: 2027 }]);
    expect(await world.db.selectFrom('plan').selectAll().where('id', '=', planId).execute()).toEqual(before);
    const old = await world.db
      .selectFrom('requirement')
      .selectAll()
      .where('id', '=', requirementId)
      .execute();
    expect(old).toMatchObject([{ target_hundredths: 6000, valid_to: '2026-12-31' }]);
  });

  it('stands beside this one in January, and a requirement amended in the year holds from its day', async () => {
    const world = await engine.world();
    const { root, act, requirementId, personId } = await yearOf(world);
    const summer = { ...act, now: '2026-07-01T01:00:00.000Z' };
    const terms = {
      unitId: root,
      requirementId,
      needsExam: true,
      joiners: 'full',
      legalBasis: '新依据',
    } as const;
    await expect(
      plans.amendRequirement(summer, { ...terms, from: '2026-06-30', targetHundredths: 5000 }),
    ).rejects.toMatchObject({ fields: { from: expect.any(String) } });
    await plans.amendRequirement(summer, { ...terms, from: '2026-09-01', targetHundredths: 5000 });
    const targetOn = async (day: string) =>
      (await plans.askedOf(world.db, { personId, planYear: 2026, day })).map((one) => one.targetHundredths);
    expect([await targetOn('2026-08-31'), await targetOn('2026-09-01')]).toEqual([[6000], [5000]]);
    const january = { ...world.signedIn({ personId }), now: '2027-01-10T01:00:00.000Z' };
    expect((await myYear(january, 2026)).courses.map((one) => one.title)).toContain('处罚法');
    expect((await myYear(january)).courses).toEqual([]);
  });

  it('offers the publishing of requirements to who holds the top of the tree alone', async () => {
    const world = await engine.world();
    const { bureau, act } = await yearOf(world);
    const below = world.signedIn({ name: '王科长', roles: { coordinator: bureau } });
    expect((await plans.listPlans(act, 2026)).mayPublish).toBe(true);
    expect(await plans.listPlans(below, 2026)).toMatchObject({ mayPublish: false, requirements: [{}] });
  });
});
