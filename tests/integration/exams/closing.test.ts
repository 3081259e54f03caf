import { expect, it } from 'vitest';
import * as exams from '#lib/server/exams/index.ts';
import { satExam } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';

onBothEngines('the end of a room', (engine) => {
  it('closes a whole room that ends at once, and lets who still sits save in between', async () => {
    const { examId, at, system, takers } = await satExam(engine, { takers: 33 });
    for (const taker of takers.keys()) await exams.start(at(taker === 0 ? 60 : 0, taker), { examId });
    const attemptId = await exams.start(at(60), { examId });
    const { writer } = await exams.takeOver(at(61), attemptId);
    const [item] = (await exams.room(at(61), attemptId)).items;
    const answer = { itemId: item?.itemId ?? '', revision: 1, chosen: [item?.options[0]?.id ?? ''] };
    const order: string[] = [];
    const closing = exams.closeOverdue(system(3602)).then((closed) => order.push(`${closed} closed`));
    await exams.saveAnswers(at(3603), { attemptId, writer, answers: [answer] });
    order.push('saved');
    await closing;
    expect(order).toEqual(['saved', '32 closed']);
  });

  it('closes the others although one cannot be closed, and says so', async () => {
    const { examId, at, system, world } = await satExam(engine, { takers: 2 });
    const attemptId = await exams.start(at(0), { examId });
    await exams.start(at(0, 1), { examId });
    const broken = { attempt_id: attemptId, number: 'taken', ended_at: '', digest: '', signature: '' };
    await world.db.insertInto('receipt').values(broken).execute();
    await expect(exams.closeOverdue(system(3602))).rejects.toThrow('1 attempts stay open');
    expect((await exams.mine(at(3603, 1)))[0]).toMatchObject({ attemptsUsed: 1, openAttempt: null });
    expect((await exams.mine(at(3603)))[0]).toMatchObject({ openAttempt: { attemptId } });
  });
});
