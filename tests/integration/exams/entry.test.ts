import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import * as study from '#lib/server/study/index.ts';
import { onBothEngines, type Engine } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';
import { bureau, publishedLesson } from '../../support/lessons.ts';
import { monday } from '../../support/world.ts';

/** An exam that asks for the required lessons, an officer whose plan has one required course, and one elective. */
async function held({ world: make }: Pick<Engine, 'world'>) {
  const world = await make();
  const { examId: model, unitId } = await examination(world);
  const own = world.signedIn({ personId: 'own', name: '李科长', roles: { coordinator: unitId } });
  const classes = ['enforcement'] as const;
  const personId = await people.addPerson(own, { name: '张敏', unitId, from: '2026-01-05', classes });
  const house = { ...(await bureau(world)), unitId };
  const [required, elective] = [await publishedLesson(world, house), await publishedLesson(world, house)];
  const { id: requirementId } = await plans.publishRequirement(own, {
    ...{ unitId, classCode: 'enforcement', planYear: 2026, ledger: 'training', targetHundredths: 0 },
    ...{ joiners: 'full', needsExam: true, legalBasis: '测试依据' },
    ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
  });
  const { id: planId } = await plans.createPlan(own, {
    ...{ unitId, planYear: 2026, title: '执法人员计划', requirementId, classCodes: [...classes] },
    ...{ requiredCourseIds: [required.courseId], electiveCourseIds: [elective.courseId] },
  });
  await plans.publishPlan(own, planId);
  const { blueprintId } = await exams.open(own, model);
  const opensAt = addSeconds(monday, 600);
  const examId = await exams.create(own, {
    ...{ unitId, blueprintId, title: '第二场', planYear: 2026, rosterOn: '2026-03-01', entry: 'lessons' },
    ...{ opensAt, closesAt: addSeconds(opensAt, 86_400), durationMinutes: 60, attemptsAllowed: 1 },
    ...{ passHundredths: 900, excellentHundredths: 1400 },
  });
  await exams.publish(own, examId);
  const sitter = (seconds: number) => world.at(addSeconds(opensAt, seconds)).signedIn({ personId });
  const testOut = async (seconds: number, lessonId: string) => {
    const attemptId = await study.startTestOut(sitter(seconds), lessonId);
    const { items } = await study.checkSheet(sitter(seconds), attemptId);
    const letters = items.map((item) => item.options.filter((one) => one.text === '乙').map((one) => one.id));
    await study.answerCheck(sitter(seconds), { attemptId, letters });
  };
  const mine = async (seconds: number) =>
    (await exams.mine(sitter(seconds))).find((one) => one.examId === examId);
  return { unitId, examId, personId, own, required, elective, sitter, testOut, mine };
}

onBothEngines('an exam that asks for the required lessons first', (engine) => {
  it('names those that a plan requires and no others, and opens when they are done', async () => {
    const { unitId, examId, personId, own, required, elective, sitter, testOut, mine } = await held(engine);
    await plans.assign(own, {
      ...{ courseIds: [elective.courseId], unitId, dueOn: '2026-12-31', reason: '新法施行' },
      to: { kind: 'people', personIds: [personId] },
    });
    await expect(exams.start(sitter(0), { examId })).rejects.toMatchObject({
      code: 'conflict',
      message: '请先完成学习计划中的必修课时，还差 1 个。',
    });
    const missing = (await mine(1))?.missingLessons;
    expect(missing).toMatchObject([{ lessonId: required.lessonId, courseTitle: '行政处罚法' }]);
    await testOut(2, required.lessonId);
    expect(await mine(3)).toMatchObject({ state: 'open', missingLessons: [] });
    await exams.start(sitter(4), { examId });
  });
});
