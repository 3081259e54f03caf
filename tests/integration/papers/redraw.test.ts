import { expect, it } from 'vitest';
import * as bank from '#lib/server/bank/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import { examination } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';

onBothEngines('a paper drawn again from its seed', (engine) => {
  it('is the one that was stored, whatever became of the bank, and a changed sheet shows', async () => {
    const world = await engine.world();
    const { examId, takers, unitId } = await examination(world);
    const attemptId = await exams.start(world.signedIn({ personId: takers[0] ?? '' }), { examId });
    const act = world.signedIn({ roles: { coordinator: unitId } });
    await bank.amendKey(act, { versionId: 'version-single-1', answerKey: ['C'], explanation: '' });
    expect(await exams.redraw(world.console, attemptId)).toMatchObject({ items: 6, differences: [] });
    await world.db
      .updateTable('attempt_item')
      .set({ points_hundredths: 999 })
      .where('attempt_id', '=', attemptId)
      .where('position', '=', 3)
      .execute();
    const { differences } = await exams.redraw(world.console, attemptId);
    expect(differences).toMatchObject([
      { position: 3, stored: expect.stringContaining(' 999 '), drawn: expect.stringContaining(' 400 ') },
    ]);
    await expect(exams.redraw(act, attemptId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is drawn for every attempt, with its receipt recomputed, when data are verified', async () => {
    const world = await engine.world();
    const { examId, takers } = await examination(world, { takers: 2 });
    const sat = await Promise.all(
      takers.map((personId) => exams.start(world.signedIn({ personId }), { examId })),
    );
    const [first = '', second = ''] = sat;
    await exams.submit(world.signedIn({ personId: takers[0] ?? '' }), first);
    expect(await exams.verifyAttempts(world.console)).toEqual([]);

    await world.db.updateTable('attempt').set({ seed: 'another' }).where('id', '=', second).execute();
    await world.db.updateTable('receipt').set({ ended_at: '2026-01-01T00:00:00.000Z' }).execute();
    const found = await exams.verifyAttempts(world.console);
    expect(
      new Set(found.filter(({ kind }) => kind === 'paper').map((one) => one.subject.split(' ')[1])),
    ).toEqual(new Set([second]));
    expect(found.filter(({ kind }) => kind === 'receipt')).toMatchObject([{ counted: '签名不符' }]);
    await world.db.deleteFrom('receipt').execute();
    expect(await exams.verifyAttempts(world.console)).toContainEqual({
      ...{ kind: 'receipt', subject: `作答 ${first}`, kept: '没有回执', counted: '应有回执' },
    });
    const coordinator = world.signedIn({ roles: {} });
    await expect(exams.verifyAttempts(coordinator)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
