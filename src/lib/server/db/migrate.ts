import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Migration, Step } from './migrations/step.ts';
import { runtimeOf, type Engine } from './runtime.ts';
import type { Db } from './schema/index.ts';

// oxlint-disable-next-line typescript/no-explicit-any
function stepOn(db: Kysely<any>, engine: Engine): Step {
  const createTable = <Name extends string>(name: Name): CreateTableBuilder<Name, never> => {
    const builder = db.schema.createTable(name);
    return (engine === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder) as CreateTableBuilder<
      Name,
      never
    >;
  };
  return { engine, db, createTable };
}

/** Loaded when they are asked for: threads that only read never are. */
async function every(): Promise<Migration[]> {
  return (await import('./migrations/index.ts')).migrations;
}

/** Names of the steps that this database has not seen, in order; all of them for an empty database. */
export async function pendingMigrations(db: Db, given?: Migration[]): Promise<string[]> {
  const all = given ?? (await every());
  const applied = new Set(await appliedMigrations(db));
  return all.filter((one) => !applied.has(one.name)).map((one) => one.name);
}

/** Names of the steps that this database has seen. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  await ensureLedger(db);
  const rows = await db.selectFrom('migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

/** The list of applied steps is made by the first look at a database. */
async function ensureLedger(db: Db): Promise<void> {
  const { engine } = runtimeOf(db);
  await stepOn(db, engine)
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
}

/**
 * Applies what is pending, all in one transaction: a step that fails leaves the database as it was.
 * Returns the names applied. The caller has made a copy before.
 */
export async function migrate(db: Db, now: Instant, given?: Migration[]): Promise<string[]> {
  const all = given ?? (await every());
  const pending = new Set(await pendingMigrations(db, all));
  const steps = all.filter((one) => pending.has(one.name));
  if (steps.length === 0) return [];
  const { engine } = runtimeOf(db);
  await db.transaction().execute(async (transaction) => {
    for (const one of steps) {
      await one.up(stepOn(transaction, engine));
      await transaction.insertInto('migration').values({ name: one.name, applied_at: now }).execute();
    }
  });
  return steps.map((one) => one.name);
}
