import { expect, it } from 'vitest';
import { announce, subscribe } from '#lib/server/facts/index.ts';
import { inTransaction, leavingTransaction } from '#lib/server/db/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { onBothEngines } from '../../support/engines.ts';

const put = (act: Act, key: string) =>
  act.db.insertInto('setting').values({ key, value: '1', changed_at: act.now }).execute();
const keys = async (act: Act) =>
  (await act.db.selectFrom('setting').select('key').orderBy('key').execute()).map((row) => row.key);

onBothEngines('a transaction', (engine) => {
  it('keeps all of its writes or none', async () => {
    const { console: act } = await engine.world();
    await inTransaction(act, (own) => put(own, 'a'));
    const failed = inTransaction(act, async (own) => {
      await put(own, 'b');
      throw new Error('thrown on purpose');
    });
    await expect(failed).rejects.toThrow('thrown on purpose');
    expect(await keys(act)).toEqual(['a']);
  });

  it('is joined by a verb that opens another inside it', async () => {
    const { console: act } = await engine.world();
    const failed = inTransaction(act, async (outer) => {
      await inTransaction(outer, (inner) => put(inner, 'inner'));
      throw new Error('thrown on purpose');
    });
    await expect(failed).rejects.toThrow();
    expect(await keys(act)).toEqual([]);
  });

  it('refuses a query on the public database at once instead of hanging', async () => {
    const { console: act } = await engine.world();
    const wrong = inTransaction(act, async () => {
      await keys(act);
    });
    await expect(wrong).rejects.toThrow('public database inside a transaction');
  });

  it('lets deferred work leave for the public database', async () => {
    const { console: act } = await engine.world();
    let later: Promise<string[]> = Promise.resolve([]);
    await inTransaction(act, async (own) => {
      await put(own, 'a');
      later = leavingTransaction(() => new Promise((resolve) => setTimeout(() => resolve(keys(act)), 20)));
    });
    expect(await later).toEqual(['a']);
  });

  it('repeats work that lost against another writer', async () => {
    const { console: act } = await engine.world();
    let tries = 0;
    await inTransaction(act, async (own) => {
      tries += 1;
      await put(own, `try ${tries}`);
      if (tries < 3) throw Object.assign(new Error('lost'), { code: '40001' });
    });
    expect(tries).toBe(3);
    expect(await keys(act)).toEqual(['try 3']);
  });

  it('undoes the act when a listener of its fact throws', async () => {
    const world = await engine.world();
    subscribe(world.db, 'assignmentMade', async (act, fact) => {
      await put(act, fact.assignmentId);
      throw new Error('the listener refuses');
    });
    const announced = inTransaction(world.console, async (own) => {
      await put(own, 'act');
      await announce(own, { kind: 'assignmentMade', assignmentId: 'listener' });
    });
    await expect(announced).rejects.toThrow('the listener refuses');
    expect(await keys(world.console)).toEqual([]);
  });

  it('is needed to announce a fact', async () => {
    const { console: act } = await engine.world();
    await expect(announce(act, { kind: 'assignmentMade', assignmentId: 'x' })).rejects.toThrow(
      'needs a transaction',
    );
  });
});
