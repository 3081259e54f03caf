import { expect, it } from 'vitest';
import type { Mend } from '#lib/domain/grading/mend.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as bank from '#lib/server/bank/index.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import { subscribe } from '#lib/server/facts/index.ts';
import * as grading from '#lib/server/grading/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import { examination, rightOptions } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday, type World } from '../../support/world.ts';

const MENDED = 'version-single-1';
const page = { page: 1, pageSize: 20 };

/**
 * An exam in which everybody meets every question (16 points, 9 pass, 14 excellent); the key of one is B and ought to
 * be C. The first takes B, the second C, both leave a judgement out; the third took C and still sits.
 */
async function wronglyKeyed(engine: { world(): Promise<World> }) {
  const world = await engine.world();
  const { examId, unitId, takers, closesAt } = await examination(world, { takers: 3, each: 2 });
  const as = (taker: number) => world.signedIn({ personId: takers[taker] ?? '' });
  const [first = '', second = '', third = ''] = await Promise.all(
    [0, 1, 2].map(async (taker) => {
      const attemptId = await exams.start(as(taker), { examId });
      const { writer } = await exams.takeOver(as(taker), attemptId);
      const { items } = await exams.room(as(taker), attemptId);
      const answers = items.flatMap((item) => {
        const isMended = item.stem.startsWith('single-1');
        const takesC = isMended && taker > 0;
        const chosen = takesC
          ? item.options.filter((one) => one.text.endsWith('选项C')).map((one) => one.id)
          : rightOptions(item);
        const isLeftOut = taker < 2 && item.stem.startsWith('judgement-1');
        return isLeftOut ? [] : [{ itemId: item.itemId, revision: 1, chosen }];
      });
      await exams.saveAnswers(as(taker), { attemptId, writer, answers });
      return attemptId;
    }),
  );
  await exams.submit(as(0), first);
  await exams.submit(as(1), second);
  const coordinator = world.signedIn({ personId: takers[0] ?? '', roles: { coordinator: unitId } });
  const order = (mend: Mend) => ({
    ...{ examId, versionId: MENDED, mend, explanation: '改后的解析。', reason: '答案印错' },
  });
  const scores = async () => {
    const rows = await world.db.selectFrom('attempt').select(['id', 'score_hundredths']).execute();
    const byId = new Map(rows.map((row) => [row.id, row.score_hundredths]));
    return [first, second, third].map((id) => byId.get(id));
  };
  const faults = async () => [
    ...(await grading.verifyScores(world.console)),
    ...(await completion.verifyCounters(world.console)),
    ...(await figures.verifyFigures(world.console)),
  ];
  const excellent = async () => {
    const rows = await world.db
      .selectFrom('unit_counter')
      .select('excellent')
      .where('unit_id', '=', unitId)
      .where('requirement_id', '=', 'exam')
      .where('leadership', '=', 0)
      .execute();
    return rows.reduce((sum, row) => sum + row.excellent, 0);
  };
  const attempts = [first, second, third];
  return { world, examId, unitId, attempts, closesAt, as, coordinator, order, scores, faults, excellent };
}

const toC: Mend = { kind: 'key', answerKey: ['C'] };

