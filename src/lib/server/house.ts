import { closeDatabase, migrate, openDatabase, pendingMigrations, type Db } from './db/index.ts';
import { currentInstant } from './platform/clock.ts';
import { SettingsError, type Settings } from './platform/env.ts';
import { startJobs } from './platform/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { newId } from './platform/ids.ts';
import { atStart, jobs, wire } from './wiring.ts';

/** A running installation: what hooks hand to every request. */
export interface House {
  settings: Settings;
  db: Db;
  log: Log;
  close(): Promise<void>;
}

/**
 * Opens database and log over checked settings, wires the rooms. The cli stops here; a server also starts jobs. In
 * haste nothing is durable before it is closed: only for filling a database that can be begun anew.
 */
export function openHouse(settings: Settings, { isHasty = false } = {}): House {
  const log = createLog(settings.logLevel);
  const db = openDatabase({ ...settings, log, isHasty });
  wire(db);
  return { settings, db, log, close: () => closeDatabase(db) };
}

/** Opens the house for a server: refuses over pending migrations, then starts the jobs. */
export async function startHouse(settings: Settings): Promise<House> {
  const house = openHouse(settings);
  const pending = await pendingMigrations(house.db);
  if (pending.length > 0) {
    await house.close();
    throw new SettingsError([
      `数据库还有 ${pending.length} 步没有升级。请先备份，再运行 npm run xuefa -- db migrate。`,
    ]);
  }
  const system = { kind: 'system', job: 'start' } as const;
  for (const begin of atStart) {
    await begin({ actor: system, now: currentInstant(), requestId: newId(), db: house.db });
  }
  const stop = startJobs(house.db, house.log, jobs);
  const close = async (): Promise<void> => {
    await stop();
    await house.close();
  };
  return { ...house, close };
}

/** Brings an empty or older database up to date; used by the demo and by tests. */
export async function migrateHouse(house: House): Promise<string[]> {
  return migrate(house.db, currentInstant());
}
