import { expect, it, vi } from 'vitest';
import { jobName } from '#lib/domain/inspection/jobNames.ts';
import { afterCommit, inTransaction, runtimeOf, type Db } from '#lib/server/db/index.ts';
import { listFailures } from '#lib/server/platform/failures.ts';
import { startJobs, wakeJob, type Job } from '#lib/server/platform/jobs.ts';
import { jobs } from '#lib/server/wiring.ts';
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

  it('that fail are told with their error and since when, until a round goes well again', async () => {
    const db = await engine.database();
    let fault: string | null = 'no space left on device\n    at somewhere';
    const run = vi.fn(async () => {
      if (fault !== null) throw new Error(fault);
    });
    await whileRunning(db, run, async () => {
      await vi.waitFor(async () => expect(await listFailures(db)).toHaveLength(1));
      wakeJob(db, 'test.rare');
      await vi.waitFor(async () => expect(await listFailures(db)).toMatchObject([{ rounds: 2 }]));
      const [failing] = await listFailures(db);
      expect(failing).toMatchObject({ job: 'test.rare', error: 'no space left on device', mendedAt: null });
      expect(failing && failing.since < failing.failedAt).toBe(true);
    });
    fault = null;
    await whileRunning(db, run, () =>
      vi.waitFor(async () =>
        expect(await listFailures(db)).toMatchObject([{ rounds: 2, mendedAt: expect.any(String) }]),
      ),
    );
    fault = 'again';
    await whileRunning(db, run, () =>
      vi.waitFor(async () =>
        expect(await listFailures(db)).toMatchObject([{ rounds: 1, error: 'again', mendedAt: null }]),
      ),
    );
  });

  it('are named on screen, each of them', () => {
    expect(jobs.map((job) => job.name).filter((name) => jobName(name) === name)).toEqual([]);
  });

  it('take no lease and write nothing while there is nothing to do, and give the lease up when they are through', async () => {
    const db = await engine.database();
    const leased = async () =>
      (await db.selectFrom('job_lease').select('name').execute()).map((one) => one.name);
    let left = 0;
    const isDue = vi.fn(async () => left > 0);
    const run = vi.fn(async () => {
      expect(await leased()).toContain('test.asked');
      left -= 1;
    });
    const stop = startJobs(db, runtimeOf(db).log, [{ name: 'test.asked', everySeconds: 3600, isDue, run }]);
    try {
      await vi.waitFor(() => expect(isDue).toHaveBeenCalledTimes(1));
      await vi.waitFor(async () => expect(await leased()).toEqual([expect.stringMatching(/^server /)]));
      expect(run).not.toHaveBeenCalled();
      left = 1;
      wakeJob(db, 'test.asked');
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
      wakeJob(db, 'test.asked');
      await vi.waitFor(async () => expect(await leased()).toHaveLength(1));
    } finally {
      await stop();
    }
    expect(await leased()).toEqual([]);
  });

  it('are woken by what a transaction left for them once it holds, never by one that is rolled back', async () => {
    const { db, system } = await engine.world();
    const told: string[] = [];
    await inTransaction(system, async (own) => {
      afterCommit(own.db, () => told.push('after'));
      await inTransaction(own, async (inner) => afterCommit(inner.db, () => told.push('joined')));
      told.push('within');
    });
    const lost = inTransaction(system, async (own) => {
      afterCommit(own.db, () => told.push('lost'));
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    afterCommit(db, () => told.push('at once'));
    expect(told).toEqual(['within', 'after', 'joined', 'at once']);
  });

  it('of an installation that nobody uses write a beat every few seconds and nothing else', async () => {
    const world = await engine.world();
    const asked = jobs.filter((job) => job.isDue !== undefined);
    for (const job of asked) await job.run(world.system, new AbortController().signal);
    for (const job of asked)
      expect([job.name, await job.isDue?.(world.db, world.now)]).toEqual([job.name, false]);
    const others = jobs.filter((job) => job.isDue === undefined && job.everySeconds < 3600);
    expect(others).toMatchObject([{ name: 'exams.beat', everySeconds: 5, isOfEvery: true }]);
  });
});
