import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import { examination } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday, type World } from '../../support/world.ts';

async function sitting(engine: { world(): Promise<World> }) {
  const world = await engine.world();
  const { examId, takers } = await examination(world);
  const at = (seconds: number) =>
    world.at(addSeconds(monday, seconds)).signedIn({ personId: takers[0] ?? '' });
  const attemptId = await exams.start(at(0), { examId });
  const { writer } = await exams.takeOver(at(0), attemptId);
  const { items } = await exams.room(at(0), attemptId);
  const save = (seconds: number, index: number, revision: number, option = 0, as = writer) => {
    const item = items[index] as exams.SheetView;
    const chosen = [item.options[option]?.id ?? ''];
    return exams.saveAnswers(at(seconds), {
      attemptId,
      writer: as,
      answers: [{ itemId: item.itemId, revision, chosen }],
    });
  };
  return { world, attemptId, at, items, save, writer };
}

onBothEngines('saving answers', (engine) => {
  it('keeps an answer durably and tells the time of the server', async () => {
    const { save, attemptId, at, items } = await sitting(engine);
    const reply = await save(10, 0, 1);
    const savedAt = addSeconds(monday, 10);
    expect(reply).toMatchObject({ serverTime: savedAt, remainingSeconds: 3590 });
    expect(reply.answers).toEqual([{ itemId: items[0]?.itemId, revision: 1, outcome: 'saved', savedAt }]);
    const { items: again } = await exams.room(at(11), attemptId);
    expect(again[0]).toMatchObject({ revision: 1, chosen: [items[0]?.options[0]?.id], savedAt });
  });

  it('writes many saves of one turn together and acknowledges each', async () => {
    const { save, items } = await sitting(engine);
    const replies = await Promise.all(items.map((_, index) => save(5, index, 1)));
    expect(replies.flatMap((reply) => reply.answers.map((answer) => answer.outcome))).toEqual(
      items.map(() => 'saved'),
    );
  });

  it('says stale to an older revision and saved to a repeated one', async () => {
    const { save } = await sitting(engine);
    await save(10, 0, 2, 1);
    expect((await save(11, 0, 1, 0)).answers[0]).toMatchObject({
      outcome: 'stale',
      savedAt: addSeconds(monday, 10),
    });
    expect((await save(12, 0, 2, 1)).answers[0]).toMatchObject({
      outcome: 'saved',
      savedAt: addSeconds(monday, 10),
    });
    expect((await save(13, 0, 2, 0)).answers[0]).toMatchObject({ outcome: 'stale' });
  });

  it('refuses the page that lost the pen, and what it sent does not count', async () => {
    const { save, attemptId, at, writer } = await sitting(engine);
    await exams.takeOver(at(10), attemptId);
    const refused = save(11, 0, 1, 0, writer);
    await expect(refused).rejects.toMatchObject({ code: 'conflict', details: { reason: 'takenOver' } });
    expect((await exams.room(at(12), attemptId)).items[0]?.revision).toBe(0);
  });

  it('refuses after the deadline with its time, and after handing in', async () => {
    const { save, attemptId, at } = await sitting(engine);
    await save(3600, 0, 1);
    await expect(save(3601, 1, 1)).rejects.toMatchObject({
      code: 'conflict',
      message: '答题时间已于 2026-03-02 10:00:00 结束，这次改动没有保存。',
    });
    await exams.submit(at(3600), attemptId);
    await expect(save(3600, 1, 1)).rejects.toMatchObject({ details: { reason: 'ended' } });
  });

  it('refuses options of another question, a foreign sheet and an unknown attempt', async () => {
    const { world, attemptId, at, items, writer } = await sitting(engine);
    const foreign = [
      { itemId: items[0]?.itemId ?? '', revision: 1, chosen: [items[1]?.options[0]?.id ?? ''] },
    ];
    const save = (act: ReturnType<typeof at>, id: string) =>
      exams.saveAnswers(act, { attemptId: id, writer, answers: foreign });
    await expect(save(at(1), attemptId)).rejects.toMatchObject({ code: 'invalid' });
    await expect(save(world.signedIn(), attemptId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(save(at(1), 'no such attempt')).rejects.toMatchObject({ code: 'notFound' });
  });

  it('ends the same in any order and with any repetition', async () => {
    const { save, attemptId, at, items } = await sitting(engine);
    let base = 0;
    const step = fc.record({ index: fc.nat({ max: 2 }), revision: fc.integer({ min: 1, max: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        base += 4;
        await Promise.all(
          [...steps, ...steps].map(({ index, revision }) => save(20, index, base + revision, revision % 2)),
        );
        const { items: after } = await exams.room(at(21), attemptId);
        for (const index of [0, 1, 2]) {
          const last = Math.max(0, ...steps.filter((one) => one.index === index).map((one) => one.revision));
          if (last === 0) continue;
          expect(after[index]?.revision).toBe(base + last);
          expect(after[index]?.chosen).toEqual([items[index]?.options[last % 2]?.id]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
