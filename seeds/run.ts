import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appliedMigrations, pendingMigrations } from '#lib/server/db/index.ts';
import { migrateHouse, openHouse, type House } from '#lib/server/house.ts';
import { readSettings } from '#lib/server/platform/env.ts';
import { demo } from './demo.ts';

/** Marks a database as the demo's own; nothing else may be seeded over or begun anew. */
const MARK = 'demo';

async function isOwn(house: House): Promise<boolean> {
  if ((await pendingMigrations(house.db)).length > 0) return (await appliedMigrations(house.db)).length === 0;
  const mark = await house.db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', MARK)
    .executeTakeFirst();
  return mark !== undefined;
}

const settings = readSettings(process.env);
const accountsFile = join(settings.dataFolder, 'demo.json');
const house = openHouse(settings, { isHasty: true });
try {
  if (!(await isOwn(house))) {
    console.error('这个数据库不是演示建立的，演示不会动它。请换一个 XUEFA_DATA 或 DATABASE_URL。');
    process.exitCode = 2;
  } else if ((await migrateHouse(house)).length > 0) {
    const now = new Date().toISOString();
    await house.db.insertInto('setting').values({ key: MARK, value: '1', changed_at: now }).execute();
    const accounts = await demo(house.db, { now });
    writeFileSync(accountsFile, JSON.stringify({ v: 1, accounts }, null, 2), { mode: 0o600 });
  } else if (!existsSync(accountsFile)) {
    console.error('上次的演示数据没有建完。请运行 npm run demo -- --fresh 重新建立。');
    process.exitCode = 2;
  }
} finally {
  await house.close();
}
