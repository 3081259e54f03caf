import { expect, it, vi } from 'vitest';
import { askFixed, inTransaction, writeFixed, type Db } from '#lib/server/db/index.ts';
import { onBothEngines } from '../../support/engines.ts';

interface Setting {
  key: string;
  value: string;
}

const put = (db: Db, rows: Setting[]) =>
  db.insertInto('setting').values(rows.map((row) => ({ ...row, changed_at: 'now' })));
const among = (db: Db, keys: string[], least: string) =>
  db.selectFrom('setting').select('key').where('key', 'in', keys).where('value', '>=', least).orderBy('key');

onBothEngines('a query of fixed text', (engine) => {
  it('is built once per shape of its arguments and asked with the values of each call', async () => {
    const db = await engine.database();
    const build = vi.fn(among);
    const rows = ['1', '2', '3'].map((value) => ({ key: `k${value}`, value }));
    expect(await writeFixed(db, put, rows)).toBe(3);
    expect(await writeFixed(db, put, [{ key: 'k4', value: '4' }])).toBe(1);
    expect(await askFixed(db, build, ['k1', 'k2'], '1')).toEqual([{ key: 'k1' }, { key: 'k2' }]);
    expect(await askFixed(db, build, ['k3', 'k4'], '4')).toEqual([{ key: 'k4' }]);
    expect(build).toHaveBeenCalledTimes(1);
    expect(await askFixed(db, build, ['k1', 'k3', 'k4'], '3')).toEqual([{ key: 'k3' }, { key: 'k4' }]);
    expect(build).toHaveBeenCalledTimes(2);
  });

  it('belongs to the transaction whose act it is given, and is refused beside it', async () => {
    const world = await engine.world();
    const setting = { key: 'k', value: '1' };
    await expect(
      inTransaction(world.console, async (act) => {
        await writeFixed(act.db, put, [setting]);
        expect(await askFixed(act.db, among, ['k'], '1')).toEqual([{ key: 'k' }]);
        await expect(askFixed(world.db, among, ['k'], '1')).rejects.toThrow('inside a transaction');
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await askFixed(world.db, among, ['k'], '1')).toEqual([]);
  });

  it('waits for a transaction that somebody else has open, and does not see its inside', async () => {
    const world = await engine.world();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => undefined;
    const open = new Promise<void>((resolve) => (begun = resolve));
    const theirs = inTransaction(world.console, async (act) => {
      await writeFixed(act.db, put, [{ key: 'k', value: '1' }]);
      begun();
      await held;
      throw new Error('rolled back');
    });
    await open;
    const seen = askFixed(world.db, among, ['k'], '1');
    release();
    await expect(theirs).rejects.toThrow('rolled back');
    expect(await seen).toEqual([]);
  });

  it('may not compute with its arguments, whose values it does not know', async () => {
    const db = await engine.database();
    const later = (db: Db, number: number) => db.updateTable('setting').set({ value: String(number + 1) });
    await expect(writeFixed(db, later, 1)).rejects.toThrow('may not compute');
  });
});
