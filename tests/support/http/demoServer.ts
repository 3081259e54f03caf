import type { DemoAccount } from '../../../seeds/accounts.ts';
import { Story } from '../../../seeds/words.ts';
import { sql } from 'kysely';
import { closeDatabase, type Db } from '#lib/server/db/index.ts';
import { wire } from '#lib/server/wiring.ts';
import { openTestDatabase } from '../databases.ts';
import { seedDemo } from '../demoTemplate.ts';
import { sqliteSettings } from '../engines.ts';
import { startServer, type RunningServer } from '../programs.ts';
import { Visitor } from './visitor.ts';

/** The demo's district behind the built server, and its database beside it. */
export interface DemoServer {
  server: RunningServer;
  db: Db;
  story: Story;
  accounts: DemoAccount[];
  /** Somebody of the demo's accounts by role, signed in; a visitor for a role that has none. */
  someone(role: string): Promise<Visitor>;
  stop(): Promise<void>;
}

/** Seeds the demo, lets `prepare` add to it by the product's own verbs, and starts the built server over it. */
export async function demoServer(options: {
  env?: NodeJS.ProcessEnv;
  prepare?(story: Story): Promise<DemoAccount[]>;
}): Promise<DemoServer> {
  const cleanings: (() => Promise<void>)[] = [];
  const settings = await sqliteSettings(cleanings);
  const seeded = await seedDemo(settings);
  const db = openTestDatabase(settings.databaseUrl, settings.dataFolder);
  cleanings.push(() => closeDatabase(db));
  wire(db);
  const story = new Story(db, new Date().toISOString());
  const accounts = [...seeded, ...((await options.prepare?.(story)) ?? [])];
  const server = await startServer(settings, { env: options.env });
  cleanings.push(server.stop);
  return {
    ...{ server, db, story, accounts },
    someone: (role) => {
      const account = accounts.find((one) => one.role === role);
      return new Visitor(server.origin, role, account ?? null).signIn();
    },
    stop: async () => {
      for (const clean of cleanings.reverse()) await clean();
    },
  };
}

/** Tables that a request may touch without having done anything: the log, sessions, limits and the jobs' own. */
const ASIDE = new Set([
  ...['audit_entry', 'audit_seal', 'session', 'throttle', 'job_lease', 'heartbeat'],
  ...['standing_turn', 'standing_day'],
]);

/**
 * A count of the rows of every table that holds something of the product: `await count()` → table → rows. SQLite
 * counts the commits of other connections; while there is none, nothing is counted anew.
 */
export async function rowCounter(db: Db): Promise<() => Promise<Record<string, number>>> {
  const tables = (await db.introspection.getTables()).filter(
    ({ name, isView }) => !isView && !ASIDE.has(name),
  );
  const counts = tables.map(({ name }) => `(select count(*) from "${name}") as "${name}"`);
  const query = sql.raw<Record<string, number>>(`select ${counts.join(', ')}`).compile(db);
  const commits = sql.raw<{ data_version: number }>('pragma data_version').compile(db);
  let known: Record<string, number> = {};
  let knownAt: number | undefined;
  return async () => {
    const version = (await db.executeQuery(commits)).rows[0]?.data_version;
    if (version !== knownAt) known = (await db.executeQuery(query)).rows[0] ?? {};
    knownAt = version;
    return known;
  };
}
