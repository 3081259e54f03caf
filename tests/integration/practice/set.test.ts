import { expect, it } from 'vitest';
import { newId } from '#lib/server/platform/ids.ts';
import * as practice from '#lib/server/practice/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import { practiser, question, revised, rightLetters, SECRET, topic } from '../../support/practice.ts';
import { law } from '../../support/statutes.ts';

onBothEngines('a set of practice', (engine) => {
  it('shows no key before its answer, explains at once after it, and takes each answer once', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    await law(world, '2021-07-15', '为了规范行政处罚的设定和实施。');
    await question(world, { code: 'Q1', topicId: await topic(world, '行政处罚'), cites: '2021-07-15' });
    const runId = await begin();
    const before = await practice.viewSet(act(), { runId, position: 1 });
    expect(before.item).toMatchObject({ position: 1, stem: 'Q1 的题干', result: null });
    expect(JSON.stringify(before)).not.toMatch(new RegExp(`${SECRET}|Q1 1|answerKey`));
    await expect(practice.answerItem(act(), { runId, position: 1, letters: ['Z'] })).rejects.toMatchObject({
      code: 'invalid',
    });
    await answer(runId, false);
    const after = await practice.viewSet(act(), { runId, position: 1 });
    expect(after).toMatchObject({ answered: 1, right: 0, isEnded: true });
    expect(after.item?.result).toMatchObject({
      ...{ right: false, rating: 'again', explanation: `${SECRET}：Q1` },
      key: rightLetters(after.item ?? { type: 'single', options: [] }),
      laws: [{ paragraphs: ['为了规范行政处罚的设定和实施。'] }],
      ...{ returns: { again: '2026-03-03' }, wayOut: '在不同的两天各答对一次后移出' },
    });
    const again = practice.answerItem(act(), { runId, position: 1, letters: ['A'] });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    expect((await practice.viewSet(act(), { runId, position: null })).item).toBeNull();
  });

  it('passes over what cites a changed article, however much of it there is, and asks whom a question is for', async () => {
    const { world, begin } = await practiser(engine);
    await law(world, '2017-09-01', '旧的条文。');
    await law(world, '2021-07-15', '新的条文。');
    const topicId = await topic(world, '行政处罚');
    for (let at = 0; at < 40; at += 1) {
      await question(world, { code: `旧${at}`, topicId, cites: '2017-09-01' });
    }
    await question(world, { code: '新', topicId, cites: '2021-07-15' });
    await question(world, { code: '无', topicId });
    await question(world, { code: '他人', topicId, audience: '新进公务员' });
    const codes = async (wish: Partial<practice.SetWish>) => {
      const asked = world.db
        .selectFrom('practice_item as item')
        .innerJoin('question', 'question.id', 'item.question_id')
        .where('item.run_id', '=', await begin(0, wish));
      return (await asked.select('question.code').execute()).map((row) => row.code).sort();
    };
    expect(await codes({})).toEqual(['新', '无'].sort());
    expect(await codes({ lawTitle: '行政处罚法' })).toEqual(['新']);
  });

  it('asks what is due on its day, and what the learner says of a right answer moves that day', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    const topicId = await topic(world, '行政处罚');
    for (const code of ['Q1', 'Q2', 'Q3']) await question(world, { code, topicId });
    const runId = await begin();
    for (const wish of ['good', 'hard', 'again'] as const) {
      const { position } = await answer(runId, true);
      await practice.rateAnswer(act(), { runId, position, wish });
    }
    const due = async (day: number) => (await practice.desk(act(day))).all;
    expect(await due(0)).toEqual({ questions: 3, due: 0, fresh: 0 });
    expect([(await due(1)).due, (await due(2)).due, (await due(3)).due]).toEqual([1, 2, 3]);
    expect(await practice.dueToday(act(2))).toBe(2);
    const next = await begin(1);
    const first = await answer(next, true, 1);
    expect(first.position).toBe(1);
    // What was said of an older answer no longer moves a card that was answered since.
    const [old] = await world.db
      .selectFrom('practice_item')
      .selectAll()
      .where('rating', '=', 'again')
      .execute();
    await practice.rateAnswer(act(1), { runId, position: old?.position ?? 0, wish: 'good' });
    expect(await practice.dueToday(act(1))).toBe(0);
  });

  it('asks only what is published, within its days, for the person and of the law in force', async () => {
    const { world, personId, act, begin } = await practiser(engine);
    const topicId = await topic(world, '行政处罚');
    const ask = (code: string, wish: Partial<Parameters<typeof question>[1]> = {}) =>
      question(world, { code, topicId, ...wish });
    await ask('FOR-ALL');
    await ask('FOR-US', { audience: '行政执法人员' });
    await ask('FOR-OTHERS', { audience: '村居干部' });
    await ask('RETIRED', { status: 'retired' });
    await ask('OVER', { validUntil: '2026-03-01' });
    await ask('EXAM', { pool: 'exam' });
    await ask('CHECK', { pool: 'check' });
    await law(world, '2021-07-15', '旧的第一条。');
    await ask('CHANGED', { cites: '2021-07-15' });
    expect((await practice.desk(act())).all.questions).toBe(2);
    const post = await world.db.selectFrom('post').select('id').where('person_id', '=', personId).execute();
    const enforcement = { class_code: 'enforcement', valid_from: '2025-01-01', valid_to: null };
    await world.db
      .insertInto('post_class')
      .values({ post_id: post[0]?.id ?? '', ...enforcement })
      .execute();
    expect((await practice.desk(act())).all.questions).toBe(3);
    await law(world, '2026-01-01', '新的第一条。');
    const desk = await practice.desk(act());
    expect(desk.topics).toEqual([{ id: topicId, name: '行政处罚', questions: 2, due: 0, fresh: 2 }]);
    expect(desk.laws).toEqual([]);
    const view = await practice.viewSet(act(), { runId: await begin(), position: null });
    expect(view.total).toBe(2);
    await expect(begin(0, { lawTitle: '行政处罚法' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await practice.viewSet(act(), { runId: view.runId, position: null })).toMatchObject({
      answered: 0,
    });
  });

  it('asks a changed question again before its day and shows the new version', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    const id = await question(world, { code: 'Q1', topicId: await topic(world, '行政处罚') });
    await answer(await begin(), true);
    expect(await practice.dueToday(act())).toBe(0);
    await revised(world, id, 'Q1');
    expect(await practice.dueToday(act())).toBe(1);
    await answer(await begin(), true);
    expect(await practice.dueToday(act())).toBe(0);
  });

  it('is by topic or by law, has ten questions at most, and ends the one left open', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    const [penalty, licence] = [await topic(world, '行政处罚'), await topic(world, '行政许可')];
    for (let n = 1; n <= 12; n += 1) await question(world, { code: `P${n}`, topicId: penalty });
    await question(world, { code: 'L1', topicId: licence, cites: '2021-07-15' });
    const first = await begin(0, { topicId: penalty });
    expect(await practice.viewSet(act(), { runId: first, position: null })).toMatchObject({ total: 10 });
    await answer(first, true);
    expect((await practice.desk(act())).openSet).toMatchObject({ runId: first, answered: 1, items: 10 });
    const second = await begin(0, { lawTitle: '行政处罚法' });
    expect(await practice.viewSet(act(), { runId: second, position: null })).toMatchObject({
      ...{ total: 1, title: '《行政处罚法》' },
    });
    const left = practice.answerItem(act(), { runId: first, position: 2, letters: ['A'] });
    await expect(left).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is nobody else’s, whatever role he holds', async () => {
    const { world, unitId, begin } = await practiser(engine);
    await question(world, { code: 'Q1', topicId: await topic(world, '行政处罚') });
    const runId = await begin();
    const { personId } = await officer(world, { name: '同事', unitId });
    const roles = { coordinator: unitId, leader: unitId };
    for (const other of [world.signedIn({ personId }), world.signedIn({ personId: newId(), roles })]) {
      for (const tried of [
        () => practice.viewSet(other, { runId, position: null }),
        () => practice.answerItem(other, { runId, position: 1, letters: ['A'] }),
        () => practice.rateAnswer(other, { runId, position: 1, wish: 'good' }),
      ])
        await expect(tried()).rejects.toMatchObject({ code: 'notFound' });
    }
  });
});
