import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as practice from '#lib/server/practice/index.ts';
import * as study from '#lib/server/study/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { rightOptions, satExam } from '../../support/exams.ts';
import { bureau, publishedLesson } from '../../support/lessons.ts';
import { practiser, question, rightLetters, topic } from '../../support/practice.ts';
import { monday } from '../../support/world.ts';

const all = { topicId: null, lawTitle: null, source: null, q: '', page: 1, pageSize: 20 };

onBothEngines('the wrong-question book', (engine) => {
  it('keeps what was answered wrong until it was right on two different days', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    const topicId = await topic(world, '行政处罚');
    await question(world, { code: 'Q1', topicId, cites: '2021-07-15' });
    await question(world, { code: 'Q2', topicId });
    const first = await begin();
    const wrong = await answer(first, false);
    await answer(first, true);
    const book = await practice.readBook(act(), all);
    expect(book).toMatchObject({
      total: 1,
      inBook: 1,
      topics: [{ name: '行政处罚' }],
      sources: ['practice'],
    });
    expect(book.lines[0]).toMatchObject({ stem: wrong.stem, times: 1, lastWrongOn: '2026-03-02' });
    expect((await practice.readBook(act(), { ...all, q: '没有这样的题干' })).total).toBe(0);
    expect((await practice.readBook(act(), { ...all, source: 'exam' })).total).toBe(0);
    for (const [day, left] of [
      [0, 1],
      [0, 1],
      [1, 0],
    ] as const) {
      await answer(await begin(day, { fromBook: true }), true, day);
      expect((await practice.readBook(act(day), all)).total).toBe(left);
    }
    await expect(begin(1, { fromBook: true })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('does not count a right answer that its learner calls luck', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    await question(world, { code: 'Q1', topicId: await topic(world, '行政处罚') });
    await answer(await begin(), false);
    const lucky = await begin(1);
    const { position } = await answer(lucky, true, 1);
    await practice.rateAnswer(act(1), { runId: lucky, position, wish: 'again' });
    await answer(await begin(2), true, 2);
    expect((await practice.readBook(act(2), all)).total).toBe(1);
    await answer(await begin(3, { fromBook: true }), true, 3);
    expect((await practice.readBook(act(3), all)).total).toBe(0);
  });

  it('takes in what a check showed to be wrong', async () => {
    const world = await engine.world();
    const of = await bureau(world);
    const { lessonId } = await publishedLesson(world, of);
    const act = world.at(addSeconds(monday, 60)).signedIn({ personId: of.learner });
    const { openingId } = await study.openLesson(act, lessonId);
    const attemptId = await study.startCheck(act, openingId);
    const { items } = await study.checkSheet(act, attemptId);
    const letters = items.map((item, index) =>
      item.options.filter((option) => option.text === (index === 0 ? '甲' : '乙')).map((option) => option.id),
    );
    await study.answerCheck(act, { attemptId, letters });
    const book = await practice.readBook(act, all);
    expect(book).toMatchObject({ total: 1, sources: ['check'] });
    expect(book.lines[0]?.stem).toBe(items[0]?.stem);
    const everything = { topicId: null, lawTitle: null, fromBook: true };
    expect(await practice.beginSet(act, everything)).toBeTypeOf('string');
  });

  it('takes in what an exam showed to be wrong only when its keys may be told', async () => {
    const { examId, at } = await satExam(engine, { attemptsAllowed: 1 });
    const attemptId = await exams.start(at(0), { examId });
    const sheet = await exams.room(at(1), attemptId);
    const answers = sheet.items.slice(1).map((item) => ({
      ...{ itemId: item.itemId, revision: 1 },
      chosen: rightOptions(item),
    }));
    await exams.saveAnswers(at(2), { attemptId, writer: sheet.writer, answers });
    await exams.submit(at(3), attemptId);
    const count = async (seconds: number) => (await practice.readBook(at(seconds), all)).total;
    expect([await count(4), (await practice.desk(at(4))).inBook]).toEqual([0, 0]);
    const everything = { topicId: null, lawTitle: null, fromBook: true };
    await expect(practice.beginSet(at(4), everything)).rejects.toMatchObject({ code: 'conflict' });
    const after = 86_400 + 60;
    const { lines } = await practice.readBook(at(after), all);
    expect(lines).toMatchObject([{ source: 'exam', stem: sheet.items[0]?.stem }]);
    for (const day of [1, 2]) {
      const runId = await practice.beginSet(at(day * after), everything);
      const { item } = await practice.viewSet(at(day * after), { runId, position: null });
      if (!item) throw new Error('no question');
      const letters = rightLetters(item);
      await practice.answerItem(at(day * after), { runId, position: 1, letters });
    }
    expect(await count(2 * after)).toBe(0);
  });
});
