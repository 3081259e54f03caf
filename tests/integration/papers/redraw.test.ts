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
});
