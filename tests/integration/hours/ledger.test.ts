import { expect, it } from 'vitest';
import { announce } from '#lib/server/facts/index.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';

async function studied(world: World) {
  const { personId, unitId } = await officer(world, { name: '张敏' });
  const course = await publishedCourse(world, { unitId, title: '行政处罚法', minutes: [50, 20] });
  const complete = (index: number, more: { origin?: 'check' | 'testOut'; revision?: number } = {}) =>
    inTransaction(world.system, (act) =>
      announce(act, {
        kind: 'lessonCompleted',
        completionId: `completion ${index}`,
        personId,
        ...(course.lessons[index] ?? { lessonId: '', lessonVersionId: '' }),
        planYear: 2026,
        completedAt: world.now,
        origin: 'check',
        revision: 1,
        studyMinutes: index === 0 ? 50 : 20,
        creditHundredths: 50,
        ...more,
      }),
    );
  const coordinator = world.signedIn({ roles: { coordinator: unitId } });
  const owner = world.signedIn({ personId });
  const ledger = (name: 'training' | 'credit' = 'training') =>
    hours.readLedger(owner, { personId, planYear: 2026, ledger: name });
  return { personId, unitId, complete, coordinator, owner, ledger };
}

onBothEngines('the ledgers', (engine) => {
  it('enter study time as seconds, points as hundredths, each once, and round the year once', async () => {
    const world = await engine.world();
    const { personId, complete, ledger } = await studied(world);
    await complete(0);
    await complete(1);
    await complete(1);
    expect(await hours.totalsOf(world.db, { personId, planYear: 2026 })).toEqual({
      training: 155,
      credit: 100,
    });
    expect((await ledger()).lines.map((line) => line.hundredths)).toEqual([44, 111]);
    expect(await hours.totalsOf(world.db, { personId, planYear: 2027 })).toEqual({ training: 0, credit: 0 });
  });

  it('give points but no training for a test-out', async () => {
    const world = await engine.world();
    const { personId, complete } = await studied(world);
    await complete(0, { origin: 'testOut' });
    expect(await hours.totalsOf(world.db, { personId, planYear: 2026 })).toEqual({ training: 0, credit: 50 });
  });

  it('take an entry back by its exact negative, once, with a reason; then it can be entered anew', async () => {
    const world = await engine.world();
    const { personId, complete, coordinator, ledger } = await studied(world);
    await complete(0);
    const [line] = (await ledger()).lines;
    const asked = { entryId: line?.id ?? '', reason: '重复记入' };
    await expect(hours.reverseEntry(coordinator, { ...asked, reason: ' ' })).rejects.toThrow('原因');
    await hours.reverseEntry(coordinator, asked);
    await expect(hours.reverseEntry(coordinator, asked)).rejects.toThrow('已经冲销');
    expect((await hours.totalsOf(world.db, { personId, planYear: 2026 })).training).toBe(0);
    const after = (await ledger()).lines;
    expect(after.filter((one) => one.isReversal).map((one) => [one.hundredths, one.reason])).toEqual([
      [-111, '重复记入'],
    ]);
    await complete(0, { revision: 2 });
    expect((await hours.totalsOf(world.db, { personId, planYear: 2026 })).training).toBe(111);
  });

  it('are shown to their owner and to those who look after his unit alone', async () => {
    const world = await engine.world();
    const { personId, coordinator, owner } = await studied(world);
    const asked = { personId, planYear: 2026, ledger: 'training' as const };
    expect((await hours.readLedger(coordinator, asked)).personName).toBe('张敏');
    const stranger = await officer(world, { name: '王强' });
    const beside = world.signedIn({ roles: { coordinator: stranger.unitId } });
    await expect(hours.readLedger(beside, asked)).rejects.toMatchObject({ code: 'notFound' });
    const line = { entryId: 'none', reason: '试' };
    await expect(hours.reverseEntry(owner, line)).rejects.toMatchObject({ code: 'notFound' });
  });
});
