import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyLog } from '#lib/server/access/index.ts';
import { headFileOf, record, seal } from '#lib/server/audit/index.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';

async function threeSealed(world: World): Promise<string[]> {
  for (const word of ['first', 'second', 'third']) {
    await inTransaction(world.console, (act) => record(act, { verb: `test.${word}`, details: { word } }));
  }
  expect(await seal(world.system)).toBe(3);
  const rows = await world.db.selectFrom('audit_entry').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}

const kinds = async (world: World) => (await verifyLog(world.console)).map((finding) => finding.kind);

onBothEngines('the audit log', (engine) => {
  it('is whole when nobody touched it, and keeps its head outside the database', async () => {
    const world = await engine.world();
    await threeSealed(world);
    expect(await verifyLog(world.console)).toEqual([]);
    expect(existsSync(headFileOf(world.db))).toBe(true);
    expect(readFileSync(headFileOf(world.db), 'utf8').trim().split('\n')).toHaveLength(1);
    expect(await seal(world.system)).toBe(0);
  });

  it('rolls back with its act', async () => {
    const world = await engine.world();
    const failed = inTransaction(world.console, async (act) => {
      await record(act, { verb: 'test.never' });
      throw new Error('thrown on purpose');
    });
    await expect(failed).rejects.toThrow();
    expect(await world.db.selectFrom('audit_entry').selectAll().execute()).toEqual([]);
  });

  it('names an edited entry', async () => {
    const world = await engine.world();
    const ids = await threeSealed(world);
    await world.db
      .updateTable('audit_entry')
      .set({ actor_name: '他人' })
      .where('id', '=', ids[1] ?? '')
      .execute();
    const findings = await verifyLog(world.console);
    expect(findings).toMatchObject([{ kind: 'edited', where: ids[1] }]);
    expect(findings[0]?.sentence).toContain('被改动');
  });

  it('names a removed entry by its place', async () => {
    const world = await engine.world();
    const ids = await threeSealed(world);
    await world.db
      .deleteFrom('audit_entry')
      .where('id', '=', ids[1] ?? '')
      .execute();
    expect(await verifyLog(world.console)).toMatchObject([{ kind: 'removed', where: '封条 1 第 2 条' }]);
  });

  it('names an inserted entry, under a seal or loose', async () => {
    const world = await engine.world();
    const ids = await threeSealed(world);
    const real = await world.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('id', '=', ids[0] ?? '')
      .executeTakeFirstOrThrow();
    await world.db
      .insertInto('audit_entry')
      .values({ ...real, id: 'forged-loose', seal_number: null, position: null })
      .execute();
    await world.db
      .insertInto('audit_entry')
      .values({ ...real, id: 'forged-sealed', position: 4 })
      .execute();
    const findings = await verifyLog(world.console);
    expect(findings).toMatchObject([
      { kind: 'inserted', where: 'forged-sealed' },
      { kind: 'inserted', where: 'forged-loose' },
    ]);
  });

  it('notices a tail that was cut off together with its seal', async () => {
    const world = await engine.world();
    await threeSealed(world);
    await inTransaction(world.console, (act) => record(act, { verb: 'test.last' }));
    await seal(world.system);
    await world.db.deleteFrom('audit_entry').where('seal_number', '=', 2).execute();
    await world.db.deleteFrom('audit_seal').where('number', '=', 2).execute();
    expect(await kinds(world)).toEqual(['tailCut']);
  });

  it('notices a changed seal', async () => {
    const world = await engine.world();
    await threeSealed(world);
    await world.db.updateTable('audit_seal').set({ sealed_at: '2020-01-01T00:00:00.000Z' }).execute();
    expect(await kinds(world)).toContain('sealBroken');
  });
});
