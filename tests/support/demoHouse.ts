import * as access from '#lib/server/access/index.ts';
import { closeDatabase, type Db } from '#lib/server/db/index.ts';
import type { Act, Role } from '#lib/server/platform/act.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { wire } from '#lib/server/wiring.ts';
import { answerKeyOf, type AnswerKey } from './answerKey.ts';
import { openTestDatabase } from './databases.ts';
import { seedDemo } from './demoTemplate.ts';
import type { Settings } from './engines.ts';

/** Password of every account in the house. */
export const PASSWORD = 'Yunshan-2026';

/** Somebody of the demo who gets an account, and a role over a unit where told. */
export interface Newcomer {
  name: string;
  login: string;
  role?: Role;
  unit?: string;
}

export interface DemoHouse {
  key: AnswerKey;
  /** Ids of the units by their names. */
  units: Record<string, string>;
}

/** Fills an installation with the demo's year, and lets a few more of its people sign in. */
export async function demoHouse(settings: Settings, newcomers: readonly Newcomer[] = []): Promise<DemoHouse> {
  await seedDemo(settings);
  const db = openTestDatabase(settings.databaseUrl, settings.dataFolder);
  try {
    wire(db);
    for (const newcomer of newcomers) await letIn(db, newcomer);
    const rows = await db.selectFrom('unit').select(['id', 'name']).execute();
    const units = Object.fromEntries(rows.map(({ id, name }) => [name, id]));
    return { key: await answerKeyOf(db), units };
  } finally {
    await closeDatabase(db);
  }
}

async function letIn(db: Db, { name, login, role, unit }: Newcomer): Promise<void> {
  const actOf = (actor: Act['actor']): Act => ({
    actor,
    now: new Date().toISOString(),
    requestId: newId(),
    db,
  });
  const console = actOf({ kind: 'console', user: 'test' });
  const person = db.selectFrom('person').select('id').where('name', '=', name);
  const { id: personId } = await person.executeTakeFirstOrThrow();
  const { code } = await access.issueCode(console, personId);
  const visitor = actOf({ kind: 'visitor', address: '127.0.0.1' });
  await access.useCode(visitor, { code, login, password: PASSWORD, again: PASSWORD });
  if (!role || !unit) return;
  const place = db.selectFrom('unit').select('id').where('name', '=', unit);
  const { id: unitId } = await place.executeTakeFirstOrThrow();
  await access.grant(console, { personId, role, unitId, to: null });
}
