import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import { satExam } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday } from '../../support/world.ts';

onBothEngines('the clock of an attempt', (engine) => {
  it('tells its candidate the time left and who holds the pen, and nobody else anything', async () => {
    const { examId, at, world } = await satExam(engine, { takers: 2 });
    const attemptId = await exams.start(at(0), { examId });
    expect(await exams.clock(at(10), attemptId)).toEqual({
      now: addSeconds(monday, 10),
      deadline: addSeconds(monday, 3600),
      remainingSeconds: 3590,
      allowances: [],
      writer: 0,
      status: 'open',
    });
    await exams.takeOver(at(11), attemptId);
    expect(await exams.clock(at(12), attemptId)).toMatchObject({ writer: 1 });
    await expect(exams.clock(at(12, 1), attemptId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(exams.clock(world.visitor, attemptId)).rejects.toMatchObject({ code: 'unauthenticated' });
    await exams.submit(at(13), attemptId);
    expect(await exams.clock(at(14), attemptId)).toMatchObject({ status: 'submitted', remainingSeconds: 0 });
  });
});
