import { expect, it } from 'vitest';
import type { StudyFact } from '#lib/domain/facts/study.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { subscribe } from '#lib/server/facts/index.ts';
import * as study from '#lib/server/study/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { bureau, publishedLesson } from '../../support/lessons.ts';
import { monday, type World } from '../../support/world.ts';

/** A learner's acts `seconds` after Monday's beginning. */
function reader(world: World, personId: string) {
  return (seconds: number) => world.at(addSeconds(monday, seconds)).signedIn({ personId });
}

/** Letters that answer every question of a try rightly, or all of them wrongly: 乙 is right. */
async function lettersFor(act: ReturnType<ReturnType<typeof reader>>, attemptId: string, text: '甲' | '乙') {
  const { items } = await study.checkSheet(act, attemptId);
  return items.map((item) =>
    item.options.filter((option) => option.text === text).map((option) => option.id),
  );
}

async function start(engine: { world(): Promise<World> }) {
  const world = await engine.world();
  const facts: Extract<StudyFact, { kind: 'lessonCompleted' }>[] = [];
  subscribe(world.db, 'lessonCompleted', async (_, fact) => void facts.push(fact));
  const of = await bureau(world);
  const lesson = await publishedLesson(world, of);
  return { world, of, lesson, facts, at: reader(world, of.learner) };
}

