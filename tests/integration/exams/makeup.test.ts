import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { examination, rightOptions } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday } from '../../support/world.ts';

async function answerAll(act: Act, attemptId: string): Promise<void> {
  const { writer } = await exams.takeOver(act, attemptId);
  const { items } = await exams.room(act, attemptId);
  const answers = items.map((item) => ({ itemId: item.itemId, revision: 1, chosen: rightOptions(item) }));
  await exams.saveAnswers(act, { attemptId, writer, answers });
}

onBothEngines('a make-up', (engine) => {
  it('is for who failed or was absent, not for who passed; its year is the main exam’s', async () => {
    const world = await engine.world();
    const { examId, unitId, takers } = await examination(world, {
      takers: 3,
      attemptsAllowed: 1,
      windowSeconds: 600,
    });
    const at = (seconds: number, taker = 0) =>
      world.at(addSeconds(monday, seconds)).signedIn({ personId: takers[taker] ?? '' });
    const own = world.signedIn({ roles: { coordinator: unitId } });
    const passed = await exams.start(at(0), { examId });
    await answerAll(at(1), passed);
    await exams.submit(at(2), passed);
    await exams.submit(at(2, 1), await exams.start(at(1, 1), { examId }));
    await expect(exams.start(at(3, 1), { examId })).rejects.toThrow('用完');
    const window = { opensAt: addSeconds(monday, 1000), closesAt: addSeconds(monday, 2000) };
    const makeup = { examId, ...window, attemptsAllowed: 2, admits: 'unpassed' as const };
    const early = { ...makeup, opensAt: addSeconds(monday, 500) };
    await expect(exams.arrangeMakeup(own, early)).rejects.toMatchObject({ code: 'invalid' });
    await exams.arrangeMakeup(own, { ...makeup, attemptsAllowed: 5 });
    await exams.arrangeMakeup(own, makeup);
    expect((await exams.mine(at(700, 1)))[0]).toMatchObject({
      ...{ sitting: 'makeup', state: 'upcoming', attemptsAllowed: 2, attemptsUsed: 0, planYear: 2026 },
    });
    expect((await exams.mine(at(1100)))[0]).toMatchObject({
      sitting: 'main',
      state: 'finished',
      makeup: null,
    });
    await expect(exams.start(at(1100), { examId })).rejects.toThrow('用完');
    const second = await exams.start(at(1100, 1), { examId });
    await answerAll(at(1101, 1), second);
    await exams.submit(at(1102, 1), second);
    const absent = await exams.start(at(1900, 2), { examId });
    expect((await exams.room(at(1900, 2), absent)).deadline).toBe(window.closesAt);
    const best = await exams.bestAttempt(world.db, { examId, personId: takers[1] ?? '' });
    expect(best).toMatchObject({ attemptId: second, scoreHundredths: 1600 });
    const kinds = world.db
      .selectFrom('attempt')
      .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
      .where('attempt.exam_id', '=', examId)
      .select('sitting.kind')
      .orderBy('attempt.started_at');
    expect((await kinds.execute()).map((row) => row.kind)).toEqual(['main', 'main', 'makeup', 'makeup']);
    const late = { ...own, now: addSeconds(monday, 1100) };
    await expect(exams.arrangeMakeup(late, makeup)).rejects.toThrow('已经开始');
  });
});
