import { closeDatabase } from '#lib/server/db/index.ts';
import { Story } from '#seeds/words.ts';
import { openTestDatabase } from './databases.ts';
import type { Settings } from './engines.ts';

/** Makes an installation stand: its first unit is there, and its pages no longer lead to the setup. */
export async function firstUnit({ databaseUrl, dataFolder }: Settings): Promise<void> {
  const db = openTestDatabase(databaseUrl, dataFolder);
  const now = new Date().toISOString();
  await new Story(db, now).unit('云山区', null, now.slice(0, 10));
  await closeDatabase(db);
}
