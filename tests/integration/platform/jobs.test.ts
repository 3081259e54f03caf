import { expect, it, vi } from 'vitest';
import { runtimeOf, type Db } from '#lib/server/db/index.ts';
import { startJobs, wakeJob, type Job } from '#lib/server/platform/jobs.ts';
import { onBothEngines } from '../../support/engines.ts';

/** A process of the installation that runs a job whose turn comes no second time within a test, until `work` is done. */
async function whileRunning(db: Db, run: Job['run'], work: () => Promise<void> | void): Promise<void> {
  const stop = startJobs(db, runtimeOf(db).log, [{ name: 'test.rare', everySeconds: 3600, run }]);
  try {
    await work();
  } finally {
    await stop();
  }
}

onBothEngines('jobs', (engine) => {
  it('begin their next round when somebody wakes them, not only at their turn', async () => {
    const db = await engine.database();
    const run = vi.fn(async () => undefined);
    await whileRunning(db, run, async () => {
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
      wakeJob(db, 'test.rare');
      wakeJob(db, 'test.unknown');
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
    });
  });

  it('that are woken at work look once more when they are through, however often they were woken', async () => {
    const db = await engine.database();
    let go = (): void => undefined;
    const run = vi.fn(() => new Promise<void>((resolve) => (go = resolve)));
    await whileRunning(db, run, async () => {
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
      for (let times = 0; times < 3; times += 1) wakeJob(db, 'test.rare');
      expect(run).toHaveBeenCalledTimes(1);
      go();
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
      go();
    });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('are left to the process that holds their lease, and to nobody after the end', async () => {
    const db = await engine.database();
    const first = vi.fn(async () => undefined);
    await whileRunning(db, first, () => vi.waitFor(() => expect(first).toHaveBeenCalledTimes(1)));
    wakeJob(db, 'test.rare');
    const lease = { name: 'test.rare', holder: 'another', held_until: '9999-01-01T00:00:00.000Z' };
    await db
      .insertInto('job_lease')
      .values({ ...lease, ran_at: null })
      .execute();
    const second = vi.fn(async () => undefined);
    await whileRunning(db, second, () => wakeJob(db, 'test.rare'));
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
  });
});