onBothEngines('a regrade', (engine) => {
  it('shows first who changes and how, then changes just that, and everything above follows', async () => {
    const { world, attempts, as, coordinator, order, scores, faults, excellent, closesAt } =
      await wronglyKeyed(engine);
    const preview = await grading.previewRegrade(coordinator, { ...order(toC), ...page });
    expect(preview.effect).toEqual({
      ...{ met: 2, raised: 1, lowered: 1 },
      ...{ passGained: 0, passLost: 0, excellentGained: 1, excellentLost: 1 },
    });
    expect(await scores()).toEqual([1400, 1200, null]);
    expect(await excellent()).toBe(1);

    const regradeId = await grading.commitRegrade(coordinator, order(toC));
    await exams.submit(as(2), attempts[2] ?? '');
    expect(await scores()).toEqual([1400, 1200, 1600]);
    const blank = order({ kind: 'void' });
    await expect(grading.commitRegrade(coordinator, blank)).rejects.toMatchObject({ code: 'conflict' });

    expect(await grading.resumeRegrades(world.system)).toBe(3);
    expect(await scores()).toEqual([1200, 1400, 1600]);
    expect(await excellent()).toBe(2);
    expect(await faults()).toEqual([]);
    const changed = await grading.changedAttempts(coordinator, { regradeId, ...page });
    expect(changed).toEqual({ rows: preview.rows, total: 2 });
    expect(await grading.regrades(coordinator, order(toC).examId)).toMatchObject([
      { kind: 'key', reason: '答案印错', doneAt: world.now, met: 3, changed: 2 },
    ]);

    expect(await grading.resumeRegrades(world.system)).toBe(0);
    await expect(grading.commitRegrade(coordinator, order(toC))).rejects.toMatchObject({
      ...{ code: 'invalid', fields: { key: '与现在的答案相同，不用更正。' } },
    });
    const before = await grading.result(as(0), attempts[0] ?? '');
    expect(before.regrades).toEqual([
      { at: monday, beforeHundredths: 1400, afterHundredths: 1200, reason: null },
    ]);
    const later = world.at(addSeconds(closesAt, 1)).signedIn(as(0).actor as { personId: string });
    const after = await grading.result(later, attempts[0] ?? '');
    const item = after.items?.find((one) => one.stem.startsWith('single-1'));
    expect(after).toMatchObject({ scoreHundredths: 1200, regrades: [{ reason: '答案印错' }] });
    expect(item).toMatchObject({ scoreHundredths: 0, explanation: '改后的解析。' });
    expect(item?.options.find((one) => one.isRight)?.text).toMatch(/选项C$/);
    const former = item?.options.find((one) => one.text.endsWith('选项B'))?.label;
    expect(item?.amended).toMatchObject({ formerKey: former, isVoid: false, reason: '答案印错' });
  });

  it('gives the bank its next version with the mended key and leaves the sheets the version they show', async () => {
    const { world, coordinator, order } = await wronglyKeyed(engine);
    await grading.commitRegrade(coordinator, order(toC));
    const pool = await bank.candidates(world.db, { pool: 'exam', type: 'single' });
    const [next] = await bank.versions(
      world.db,
      pool.map((one) => one.versionId).filter((id) => !id.startsWith('version-')),
    );
    expect(next).toMatchObject({ version: 2, answerKey: ['C'], explanation: '改后的解析。' });
    expect((await bank.versions(world.db, [MENDED]))[0]?.answerKey).toEqual(['B']);
    const question = await grading.openQuestion(coordinator, order(toC));
    expect(question).toMatchObject({ key: ['C'], bankKey: null });
  });

  it('withdraws a question with full marks for all who met it, and changes what one is worth', async () => {
    const { world, coordinator, order, scores, faults, as, attempts } = await wronglyKeyed(engine);
    const left = { ...order({ kind: 'void' }), versionId: 'version-judgement-1' };
    await grading.commitRegrade(coordinator, left);
    await grading.resumeRegrades(world.system);
    expect(await scores()).toEqual([1600, 1400, null]);
    const worth: Mend = { kind: 'points', pointsHundredths: 700 };
    const preview = await grading.previewRegrade(coordinator, { ...order(worth), ...page });
    expect(preview.effect).toMatchObject({ met: 2, raised: 1, lowered: 0 });
    await grading.commitRegrade(coordinator, order(worth));
    await grading.resumeRegrades(world.system);
    expect(await scores()).toEqual([2100, 1400, null]);
    expect((await grading.result(as(0), attempts[0] ?? '')).fullMarksHundredths).toBe(2100);
    expect(await faults()).toEqual([]);
    await world.db
      .updateTable('mark')
      .set({ score_hundredths: 1 })
      .where('attempt_id', '=', attempts[0] ?? '')
      .where('score_hundredths', '=', 700)
      .execute();
    expect((await grading.verifyScores(world.console)).map((one) => [one.kept, one.counted])).toEqual([
      ['0.01', '7'],
    ]);
  });

  it('that a crash cut off goes on where it stood and rescores nobody twice', async () => {
    const { world, coordinator, order, scores, faults } = await wronglyKeyed(engine);
    await grading.commitRegrade(coordinator, order(toC));
    let graded = 0;
    subscribe(world.db, 'attemptsRegraded', async () => {
      graded += 1;
      if (graded === 2) throw new Error('the power fails');
    });
    await expect(grading.resumeRegrades(world.system)).rejects.toThrow('the power fails');
    expect((await scores()).filter((score) => score === 1200)).not.toHaveLength(1);
    expect(await grading.resumeRegrades(world.system)).toBe(1);
    expect(await scores()).toEqual([1200, 1400, null]);
    const { logged } = await world.db
      .selectFrom('audit_entry')
      .select((of) => of.fn.countAll<number>().as('logged'))
      .where('verb', '=', 'attempt.regraded')
      .executeTakeFirstOrThrow();
    expect(Number(logged)).toBe(2);
    expect(await faults()).toEqual([]);
  });

  it('is the business of the exam’s coordinators alone', async () => {
    const { world, coordinator, order, unitId, as, examId } = await wronglyKeyed(engine);
    const leader = world.signedIn({ roles: { leader: unitId } });
    await expect(grading.commitRegrade(leader, order(toC))).rejects.toMatchObject({ code: 'forbidden' });
    for (const stranger of [as(1), world.signedIn({ roles: { coordinator: 'elsewhere' } })]) {
      await expect(grading.previewRegrade(stranger, { ...order(toC), ...page })).rejects.toMatchObject({
        code: 'notFound',
      });
      await expect(grading.questionsMet(stranger, { examId, q: '', ...page })).rejects.toMatchObject({
        code: 'notFound',
      });
    }
    const met = await grading.questionsMet(coordinator, { examId, q: 'single-1', ...page });
    expect(met).toMatchObject({
      total: 1,
      rows: [{ versionId: MENDED, met: 2, share: { numerator: 200, denominator: 400 } }],
    });
    const foreign = { ...order(toC), versionId: 'nowhere' };
    await expect(grading.commitRegrade(coordinator, foreign)).rejects.toMatchObject({ code: 'notFound' });
  });
});
