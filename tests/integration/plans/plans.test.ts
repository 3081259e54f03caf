import { expect, it } from 'vitest';
import { announce } from '#lib/server/facts/index.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import { myYear } from '#lib/server/hours/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import * as study from '#lib/server/study/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';

async function district(world: World) {
  const { personId, unitId } = await officer(world, { name: '张敏' });
  const wish = { unitId, title: '行政处罚法', minutes: [50, 20] };
  const { courseId, lessons } = await publishedCourse(world, wish);
  const coordinator = world.signedIn({ name: '李科长', roles: { coordinator: unitId } });
  return { personId, unitId, courseId, lessons, coordinator, learner: world.signedIn({ personId }) };
}

async function classFrom(world: World, personId: string, day: string, to: string | null = null) {
  const post = await world.db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('post_class')
    .values({ post_id: post.id, class_code: 'enforcement', valid_from: day, valid_to: to })
    .onConflict((conflict) =>
      conflict.columns(['post_id', 'class_code', 'valid_from']).doUpdateSet({ valid_to: to }),
    )
    .execute();
  await inTransaction(world.system, (act) => announce(act, { kind: 'classChanged', personId, day }));
}

/** A lesson completed in the plan year 2026. Rows only: no verb is tested by it. */
async function complete(
  world: World,
  {
    personId,
    lessonId = '',
    lessonVersionId = '',
  }: Partial<Record<'personId' | 'lessonId' | 'lessonVersionId', string>>,
  at: string,
) {
  const lesson = { lesson_id: lessonId, lesson_version_id: lessonVersionId, person_id: personId ?? '' };
  const [id, tryId] = [`done ${lessonId}`, `check ${lessonId}`];
  await world.db
    .insertInto('check_attempt')
    .values({
      ...{ id: tryId, ...lesson, opening_id: null, origin: 'testOut', plan_year: 2026, number: 1 },
      ...{ items: '{"v":1,"items":[]}', started_at: at, answers: null, right_count: 1, passed: 1 },
      answered_at: at,
    })
    .execute();
  await world.db
    .insertInto('lesson_completion')
    .values({
      ...{ id, ...lesson, check_attempt_id: tryId, plan_year: 2026, revision: 1, origin: 'testOut' },
      ...{ completed_at: at, reversed_at: null },
    })
    .execute();
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

onBothEngines('plans and assignments', (engine) => {
  it('say at home what remains, who asked for it, why, and by when', async () => {
    const world = await engine.world();
    const { personId, unitId, courseId, coordinator, learner } = await district(world);
    const wanted = { courseIds: [courseId], unitId, dueOn: '2026-06-30', reason: '新法施行' };
    await plans.assign(coordinator, { ...wanted, to: { kind: 'people', personIds: [personId] } });
    const year = await myYear(learner);
    expect(year.remaining).toEqual({ lessons: 2, minutes: 70 });
    expect(year.courses[0]).toMatchObject({ title: '行政处罚法', isRequired: true, dueOn: '2026-06-30' });
    expect(year.courses[0]?.assignments[0]).toMatchObject({ by: '李科长', reason: '新法施行' });
    expect((await myYear({ ...learner, now: '2026-07-01T01:00:00.000Z' })).courses[0]?.isLate).toBe(true);
    expect(await study.listOpenCourses(learner)).toMatchObject([{ id: courseId, demanded: 'required' }]);
  });

  it('an assignment is followed by person and leaves the page when withdrawn', async () => {
    const world = await engine.world();
    const { unitId, courseId, coordinator, learner } = await district(world);
    const wanted = { courseIds: [courseId], unitId, dueOn: '2026-06-30', reason: '新法施行' };
    const { id, people } = await plans.assign(coordinator, { ...wanted, to: { kind: 'unit' } });
    expect(people).toBe(1);
    expect((await plans.viewAssignment(coordinator, id, whole)).counts).toMatchObject({
      untouched: 1,
      passed: 0,
    });
    await plans.withdraw(coordinator, { assignmentId: id, reason: '安排有误' });
    expect((await myYear(learner)).courses).toEqual([]);
    const again = plans.withdraw(coordinator, { assignmentId: id, reason: '安排有误' });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it('what is due in January is not done twice by who did it in December', async () => {
    const world = await engine.world();
    const { personId, unitId, courseId, lessons, coordinator, learner } = await district(world);
    const december = { ...coordinator, now: '2026-12-10T01:00:00.000Z' };
    const wanted = { courseIds: [courseId], unitId, dueOn: '2027-01-15', reason: '新法施行' };
    const { id } = await plans.assign(december, { ...wanted, to: { kind: 'people', personIds: [personId] } });
    const next = { ...learner, now: '2027-01-20T01:00:00.000Z' };
    const later = { ...coordinator, now: next.now };
    const whyBehind = async () => {
      const behind = await plans.listBehind(later, {
        q: '',
        unitId: '',
        kind: 'late',
        page: 1,
        pageSize: 20,
      });
      return behind.people.flatMap((one) => one.reasons.map((reason) => reason.kind));
    };
    await complete(world, { personId, ...lessons[0] }, '2026-12-09T01:00:00.000Z');
    await complete(world, { personId, ...lessons[1] }, '2026-12-11T01:00:00.000Z');
    expect((await myYear(next)).remaining.lessons).toBe(1);
    expect(await whyBehind()).toEqual(['account', 'late']);
    await world.db
      .updateTable('lesson_completion')
      .set({ completed_at: '2026-12-12T01:00:00.000Z' })
      .execute();
    expect((await myYear(next)).courses).toEqual([]);
    expect(await whyBehind()).toEqual([]);
    expect((await plans.viewAssignment(later, id, whole)).counts).toMatchObject({ passed: 1 });
  });

  it('refuse people of other units, days past and reasons left out', async () => {
    const world = await engine.world();
    const { personId, unitId, courseId, coordinator } = await district(world);
    const stranger = await officer(world, { name: '王强' });
    const wanted = { courseIds: [courseId], unitId, dueOn: '2026-06-30', reason: '新法施行' };
    const named = (id: string) => ({ kind: 'people' as const, personIds: [id] });
    await expect(
      plans.assign(coordinator, { ...wanted, to: named(stranger.personId) }),
    ).rejects.toMatchObject({ fields: { personIds: expect.any(String) } });
    await expect(
      plans.assign(coordinator, { ...wanted, dueOn: '2026-01-01', to: named(personId) }),
    ).rejects.toMatchObject({ fields: { dueOn: expect.any(String) } });
    await expect(
      plans.assign(coordinator, { ...wanted, unitId: stranger.unitId, to: { kind: 'unit' } }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });

  it('membership follows the class by date, and the target stands beside the ledger', async () => {
    const world = await engine.world();
    const { personId, unitId, courseId, coordinator, learner } = await district(world);
    await plans.publishRequirement(coordinator, {
      ...{ unitId, classCode: 'enforcement', planYear: 2026, ledger: 'training', targetHundredths: 6000 },
      ...{ needsExam: true, legalBasis: '测试依据', validFrom: '2026-01-01', validTo: '2026-12-31' },
    });
    const { id } = await plans.createPlan(coordinator, {
      ...{ unitId, planYear: 2026, title: '执法人员年度计划', requirementId: null },
      ...{ classCodes: ['enforcement'], requiredCourseIds: [courseId], electiveCourseIds: [] },
    });
    await plans.publishPlan(coordinator, id);
    expect((await myYear(learner)).courses).toEqual([]);
    await classFrom(world, personId, '2026-03-02');
    const year = await myYear(learner);
    expect(year.courses[0]?.plans).toEqual(['执法人员年度计划']);
    expect(year.standings[0]).toMatchObject({ ledger: 'training', targetHundredths: 6000 });
    expect(year.needsExam).toBe(true);
    const later = world.at('2026-05-04T01:00:00.000Z');
    await classFrom(later, personId, '2026-03-02', '2026-05-03');
    expect((await myYear({ ...learner, now: later.now })).courses).toEqual([]);
    const members = await world.db.selectFrom('plan_member').selectAll().execute();
    expect(members).toEqual([
      { plan_id: id, person_id: personId, valid_from: '2026-03-02', valid_to: '2026-05-03' },
    ]);
  });
});
