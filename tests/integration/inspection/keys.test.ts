import { afterEach, expect, it } from 'vitest';
import { closeDatabase, inTransaction, openDatabase, runtimeOf, type Db } from '#lib/server/db/index.ts';
import { findingsIn, record, seal } from '#lib/server/audit/index.ts';
import { keysStatus, rotateKeys } from '#lib/server/inspection/index.ts';
import * as people from '#lib/server/people/index.ts';
import { decrypt, encrypt, keyedHash } from '#lib/server/platform/cipher.ts';
import { createLog } from '#lib/server/platform/log.ts';
import { identityColumns, mobileColumns } from '#lib/server/people/rows.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { addUnit } from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { testKey } from '../../support/databases.ts';
import { worldOver, type World } from '../../support/world.ts';

const newKey = Buffer.alloc(32, 9);
const identity = '11010519491231002X';
const mobile = '13800001234';
const opened: Db[] = [];

afterEach(async () => {
  for (const db of opened.splice(0)) await closeDatabase(db);
});

/** The same installation under other keys. */
function reopened(world: World, keys: Buffer[], suite: 'a1' | 's1' = 'a1'): World {
  const { engine, location, dataFolder } = runtimeOf(world.db);
  const databaseUrl = engine === 'sqlite' ? `file:${location}` : location;
  const db = openDatabase({ databaseUrl, dataFolder, keys, suite, log: createLog('silent') });
  opened.push(db);
  return worldOver(db);
}

const nobody = { pinyin: 'x', pinyin_initials: 'x', entered_on: null, political_status: null };

async function store(world: World, id: string, secrets = { identity, mobile }): Promise<void> {
  const row = {
    ...{ ...nobody, id, name: `人员${id}`, party_branch: null, note: null, batch_id: null },
    ...identityColumns(world.db, secrets.identity),
    ...mobileColumns(world.db, secrets.mobile),
  };
  await world.db.insertInto('person').values(row).execute();
}

const personOf = (world: World, id: string) =>
  world.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

onBothEngines('the rotation of keys', (engine) => {
  it('finds people under either key while it runs, and under the new one alone afterwards', async () => {
    const before = await engine.world();
    await store(before, 'p1');
    const during = reopened(before, [newKey, testKey]);
    expect(await people.findByMobile(during.db, mobile)).toMatchObject({ id: 'p1' });
    expect(await keysStatus(during.console)).toMatchObject({ stale: 1 });
    expect(await rotateKeys(during.console)).toEqual({ people: 1, accounts: 0 });
    expect(await rotateKeys(during.console)).toEqual({ people: 0, accounts: 0 });
    const after = reopened(before, [newKey]);
    const row = await personOf(after, 'p1');
    expect(decrypt(after.db, row.identity_cipher ?? '')).toBe(identity);
    expect(row.identity_hash).toBe(keyedHash(after.db, 'identity', identity));
    expect(await people.findByMobile(after.db, mobile)).toMatchObject({ id: 'p1' });
    expect(() => decrypt(before.db, row.mobile_cipher ?? '')).toThrow(/lacks the key/);
  });

  it('carries from one suite to the other and back', async () => {
    const before = await engine.world();
    await store(before, 'p1');
    const domestic = reopened(before, [testKey], 's1');
    expect(await people.findByMobile(domestic.db, mobile)).toMatchObject({ id: 'p1' });
    await rotateKeys(domestic.console);
    expect((await personOf(domestic, 'p1')).mobile_cipher).toMatch(/^s1\./);
    expect(await people.findByMobile(before.db, mobile)).toMatchObject({ id: 'p1' });
    await rotateKeys(before.console);
    expect((await personOf(before, 'p1')).mobile_cipher).toMatch(/^a1\./);
  });

  it('goes on where it was cut off, and never loses what was corrected meanwhile', async () => {
    const before = await engine.world();
    const count = 12;
    for (let at = 0; at < count; at += 1) {
      const secrets = { identity: `id-${at}`, mobile: `138000012${10 + at}` };
      await store(before, `p${10 + at}`, secrets);
    }
    const during = reopened(before, [newKey, testKey]);
    // Broken on purpose: the eleventh ciphertext cannot be read, so that the run ends in the middle.
    const whole = (await personOf(during, 'p20')).mobile_cipher;
    const set = (mobile_cipher: string | null) =>
      during.db.updateTable('person').set({ mobile_cipher }).where('id', '=', 'p20').execute();
    await set(`${whole?.slice(0, -4)}AAAA`);
    await expect(rotateKeys(during.console)).rejects.toThrow();
    const { stale } = await keysStatus(during.console);
    expect(stale).toBeGreaterThan(0);
    expect(stale).toBeLessThan(count);
    for (let at = 0; at < count; at += 1) {
      if (at === 10) continue;
      expect(await people.findByMobile(during.db, `138000012${10 + at}`)).toMatchObject({
        id: `p${10 + at}`,
      });
    }
    await set(whole);
    expect((await rotateKeys(during.console)).people).toBe(stale);
    expect(await keysStatus(during.console)).toMatchObject({ stale: 0 });
  });

  it('reads what was written before keys had names', async () => {
    const world = await engine.world();
    const unnamed = encrypt(world.db, mobile).replace(/^a1\.[0-9a-f]{8}:/, 'a1:');
    const during = reopened(world, [newKey, testKey]);
    expect(decrypt(during.db, unnamed)).toBe(mobile);
  });

  it('refuses a person a second record while his first still stands under the older key', async () => {
    const before = await engine.world();
    const { id: unitId } = await addUnit(before.console, { name: '某局', parentId: null });
    await store(before, 'p1');
    const during = reopened(before, [newKey, testKey]);
    const again = people.addPerson(during.console, { name: '张三', unitId, mobile });
    await expect(again).rejects.toThrow('已登记');
  });

  it('lets no roster in before it is through', async () => {
    const before = await engine.world();
    await store(before, 'p1');
    const during = reopened(before, [newKey, testKey]);
    const file = { bytes: new Uint8Array([1]), name: 'x.csv' };
    await expect(rosters.openRoster(during.console, file)).rejects.toThrow('更换密钥');
  });

  it('keeps the log provable, whose older entries the older key signed', async () => {
    const before = await engine.world();
    await inTransaction(before.console, (act) => record(act, { verb: 'test.done' }));
    await seal(before.system);
    const during = reopened(before, [newKey, testKey]);
    await rotateKeys(during.console);
    await seal(during.system);
    expect(await findingsIn(during.db)).toEqual([]);
    expect(await findingsIn(reopened(before, [newKey]).db)).not.toEqual([]);
  });
});
