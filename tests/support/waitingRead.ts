import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#lib/server/db/index.ts';

/** A heavy read that lasts until a file is there; answers its name. */
export async function untilThere(_db: Db, { file }: { file: string }): Promise<string> {
  while (!existsSync(file)) await sleep(10);
  return file;
}

/** A short one: how many units there are. */
export async function units(db: Db): Promise<number> {
  const found = await db
    .selectFrom('unit')
    .select((of) => of.fn.countAll<number>().as('units'))
    .executeTakeFirstOrThrow();
  return Number(found.units);
}
