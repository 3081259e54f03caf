import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as hours from '#lib/server/hours/index.ts';
import * as study from '#lib/server/study/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { actsOf, bureau, publishedLesson } from '../../support/lessons.ts';
import { monday, type World } from '../../support/world.ts';

async function completed(engine: { world(): Promise<World> }) {
  const world = await engine.world();
  const of = await bureau(world);
  const { lessonId } = await publishedLesson(world, of);
  const at = (seconds: number) => world.at(addSeconds(monday, seconds)).signedIn({ personId: of.learner });
  const pass = async (openingId: string, second: number) => {
    const attemptId = await study.startCheck(at(second), openingId);
    const { items } = await study.checkSheet(at(second), attemptId);
    const letters = items.map((item) => item.options.filter((one) => one.text === '乙').map((one) => one.id));
    return (await study.answerCheck(at(second), { attemptId, letters })).outcome;
  };
  const { openingId } = await study.openLesson(at(0), lessonId);
  await pass(openingId, 200);
  const key = { personId: of.learner, lessonId, planYear: 2026 };
  const totals = () => hours.totalsOf(world.db, key);
  return { world, of, at, pass, lessonId, openingId, key, totals };
}

onBothEngines('taking a completion back', (engine) => {
  it('reverses both ledgers; the lesson is read and checked anew and is then the next revision', async () => {
    const { world, of, at, pass, lessonId, openingId, key, totals } = await completed(engine);
    const before = await totals();
    expect(before.training > 0 && before.credit === 50).toBe(true);
    const { second } = actsOf(world.at(addSeconds(monday, 400)), of);
    await study.reverseCompletion(second, { ...key, reason: '他人代学' });
    expect(await totals()).toEqual({ training: 0, credit: 0 });
    expect(await study.completedLessons(world.db, key)).toEqual([]);
    await expect(study.reverseCompletion(second, { ...key, reason: '再撤' })).rejects.toThrow('已经撤销');
    expect((await pass(openingId, 410)).kind).not.toBe('completed');
    const again = await study.openLesson(at(500), lessonId);
    expect(again).toMatchObject({ outcome: { kind: 'checkMissing' } });
    expect(again.openingId).not.toBe(openingId);
    expect((await pass(again.openingId, 510)).kind).toBe('timeMissing');
    const done = await study.savePlace(at(900), { openingId: again.openingId, paragraph: 3 });
    expect(done.outcome).toEqual({ kind: 'completed' });
    expect(await totals()).toEqual(before);
    const book = await hours.readLedger(at(901), { ...key, ledger: 'credit' });
    expect(book.lines.map((line) => line.hundredths)).toEqual([50, -50, 50]);
    expect(book.lines[1]?.reason).toBe('他人代学');
  });

  it('needs a reason and another coordinator of his unit', async () => {
    const { world, of, key } = await completed(engine);
    const { second } = actsOf(world, of);
    await expect(study.reverseCompletion(second, { ...key, reason: ' ' })).rejects.toThrow('原因');
    const own = world.signedIn({ personId: of.learner, roles: { coordinator: of.unitId } });
    const asked = { ...key, reason: '试' };
    await expect(study.reverseCompletion(own, asked)).rejects.toMatchObject({ code: 'conflict' });
    const beside = world.signedIn({ roles: { coordinator: 'elsewhere' } });
    await expect(study.reverseCompletion(beside, asked)).rejects.toMatchObject({ code: 'notFound' });
  });
});
