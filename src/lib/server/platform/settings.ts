import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** A policy of the installation as it was last set; null while nobody has. */
export async function settingOf(db: Db, key: string): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function setSetting(
  db: Db,
  setting: { key: string; value: string; now: Instant },
): Promise<void> {
  const { key, value, now: changed_at } = setting;
  await db
    .insertInto('setting')
    .values({ key, value, changed_at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, changed_at }))
    .execute();
}
