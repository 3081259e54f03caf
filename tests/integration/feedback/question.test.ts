import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as feedback from '#lib/server/feedback/index.ts';
import * as study from '#lib/server/study/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { satExam } from '../../support/exams.ts';
import { bureau, publishedLesson } from '../../support/lessons.ts';
import { practiser, question, topic } from '../../support/practice.ts';
import { monday } from '../../support/world.ts';

const wish = { kind: 'question', body: '答案和条文不一致', page: '/exams', file: null } as const;

onBothEngines('a question that is said to be wrong', (engine) => {
  it('is known to the office once its check was answered, and to nobody before', async () => {
    const world = await engine.world();
    const of = await bureau(world);
    const lesson = await publishedLesson(world, of);
    const at = (seconds: number, personId = of.learner) =>
      world.at(addSeconds(monday, seconds)).signedIn({ personId });
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    const attemptId = await study.startCheck(at(1), openingId);
    const about = { source: 'check', attemptId, position: 2 } as const;
    expect(await feedback.readAbout(at(2), about)).toBeNull();
    const { items } = await study.checkSheet(at(2), attemptId);
    await study.answerCheck(at(3), { attemptId, letters: items.map(() => ['A']) });
    expect(await feedback.readAbout(at(4), about)).toBe(items[1]?.stem);
    expect(await feedback.readAbout(at(4, of.second), about)).toBeNull();
    expect(await feedback.readAbout(at(4), { ...about, position: 9 })).toBeNull();
    const { id } = await feedback.sendFeedback(at(5), { ...wish, about });
    const office = world.signedIn({ personId: of.second, roles: { coordinator: of.unitId } });
    const view = await feedback.viewFeedback(office, id);
    const known = await world.db
      .selectFrom('question_version')
      .innerJoin('question', 'question.id', 'question_version.question_id')
      .select(['question.id', 'question.code'])
      .where('question_version.stem', '=', items[1]?.stem ?? '')
      .execute();
    expect(known).toContainEqual(view.question);
    const told = JSON.stringify(await feedback.myFeedback(at(6)));
    expect(told).not.toContain(view.question?.id);
  });

  it('of an exam is named only when its keys are told, and by who sat it', async () => {
    const { examId, at, unitId, world } = await satExam(engine, { takers: 2 });
    const attemptId = await exams.start(at(0), { examId });
    await exams.submit(at(60), attemptId);
    const about = { source: 'exam', attemptId, position: 1 } as const;
    expect(await feedback.readAbout(at(70), about)).toBeNull();
    const early = await feedback.sendFeedback(at(70), { ...wish, about });
    const office = world.signedIn({ roles: { coordinator: unitId } });
    expect((await feedback.viewFeedback(office, early.id)).question).toBeNull();
    const over = 86_400 + 60;
    expect(await feedback.readAbout(at(over), about)).toEqual(expect.any(String));
    expect(await feedback.readAbout(at(over, 1), about)).toBeNull();
    const { id } = await feedback.sendFeedback(at(over), { ...wish, about });
    expect((await feedback.viewFeedback(office, id)).question?.id).toEqual(expect.any(String));
  });

  it('of a set is named as soon as it was answered', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    await question(world, { code: 'Q1', topicId: await topic(world, '行政处罚') });
    const runId = await begin();
    const about = { source: 'practice', attemptId: runId, position: 1 } as const;
    expect(await feedback.readAbout(act(), about)).toBeNull();
    const { stem } = await answer(runId, false);
    expect(await feedback.readAbout(act(), about)).toBe(stem);
    expect(await feedback.readAbout(world.signedIn(), about)).toBeNull();
  });
});
