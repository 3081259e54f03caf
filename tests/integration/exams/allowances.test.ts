import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import { examination, type ExaminationWish } from '../../support/exams.ts';
import { onBothEngines, type Engine } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { monday } from '../../support/world.ts';

async function held(engine: Engine, wish: ExaminationWish = {}) {
  const world = await engine.world();
  const { examId, unitId, takers } = await examination(world, { takers: 3, ...wish });
  const at = (seconds: number) => world.at(addSeconds(monday, seconds));
  const sitter = (seconds: number, taker = 0) => at(seconds).signedIn({ personId: takers[taker] ?? '' });
  const own = (seconds = 0) => at(seconds).signedIn({ personId: 'own', roles: { coordinator: unitId } });
  const start = (taker: number, seconds = 0) => exams.start(sitter(seconds, taker), { examId });
  const left = async (attemptId: string, seconds: number, taker = 0) =>
    (await exams.clock(sitter(seconds, taker), attemptId)).remainingSeconds;
  return { world, examId, unitId, takers, at, sitter, own, start, left };
}

onBothEngines('time given while people sit', (engine) => {
  it('reaches one, many or all who sit, each once, and the candidate reads why', async () => {
    const { examId, own, sitter, start, left, world } = await held(engine);
    const [first, second] = [await start(0), await start(1)];
    const give = (attemptIds: readonly string[] | 'all', minutes: number) =>
      exams.giveTime(own(60), { examId, attemptIds, minutes, reason: '三楼停电' });
    expect(await give([first], 10)).toBe(1);
    expect(await left(first, 60)).toBe(3600 - 60 + 600);
    expect(await left(second, 60, 1)).toBe(3600 - 60);
    expect(await give('all', 5)).toBe(2);
    const clock = await exams.clock(sitter(64), first);
    expect(clock.remainingSeconds).toBe(3600 - 64 + 900);
    expect(clock.allowances.map(({ kind, seconds, reason }) => ({ kind, seconds, reason }))).toEqual([
      { kind: 'running', seconds: 600, reason: '三楼停电' },
      { kind: 'running', seconds: 300, reason: '三楼停电' },
    ]);
    const grants = await exams.listGrants(own(70), examId);
    expect(grants.map((one) => [one.attempts, one.minutes, one.wholeExam]).sort()).toEqual([
      [1, 10, false],
      [2, 5, true],
    ]);
    expect(await exams.sitting(own(70), examId)).toMatchObject([
      { attemptId: second, answered: 0, items: 6, allowanceSeconds: 300 },
      { attemptId: first, allowanceSeconds: 900 },
    ]);
    const log = world.db.selectFrom('audit_entry').where('verb', '=', 'exam.timeGiven').select('details');
    expect(await log.execute()).toHaveLength(2);
  });

  it('passes over who has ended, and refuses when nobody sits, nothing is ticked or the unit is another', async () => {
    const { world, examId, own, sitter, start } = await held(engine);
    const attemptId = await start(0);
    await exams.submit(sitter(5), attemptId);
    const grant = { examId, minutes: 5, reason: '试' };
    await expect(exams.giveTime(own(10), { ...grant, attemptIds: [attemptId] })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(exams.giveTime(own(10), { ...grant, attemptIds: [] })).rejects.toMatchObject({
      code: 'invalid',
    });
    const beside = await standingUnit(world, '财政局');
    const stranger = world.signedIn({ roles: { coordinator: beside } });
    await expect(exams.giveTime(stranger, { ...grant, attemptIds: 'all' })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('and the closing job never both win: time that was given is there, or the attempt was over', async () => {
    const { examId, own, sitter, start, at } = await held(engine);
    for (const taker of [0, 1, 2]) await start(taker);
    const grant = { examId, attemptIds: 'all', minutes: 10, reason: '服务器切换' } as const;
    const [given] = await Promise.all([
      exams.giveTime(own(3602), grant).catch(() => 0),
      exams.closeOverdue(at(3602).system),
      exams.giveTime(own(3602), grant).catch(() => 0),
    ]);
    expect(given).toBeGreaterThanOrEqual(0);
    for (const taker of [0, 1, 2]) {
      const [mine] = await exams.mine(sitter(3603, taker));
      const attemptId = mine?.openAttempt?.attemptId ?? mine?.ended[0]?.attemptId ?? '';
      const clock = await exams.clock(sitter(3603, taker), attemptId);
      const seconds = clock.allowances.reduce((sum, one) => sum + one.seconds, 0);
      expect(clock.deadline).toBe(addSeconds(monday, 3600 + seconds));
      if (clock.status === 'open') expect(seconds).toBeGreaterThan(0);
    }
  });

  it('given in the same moment saves a late submission: it is handed in, not closed', async () => {
    const { examId, own, sitter, start } = await held(engine);
    const attemptId = await start(0);
    await exams.giveTime(own(3590), { examId, attemptIds: 'all', minutes: 1, reason: '广播通知' });
    await exams.submit(sitter(3610), attemptId);
    expect(await exams.submission(sitter(3611), attemptId)).toMatchObject({ status: 'submitted' });
  });
});

onBothEngines('a standing allowance', (engine) => {
  it('lengthens every attempt begun on its days, by percent or minutes, beyond the window', async () => {
    const { takers, own, sitter, left, start } = await held(engine, { windowSeconds: 3000 });
    const give = { personId: takers[0] ?? '', reason: '视力残疾', from: '2026-03-01', to: null };
    const id = await exams.giveStanding(own(), { ...give, percent: 50, minutes: null });
    const first = await start(0);
    expect(await left(first, 0)).toBe(3000 + 1800);
    expect((await exams.clock(sitter(1), first)).allowances).toMatchObject([
      { kind: 'standing', seconds: 1800, reason: '视力残疾' },
    ]);
    expect(await left(await start(1), 0, 1)).toBe(3000);
    expect(await exams.listStanding(own())).toMatchObject([{ id, percent: 50, to: null }]);
    await exams.endStanding(own(86_400), { id, reason: '恢复' });
    await expect(exams.endStanding(own(86_400), { id, reason: '恢复' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const both = { ...give, percent: 20, minutes: 10 };
    await expect(exams.giveStanding(own(), both)).rejects.toMatchObject({ code: 'invalid' });
    await expect(exams.giveStanding(sitter(0), both)).rejects.toMatchObject({ code: 'notFound' });
  });
});

onBothEngines('a window', (engine) => {
  it('is extended with a reason, and open attempts follow the rule with what was given to them', async () => {
    const { examId, own, sitter, left, start } = await held(engine, { windowSeconds: 1000 });
    const attemptId = await start(0);
    await exams.giveTime(own(10), { examId, attemptIds: 'all', minutes: 2, reason: '广播' });
    expect(await left(attemptId, 10)).toBe(990 + 120);
    const extend = (seconds: number) =>
      exams.extendWindow(own(20), {
        ...{ examId, kind: 'main', closesAt: addSeconds(monday, seconds), reason: '网络检修' },
      });
    await extend(2000);
    expect(await left(attemptId, 20)).toBe(2000 - 20 + 120);
    await extend(90_000);
    expect(await left(attemptId, 20)).toBe(3600 - 20 + 120);
    await expect(extend(80_000)).rejects.toMatchObject({ code: 'invalid' });
    expect((await exams.mine(sitter(80_000, 1)))[0]).toMatchObject({ state: 'open' });
  });

  it('is not extended once who sat can see the key; while nobody can, it is', async () => {
    const { examId, own, sitter, at, start } = await held(engine, { windowSeconds: 1000 });
    const extend = (now: number, seconds: number, kind: 'main' | 'makeup' = 'main') =>
      exams.extendWindow(own(now), {
        ...{ examId, kind, closesAt: addSeconds(monday, seconds), reason: '再给一天' },
      });
    await extend(1500, 2000);
    const attemptId = await start(0, 1600);
    await extend(2001, 2200);
    await exams.submit(sitter(2100), attemptId);
    await expect(extend(2201, 3000)).rejects.toMatchObject({
      fields: { closesAt: expect.stringContaining('补考') },
    });
    await exams.arrangeMakeup(own(2300), {
      ...{ examId, opensAt: addSeconds(monday, 4000), closesAt: addSeconds(monday, 5000) },
      ...{ attemptsAllowed: 1, admits: 'unpassed' },
    });
    await expect(extend(5001, 6000, 'makeup')).rejects.toMatchObject({
      fields: { closesAt: expect.stringContaining('另建') },
    });
    expect(await exams.closeOverdue(at(5001).system)).toBe(0);
  });

  it('is cancelled with its exam: who sits gets a receipt, nobody begins, and the list is gone', async () => {
    const { examId, at, own, sitter, start } = await held(engine);
    const attemptId = await start(0);
    await exams.cancel(own(30), { examId, reason: '试题泄露' });
    expect(await exams.closeOverdue(at(32).system)).toBe(1);
    expect(await exams.submission(sitter(33), attemptId)).toMatchObject({
      status: 'closed',
      receipt: { endedAt: addSeconds(monday, 30) },
    });
    await expect(start(1, 40)).rejects.toMatchObject({ code: 'notFound' });
    expect(await exams.mine(sitter(40))).toEqual([]);
    await expect(exams.cancel(own(50), { examId, reason: '再取消' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
