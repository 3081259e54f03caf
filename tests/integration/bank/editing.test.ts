import { expect, it } from 'vitest';
import * as bank from '#lib/server/bank/index.ts';
import { examBank } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';
import { law } from '../../support/statutes.ts';
import type { World } from '../../support/world.ts';

const texts: bank.QuestionTexts = {
  ...{ type: '单选', stem: '罚款决定应当由谁作出？', answer: 'B', explanation: '见法条。', pool: '考试' },
  ...{ optionA: '甲', optionB: '乙', optionC: '丙', optionD: '', optionE: '', optionF: '' },
  ...{ topic: '行政处罚', audience: '', difficulty: '中', validUntil: '', source: '' },
  laws: '《行政处罚法》第一条(2021-07-15)',
};

const pool = (world: World) => bank.candidates(world.db, { pool: 'exam' });

onBothEngines('a question on its page', (engine) => {
  it('is a draft until it is published, and rests when it is retired', async () => {
    const world = await engine.world();
    const act = world.signedIn({ roles: { coordinator: 'u' } });
    const { id, warnings } = await bank.saveQuestion(act, { id: null, texts });
    expect(warnings).toEqual([]);
    expect((await bank.openQuestion(act, id)).state).toBe('draft');
    expect(await pool(world)).toEqual([]);
    await bank.setQuestionState(act, { id, state: 'published' });
    expect(await pool(world)).toMatchObject([{ questionId: id, laws: ['行政处罚法'] }]);
    await bank.setQuestionState(act, { id, state: 'retired' });
    expect(await pool(world)).toEqual([]);
    const learner = world.signedIn();
    await expect(bank.saveQuestion(learner, { id, texts })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('gets a next version by every change and keeps what was drawn', async () => {
    const world = await engine.world();
    const act = world.signedIn({ roles: { coordinator: 'u' } });
    const { id } = await bank.saveQuestion(act, { id: null, texts });
    await bank.setQuestionState(act, { id, state: 'published' });
    const [drawn] = await pool(world);
    await bank.saveQuestion(act, { id, texts: { ...texts, answer: 'C' } });
    await bank.saveQuestion(act, { id, texts: { ...texts, answer: 'C' } });
    const view = await bank.openQuestion(act, id);
    expect([view.version, view.question.answerKey, view.earlier.length]).toEqual([2, ['C'], 1]);
    const [kept] = await bank.versions(world.db, [drawn?.versionId ?? '']);
    expect(kept?.answerKey).toEqual(['B']);
    const wrong = bank.saveQuestion(act, { id, texts: { ...texts, answer: 'E', optionB: '' } });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid', fields: { optionB: expect.any(String) } });
    const again = bank.saveQuestion(act, { id: null, texts });
    await expect(again).rejects.toMatchObject({ fields: { stem: expect.stringContaining('相同题干') } });
  });

  it('is not published on an article that is missing or has changed, and the check of the bank says so', async () => {
    const world = await engine.world();
    const act = world.signedIn({ roles: { coordinator: 'u' } });
    await law(world, '2021-07-15', '旧文。');
    const { id } = await bank.saveQuestion(act, { id: null, texts });
    await bank.setQuestionState(act, { id, state: 'published' });
    await law(world, '2026-01-01', '新文。');
    expect((await bank.checkBank(world.console)).findings).toMatchObject([
      { kind: 'law', question: { id }, sentence: expect.stringContaining('2026-01-01 起施行的新版修改') },
    ]);
    await bank.setQuestionState(act, { id, state: 'retired' });
    const publishing = () => bank.setQuestionState(act, { id, state: 'published' });
    await expect(publishing()).rejects.toMatchObject({ code: 'conflict' });
    const missing = await bank.saveQuestion(act, {
      id,
      texts: { ...texts, laws: '《行政处罚法》第二条(2026-01-01)' },
    });
    expect(missing.warnings).toHaveLength(1);
    await expect(publishing()).rejects.toMatchObject({ code: 'conflict' });
    await bank.saveQuestion(act, { id, texts: { ...texts, laws: '《行政处罚法》第一条(2026-01-01)' } });
    await publishing();
    expect((await bank.checkBank(world.console)).findings).toEqual([]);
  });

  it('counts towards the skews of its pool', async () => {
    const world = await engine.world();
    await examBank(world, 10);
    const check = await bank.checkBank(world.console);
    expect(check.questions).toBe(30);
    expect(check.findings.filter((one) => one.kind === 'skew')).not.toEqual([]);
    expect(check.guesses).toContainEqual({
      ...{ pool: 'exam', type: 'judgement', questions: 10, habit: '全选“对”', basisPoints: 10_000 },
    });
  });
});
