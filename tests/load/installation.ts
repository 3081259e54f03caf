import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toInstant } from '#lib/domain/shared/time.ts';
import { closeDatabase } from '#lib/server/db/index.ts';
import { createTemplate, migrateFile, openTestDatabase, urlOf } from '../support/databases.ts';
import type { Settings } from '../support/engines.ts';
import { startPostgres } from '../support/postgres.ts';
import { worldOver, type World } from '../support/world.ts';
import type { Wish } from './rows.ts';

/** A fresh installation on an engine, removed at the end. */
export interface Installation {
  settings: Settings;
  /** Fills or reads the database while no server runs. */
  within<T>(work: (world: World) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

/**
 * A migrated, empty installation. PostgreSQL is the one of the tests but for its durability, which is the default:
 * a commit waits for the disk.
 */
export async function install(engine: Wish['engine']): Promise<Installation> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xuefa-bench-'));
  const server = engine === 'postgres' ? await startPostgres({ isDurable: true }) : null;
  const databaseUrl = server
    ? urlOf(server.url, await createTemplate(server.url))
    : `file:${join(dataFolder, 'xuefa.db')}`;
  if (!server) await migrateFile(join(dataFolder, 'xuefa.db'));
  return {
    settings: { databaseUrl, dataFolder },
    within: async (work) => {
      const db = openTestDatabase(databaseUrl, dataFolder);
      try {
        return await work(worldOver(db).at(toInstant(Date.now())));
      } finally {
        await closeDatabase(db);
      }
    },
    remove: async () => {
      await server?.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
