import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as study from '#lib/server/study/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { bureau, publishedLesson } from '../../support/lessons.ts';
import { monday, type World } from '../../support/world.ts';

async function start(engine: { world(): Promise<World> }) {
  const world = await engine.world();
  const of = await bureau(world);
  const lesson = await publishedLesson(world, of);
  const at = (seconds: number) => world.at(addSeconds(monday, seconds)).signedIn({ personId: of.learner });
  const answer = async (seconds: number, attemptId: string, text: string) => {
    const { items } = await study.checkSheet(at(seconds), attemptId);
    const letters = items.map((item) => item.options.filter((one) => one.text === text).map((one) => one.id));
    return study.answerCheck(at(seconds), { attemptId, letters });
  };
  return { world, of, lesson, at, answer };
}

onBothEngines('a check', (engine) => {
  it('shows neither key nor explanation nor the ids of the bank before it was answered, then all at once', async () => {
    const { lesson, at, answer } = await start(engine);
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    const attemptId = await study.startCheck(at(1), openingId);
    const before = await study.checkSheet(at(1), attemptId);
    expect(before.items).toHaveLength(3);
    expect(before.items.every((item) => item.result === null)).toBe(true);
    expect(JSON.stringify(before)).not.toMatch(/选乙|version of|answerKey|T-/);
    await answer(2, attemptId, '甲');
    const after = await study.checkSheet(at(3), attemptId);
    expect(after).toMatchObject({ passed: false, rightCount: 0 });
    expect(after.items[0]?.result).toMatchObject({ right: false, explanation: '选乙。' });
  });

  it('is resumed where it was begun, and drawn anew after it was failed', async () => {
    const { lesson, at, answer } = await start(engine);
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    const [first, again] = [
      await study.startCheck(at(1), openingId),
      await study.startCheck(at(2), openingId),
    ];
    expect(again).toBe(first);
    expect(await answer(3, first, '甲')).toEqual({ passed: false, outcome: { kind: 'checkMissing' } });
    expect(await study.startCheck(at(4), openingId)).not.toBe(first);
  });

  it('refuses an unfinished sheet and names the question', async () => {
    const { lesson, at } = await start(engine);
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    const attemptId = await study.startCheck(at(1), openingId);
    await expect(
      study.answerCheck(at(2), { attemptId, letters: [['A'], ['Z'], ['B']] }),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: '第 2 题还没有作答。',
    });
  });
});

onBothEngines('a test-out', (engine) => {
  it('completes the lesson at once and says where it came from', async () => {
    const { of, world, lesson, at, answer } = await start(engine);
    const attemptId = await study.startTestOut(at(0), lesson.lessonId);
    expect((await study.checkSheet(at(0), attemptId)).items).toHaveLength(4);
    expect(await answer(5, attemptId, '乙')).toEqual({ passed: true, outcome: { kind: 'completed' } });
    expect(await study.completedLessons(world.db, { personId: of.learner, planYear: 2026 })).toMatchObject([
      { lessonId: lesson.lessonId, origin: 'testOut' },
    ]);
    expect(await study.readLesson(at(9), lesson.lessonId)).toMatchObject({ kind: 'open', openingId: null });
  });

  it('is had once a year, and not after the check has explained itself', async () => {
    const { lesson, at, answer, world, of } = await start(engine);
    await answer(1, await study.startTestOut(at(0), lesson.lessonId), '甲');
    await expect(study.startTestOut(at(2), lesson.lessonId)).rejects.toMatchObject({ code: 'conflict' });
    const other = await publishedLesson(world, of);
    const waiting = await study.startTestOut(at(3), other.lessonId);
    const { openingId } = await study.openLesson(at(4), other.lessonId);
    await answer(5, await study.startCheck(at(5), openingId), '甲');
    await expect(answer(6, waiting, '乙')).rejects.toMatchObject({ code: 'conflict' });
  });
});

onBothEngines('a test-out over the turn of the year', (engine) => {
  it('ends with the plan year in which it was begun', async () => {
    const { world, of, lesson } = await start(engine);
    const act = (moment: string) => world.at(moment).signedIn({ personId: of.learner });
    const attemptId = await study.startTestOut(act('2026-12-31T15:59:00.000Z'), lesson.lessonId);
    const letters = [['A'], ['A'], ['A'], ['A']];
    await expect(
      study.answerCheck(act('2026-12-31T16:01:00.000Z'), { attemptId, letters }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await study.startTestOut(act('2026-12-31T16:02:00.000Z'), lesson.lessonId)).not.toBe(attemptId);
  });
});

onBothEngines('a reading place', (engine) => {
  it('brings the reader back on another device and grants nothing', async () => {
    const { of, world, lesson, at } = await start(engine);
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    await study.savePlace(at(5), { openingId, paragraph: 6 });
    expect(await study.readLesson(at(6), lesson.lessonId)).toMatchObject({
      ...{ kind: 'open', place: 6, outcome: { kind: 'checkMissing' }, counting: true },
      laws: [{ citation: '《行政处罚法》第六十三条（2021-07-15 起施行）', paragraphs: null }],
    });
    expect(await study.lastOpened(world.db, of.learner, at(7).now)).toMatchObject({
      paragraph: 6,
      paragraphs: 12,
    });
    expect(await study.readCourse(at(8), lesson.courseId)).toMatchObject({
      lessons: [{ state: 'open', place: '第 6 段，共 12 段' }],
    });
    expect(await study.listOpenCourses(at(8))).toMatchObject([{ lessons: 1, completed: 0 }]);
  });

  it('shows nothing of the text before the lesson was opened', async () => {
    const { lesson, at } = await start(engine);
    expect(JSON.stringify(await study.readLesson(at(0), lesson.lessonId))).not.toContain('法法法');
  });

  it('tells who assigned a course how many lessons are done, never how long it took', async () => {
    const { world, of, lesson, at, answer } = await start(engine);
    await answer(1, await study.startTestOut(at(0), lesson.lessonId), '乙');
    const asked = { courseId: lesson.courseId, personIds: [of.learner, of.second], planYear: 2026 };
    const progress = await study.progressOf(world.db, asked);
    expect(progress).toContainEqual({ personId: of.learner, opened: true, completed: 1 });
    expect(progress).toContainEqual({ personId: of.second, opened: false, completed: 0 });
  });
});
