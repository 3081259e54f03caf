import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as grading from '#lib/server/grading/index.ts';
import { rightOptions, satExam, SECRET } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday, type World } from '../../support/world.ts';

async function answerAll(act: ReturnType<World['signedIn']>, attemptId: string): Promise<void> {
  const { writer } = await exams.takeOver(act, attemptId);
  const { items } = await exams.room(act, attemptId);
  const answers = items.map((item) => ({ itemId: item.itemId, revision: 1, chosen: rightOptions(item) }));
  await exams.saveAnswers(act, { attemptId, writer, answers });
}

onBothEngines('an attempt', (engine) => {
  it('has a sheet of its own: other ids and orders for each, and every kind as often as the blueprint says', async () => {
    const { examId, at } = await satExam(engine, { takers: 2 });
    const rooms = await Promise.all(
      [0, 1].map(async (taker) => exams.room(at(0, taker), await exams.start(at(0, taker), { examId }))),
    );
    const ids = rooms.flatMap((room) =>
      room.items.flatMap((item) => [item.itemId, ...item.options.map((one) => one.id)]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const room of rooms) {
      expect(room.items.map((item) => item.type)).toEqual([
        'single',
        'single',
        'multiple',
        'multiple',
        'judgement',
        'judgement',
      ]);
      const pinned = room.items
        .filter((item) => item.type !== 'judgement')
        .map((item) => item.options[3]?.text);
      expect(pinned.every((text) => text?.endsWith('选项D'))).toBe(true);
    }
  });

  it('is one at a time: pressing twice gives the same, and the number of attempts is kept', async () => {
    const { examId, at } = await satExam(engine);
    const [one, two] = await Promise.all([exams.start(at(0), { examId }), exams.start(at(0), { examId })]);
    expect(one).toBe(two);
    await exams.submit(at(5), one as string);
    const third = await exams.start(at(6), { examId });
    expect(third).not.toBe(one);
    await exams.submit(at(7), third);
    await expect(exams.start(at(8), { examId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is refused before and after the window, and to who is not on the list', async () => {
    const { examId, at, world } = await satExam(engine);
    await expect(exams.start(at(-1), { examId })).rejects.toThrow('还没有开始');
    await expect(exams.start(at(86_401), { examId })).rejects.toThrow('已经结束');
    await expect(exams.start(world.signedIn(), { examId })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('ends with the window for one who starts late', async () => {
    const { examId, at, closesAt } = await satExam(engine);
    const room = await exams.room(at(86_000), await exams.start(at(86_000), { examId }));
    expect(room.deadline).toBe(closesAt);
    expect(room.remainingSeconds).toBe(400);
  });

  it('is another person’s business to nobody', async () => {
    const { examId, at } = await satExam(engine, { takers: 2 });
    const attemptId = await exams.start(at(0), { examId });
    await expect(exams.room(at(1, 1), attemptId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(exams.submit(at(1, 1), attemptId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(exams.submission(at(1, 1), attemptId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('names what is unanswered, then gives one receipt that a visitor can verify', async () => {
    const { examId, at, world } = await satExam(engine);
    const attemptId = await exams.start(at(0), { examId });
    expect((await exams.submission(at(1), attemptId)).unanswered).toEqual([1, 2, 3, 4, 5, 6]);
    await answerAll(at(2), attemptId);
    await exams.submit(at(3), attemptId);
    await exams.submit(at(4), attemptId);
    const { receipt, status, unanswered } = await exams.submission(at(5), attemptId);
    expect({ status, unanswered }).toEqual({ status: 'submitted', unanswered: [] });
    expect(receipt?.endedAt).toBe(addSeconds(monday, 3));
    const number = receipt?.number ?? '';
    expect(await exams.verifyReceipt(world.visitor, number)).toMatchObject({
      isGenuine: true,
      digest: receipt?.digest,
    });
    await world.db.updateTable('answer').set({ value: '' }).where('attempt_id', '=', attemptId).execute();
    expect(await exams.verifyReceipt(world.visitor, number)).toMatchObject({ isGenuine: false });
    await expect(exams.verifyReceipt(world.visitor, '20260302-AAAA-AAAA')).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('tells no key, explanation or bank id before the exam is over, then all of it', async () => {
    const { examId, at } = await satExam(engine);
    const attemptId = await exams.start(at(0), { examId });
    await answerAll(at(1), attemptId);
    const { items } = await exams.room(at(2), attemptId);
    const early = [await exams.room(at(2), attemptId), await exams.submission(at(2), attemptId)];
    await exams.submit(at(3), attemptId);
    const result = await grading.result(at(4), attemptId);
    const told = JSON.stringify([
      ...early,
      await exams.mine(at(4)),
      await exams.submission(at(4), attemptId),
      result,
    ]);
    expect(told).not.toMatch(
      new RegExp(`${SECRET}|version-|answerKey|answer_key|isRight|explanation"|"source`),
    );
    expect(result).toMatchObject({
      scoreHundredths: 1600,
      fullMarksHundredths: 1600,
      grade: 'excellent',
      items: null,
    });
    expect(result.topics).toEqual([{ topic: '行政处罚', items: 6, gotHundredths: 1600, ofHundredths: 1600 }]);
    const after = await grading.result(at(86_401), attemptId);
    expect(after.items).toHaveLength(items.length);
    expect(after.items?.[0]?.explanation).toContain(SECRET);
  });

  it('counts the best, and waits with keys while somebody still sits', async () => {
    const { examId, at, world, takers } = await satExam(engine, { takers: 2, windowSeconds: 600 });
    const first = await exams.start(at(0), { examId });
    await answerAll(at(1), first);
    await exams.submit(at(2), first);
    const second = await exams.start(at(3), { examId });
    await exams.submit(at(4), second);
    const best = await exams.bestAttempt(world.db, { examId, personId: takers[0] ?? '' });
    expect(best).toEqual({ attemptId: first, scoreHundredths: 1600 });
    await exams.start(at(500, 1), { examId });
    expect((await grading.result(at(601), first)).items).toBeNull();
    const [mine] = await exams.mine(at(5));
    expect(mine).toMatchObject({ attemptsUsed: 2, state: 'finished', bestHundredths: 1600 });
  });
});

onBothEngines('the exam clock', (engine) => {
  it('closes what is overdue as of its deadline, with a receipt and a score', async () => {
    const { examId, at, system } = await satExam(engine);
    const attemptId = await exams.start(at(0), { examId });
    expect(await exams.closeOverdue(system(3601))).toBe(0);
    expect(await exams.closeOverdue(system(3602))).toBe(1);
    expect(await exams.closeOverdue(system(3603))).toBe(0);
    const { status, receipt } = await exams.submission(at(3604), attemptId);
    expect({ status, endedAt: receipt?.endedAt }).toEqual({
      status: 'closed',
      endedAt: addSeconds(monday, 3600),
    });
    expect(await grading.result(at(3604), attemptId)).toMatchObject({ scoreHundredths: 0, grade: 'failed' });
  });

  it('closes as of the deadline when the candidate himself hands in too late', async () => {
    const { examId, at } = await satExam(engine);
    const attemptId = await exams.start(at(0), { examId });
    await exams.submit(at(3700), attemptId);
    expect(await exams.submission(at(3701), attemptId)).toMatchObject({
      status: 'closed',
      receipt: { endedAt: addSeconds(monday, 3600) },
    });
  });

  it('makes up for an outage once, before anything overdue is closed, and says so', async () => {
    const { examId, at, system } = await satExam(engine);
    await exams.keepTime(system(0));
    const attemptId = await exams.start(at(0), { examId });
    await exams.keepTime(system(2));
    expect(await exams.afterOutage(system(4002))).toBe(1);
    expect(await exams.afterOutage(system(4003))).toBe(0);
    expect(await exams.closeOverdue(system(4004))).toBe(0);
    const room = await exams.room(at(4002), attemptId);
    expect(room.remainingSeconds).toBe(3598);
    const reason = '服务器曾中断，中断的时间已补回';
    expect(room.allowances).toMatchObject([{ kind: 'outage', seconds: 4000, reason }]);
  });

  it('makes up for nothing where the installation was told so, and again where it was told again', async () => {
    const { examId, at, system, world } = await satExam(engine);
    await exams.keepTime(system(0));
    const attemptId = await exams.start(at(0), { examId });
    await exams.setOutagePolicy(world.console, 'off');
    expect(await exams.afterOutage(system(100))).toBe(0);
    await exams.setOutagePolicy(world.console, 'on');
    expect(await exams.afterOutage(system(200))).toBe(1);
    expect((await exams.room(at(200), attemptId)).remainingSeconds).toBe(3600 - 200 + 100);
    await expect(exams.setOutagePolicy(at(1), 'off')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('gives nothing for a short silence', async () => {
    const { examId, at, system } = await satExam(engine);
    await exams.keepTime(system(0));
    const attemptId = await exams.start(at(1), { examId });
    expect(await exams.afterOutage(system(29))).toBe(0);
    expect((await exams.room(at(30), attemptId)).allowances).toEqual([]);
  });
});