onBothEngines('completing a lesson', (engine) => {
  it('takes the opening, the minimum time and the check, and is announced once', async () => {
    const { lesson, facts, at, of } = await start(engine);
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    const attemptId = await study.startCheck(at(130), openingId);
    const letters = await lettersFor(at(130), attemptId, '乙');
    expect(await study.answerCheck(at(140), { attemptId, letters })).toEqual({
      passed: true,
      outcome: { kind: 'completed' },
    });
    expect(facts).toEqual([
      expect.objectContaining({
        ...{ personId: of.learner, lessonVersionId: lesson.versionId, planYear: 2026, origin: 'check' },
        ...{ revision: 1, studyMinutes: 8, creditHundredths: 50 },
      }),
    ]);
    await study.savePlace(at(200), { openingId, paragraph: 3 });
    expect((await study.openLesson(at(300), lesson.lessonId)).openingId).toBe(openingId);
    await expect(study.startCheck(at(310), openingId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(study.answerCheck(at(320), { attemptId, letters })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(facts).toHaveLength(1);
  });

  it('is never had without an opening, whatever is sent', async () => {
    const { lesson, facts, at } = await start(engine);
    await expect(study.startCheck(at(0), 'no such opening')).rejects.toMatchObject({ code: 'notFound' });
    await expect(study.savePlace(at(0), { openingId: lesson.lessonId, paragraph: 12 })).rejects.toMatchObject(
      {
        code: 'notFound',
      },
    );
    expect(await study.readLesson(at(9999), lesson.lessonId)).toMatchObject({ kind: 'unopened' });
    expect(facts).toEqual([]);
  });

  it('below the minimum time waits, says what is missing, and comes by itself with the next request', async () => {
    const { lesson, facts, at } = await start(engine);
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    const attemptId = await study.startCheck(at(2), openingId);
    const answer = { attemptId, letters: await lettersFor(at(2), attemptId, '乙') };
    expect(await study.answerCheck(at(5), answer)).toEqual({
      passed: true,
      outcome: { kind: 'timeMissing', seconds: 115 },
    });
    for (const paragraph of [12, 12, 12, 999]) await study.savePlace(at(10), { openingId, paragraph });
    expect(facts).toEqual([]);
    expect(await study.readLesson(at(119), lesson.lessonId)).toMatchObject({
      outcome: { kind: 'timeMissing', seconds: 1 },
    });
    expect(await study.savePlace(at(120), { openingId, paragraph: 1 })).toMatchObject({
      outcome: { kind: 'completed' },
    });
    expect(facts).toHaveLength(1);
  });

  it('counts ten minutes after the last sign of life and reads on after a pause', async () => {
    const { world, of, at } = await start(engine);
    const long = await publishedLesson(world, of, { setMinimumSeconds: 900 });
    const { openingId } = await study.openLesson(at(0), long.lessonId);
    const attemptId = await study.startCheck(at(0), openingId);
    await study.answerCheck(at(0), { attemptId, letters: await lettersFor(at(0), attemptId, '乙') });
    expect(await study.savePlace(at(36_000), { openingId, paragraph: 2 })).toMatchObject({
      outcome: { kind: 'timeMissing', seconds: 300 },
    });
    expect(await study.savePlace(at(36_300), { openingId, paragraph: 3 })).toMatchObject({
      outcome: { kind: 'completed' },
    });
  });

  it('gives two lessons read at once no more than the time that passed', async () => {
    const { world, of, lesson, facts, at } = await start(engine);
    const other = await publishedLesson(world, of);
    const one = await study.openLesson(at(0), lesson.lessonId);
    const two = await study.openLesson(at(30), other.lessonId);
    for (const { openingId } of [one, two]) {
      const attemptId = await study.startCheck(at(40), openingId);
      await study.answerCheck(at(40), { attemptId, letters: await lettersFor(at(40), attemptId, '乙') });
    }
    expect(await study.savePlace(at(100), { openingId: one.openingId, paragraph: 5 })).toMatchObject({
      counting: false,
      outcome: { kind: 'timeMissing', seconds: 90 },
    });
    await study.savePlace(at(149), { openingId: two.openingId, paragraph: 5 });
    expect(facts).toEqual([]);
    await study.savePlace(at(150), { openingId: two.openingId, paragraph: 6 });
    expect(facts).toHaveLength(1);
    await study.openLesson(at(150), lesson.lessonId);
    await study.savePlace(at(239), { openingId: one.openingId, paragraph: 6 });
    expect(facts).toHaveLength(1);
    await study.savePlace(at(240), { openingId: one.openingId, paragraph: 6 });
    expect(facts).toHaveLength(2);
  });

  it('happens once although devices ask at the same moment', async () => {
    const { lesson, facts, at } = await start(engine);
    const openings = await Promise.all(
      [0, 0, 0].map((second) => study.openLesson(at(second), lesson.lessonId)),
    );
    const openingId = openings[0]!.openingId;
    expect(new Set(openings.map((opening) => opening.openingId)).size).toBe(1);
    const attemptId = await study.startCheck(at(1), openingId);
    await study.answerCheck(at(2), { attemptId, letters: await lettersFor(at(1), attemptId, '乙') });
    await Promise.all([1, 2, 3, 4].map((paragraph) => study.savePlace(at(400), { openingId, paragraph })));
    expect(facts).toHaveLength(1);
  });

  it('belongs to its reader: others neither see nor use an opening or a try', async () => {
    const { world, of, lesson, at } = await start(engine);
    const { openingId } = await study.openLesson(at(0), lesson.lessonId);
    const attemptId = await study.startCheck(at(1), openingId);
    const other = world.signedIn({ personId: of.second, roles: { coordinator: of.unitId } });
    const missing = { code: 'notFound' };
    await expect(study.savePlace(other, { openingId, paragraph: 1 })).rejects.toMatchObject(missing);
    await expect(study.startCheck(other, openingId)).rejects.toMatchObject(missing);
    await expect(study.checkSheet(other, attemptId)).rejects.toMatchObject(missing);
    await expect(study.answerCheck(other, { attemptId, letters: [] })).rejects.toMatchObject(missing);
    await expect(study.openLesson(world.visitor, lesson.lessonId)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('comes again in the next plan year, with a new opening', async () => {
    const { world, of, lesson, facts } = await start(engine);
    const complete = async (moment: string) => {
      const act = (seconds: number) =>
        world.at(addSeconds(moment, seconds)).signedIn({ personId: of.learner });
      const { openingId } = await study.openLesson(act(0), lesson.lessonId);
      const attemptId = await study.startCheck(act(1), openingId);
      await study.answerCheck(act(500), { attemptId, letters: await lettersFor(act(1), attemptId, '乙') });
    };
    await complete('2026-12-31T15:50:00.000Z');
    await complete('2026-12-31T16:00:00.000Z');
    expect(facts.map((fact) => fact.planYear)).toEqual([2026, 2027]);
  });

  it('is not had again in the next plan year for what earned it in the last', async () => {
    const { world, of, lesson, facts } = await start(engine);
    const act = (seconds: number) =>
      world.at(addSeconds('2026-12-31T15:50:00.000Z', seconds)).signedIn({ personId: of.learner });
    const { openingId } = await study.openLesson(act(0), lesson.lessonId);
    const attemptId = await study.startCheck(act(1), openingId);
    await study.answerCheck(act(500), { attemptId, letters: await lettersFor(act(1), attemptId, '乙') });
    for (const seconds of [599, 600, 900, 9000]) {
      const { outcome } = await study.savePlace(act(seconds), { openingId, paragraph: 1 });
      expect(outcome).toEqual({ kind: seconds < 600 ? 'completed' : 'checkMissing' });
    }
    expect(facts.map((fact) => fact.planYear)).toEqual([2026]);
  });
});
