import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as practice from '#lib/server/practice/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { satExam } from '../../support/exams.ts';
import { question, rightLetters, SECRET, topic } from '../../support/practice.ts';
import { declaredTables } from '../../support/schema.ts';
import type { World } from '../../support/world.ts';

/** A candidate of an exam of 2 单选, 2 多选 and 2 判断, and a practice pool that fills it. */
async function candidate(engine: { world(): Promise<World> }, each = 2) {
  const sat = await satExam(engine);
  const topicId = await topic(sat.world, '行政许可');
  for (const type of ['single', 'multiple', 'judgement'] as const) {
    for (let n = 1; n <= each; n += 1) await question(sat.world, { code: `练${type}${n}`, topicId, type });
  }
  return sat;
}

/** Rows of every table but those of practice. */
async function everythingElse(world: World): Promise<Record<string, unknown[]>> {
  const tables = declaredTables().filter((table) => table.room !== 'practice');
  const rows = await Promise.all(
    tables.map(({ name }) =>
      world.db
        .selectFrom(name as 'setting')
        .selectAll()
        .execute(),
    ),
  );
  return Object.fromEntries(tables.map(({ name }, index) => [name, rows[index] ?? []]));
}

onBothEngines('a mock exam', (engine) => {
  it('is drawn by the rows of the exam, keeps answers, stops its clock and is marked by the exam’s rules', async () => {
    const { examId, at } = await candidate(engine);
    const { choices } = await practice.mockDesk(at(0));
    expect(choices[0]).toMatchObject({
      ...{ examId, items: 6, minutes: 60, fullHundredths: 1600, passHundredths: 900, shortages: [] },
    });
    const runId = await practice.beginMock(at(0), { examId });
    const view = (seconds: number, position: number) => practice.viewMock(at(seconds), { runId, position });
    expect(JSON.stringify(await view(1, 1))).not.toMatch(new RegExp(`${SECRET}|练single\\d 1|answerKey`));
    for (const position of [1, 2, 3, 4]) {
      const { item } = await view(5, position);
      const letters = item.type === 'multiple' ? rightLetters(item).slice(0, 2) : rightLetters(item);
      await practice.keepAnswer(at(5), { runId, position, letters });
    }
    await practice.stopClock(at(600), runId);
    expect(await view(9000, 1)).toMatchObject({ isStopped: true, secondsLeft: 3000 });
    const stood = practice.keepAnswer(at(9000), { runId, position: 5, letters: ['A'] });
    await expect(stood).rejects.toMatchObject({ code: 'conflict' });
    await practice.resumeClock(at(9000), runId);
    const other = practice.beginMock(at(9001), { examId });
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
    await practice.keepAnswer(at(9001), { runId, position: 5, letters: ['B'] });
    expect((await view(9002, 1)).answered).toEqual([true, true, true, true, true, false]);
    expect(await practice.mockResult(at(9002), runId)).toBeNull();
    const late = practice.keepAnswer(at(9000 + 3001), { runId, position: 6, letters: ['A'] });
    await expect(late).rejects.toMatchObject({ code: 'conflict', message: /时间到了/ });
    await practice.handIn(at(13_000), runId);
    const result = await practice.mockResult(at(13_000), runId);
    // 2 单选 right, 2 多选 half, one 判断 wrong, one open.
    expect(result).toMatchObject({ scoreHundredths: 800, fullHundredths: 1600, unanswered: 1 });
    expect(result?.items[0]?.result).toMatchObject({
      right: true,
      explanation: expect.stringContaining(SECRET),
    });
    expect(result?.topics).toMatchObject([{ topic: '行政许可', items: 6, gotHundredths: 800 }]);
    await expect(practice.handIn(at(13_001), runId)).rejects.toMatchObject({ code: 'conflict' });
    const desk = await practice.mockDesk(at(13_001));
    expect(desk).toMatchObject({ open: null, past: [{ runId, scoreHundredths: 800, isPassed: false }] });
    // What was answered is repeated and what was wrong stands in the book; the open question does neither.
    expect((await practice.desk(at(13_001))).all).toMatchObject({ questions: 6, fresh: 1 });
    const wrongIn = [{ source: 'mock', questions: 3 }];
    expect(await practice.desk(at(13_001))).toMatchObject({ inBook: 3, wrongIn });
  });

  it('says plainly what the practice pool lacks, and is not drawn then', async () => {
    const { examId, at } = await candidate(engine, 1);
    const { choices } = await practice.mockDesk(at(0));
    expect(choices[0]?.shortages).toEqual([
      '单选题：要 2 道，练习题库中您可以练的只有 1 道，还差 1 道。',
      '多选题：要 2 道，练习题库中您可以练的只有 1 道，还差 1 道。',
      '判断题：要 2 道，练习题库中您可以练的只有 1 道，还差 1 道。',
    ]);
    expect(choices[1]).toMatchObject({ examId: null, title: '标准试卷', items: 40 });
    await expect(practice.beginMock(at(0), { examId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(practice.beginMock(at(0), { examId: 'other' })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('like all practice moves no row of any other room: no ledger, standing, counter, figure, notice or log', async () => {
    const { examId, world, takers, at } = await candidate(engine);
    const before = await everythingElse(world);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['hour_entry', 'standing', 'unit_counter']));
    const runId = await practice.beginMock(at(0), { examId });
    const { item } = await practice.viewMock(at(1), { runId, position: 1 });
    await practice.keepAnswer(at(1), { runId, position: 1, letters: rightLetters(item) });
    await practice.handIn(at(2), runId);
    const set = await practice.beginSet(at(3), { topicId: null, lawTitle: null, fromBook: false });
    const shown = await practice.viewSet(at(3), { runId: set, position: null });
    await practice.answerItem(at(3), { runId: set, position: 1, letters: rightLetters(shown.item ?? item) });
    await practice.rateAnswer(at(3), { runId: set, position: 1, wish: 'hard' });
    await practice.mockDesk(at(4));
    expect(await everythingElse(world)).toEqual(before);
    const other = world.at(addSeconds(world.now, 5)).signedIn({ personId: `not ${takers[0]}` });
    for (const tried of [
      () => practice.viewMock(other, { runId, position: null }),
      () => practice.mockResult(other, runId),
      () => practice.handIn(other, runId),
      () => practice.stopClock(other, runId),
      () => practice.resumeClock(other, runId),
      () => practice.keepAnswer(other, { runId, position: 1, letters: [] }),
    ])
      await expect(tried()).rejects.toMatchObject({ code: 'notFound' });
    expect((await practice.mockDesk(other)).past).toEqual([]);
  });
});
