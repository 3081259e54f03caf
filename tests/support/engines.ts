import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, inject } from 'vitest';
import { closeDatabase, migrate, type Db } from '#lib/server/db/index.ts';
import { migrations } from '#lib/server/db/migrations/index.ts';
import { createDatabase, dropDatabase, openTestDatabase, ReusedDatabase, urlOf } from './databases.ts';
import { monday, worldOver, type World } from './world.ts';

export interface Engine {
  name: 'sqlite' | 'postgres';
  /** A database of the test's own, migrated and empty; closed and removed after the test. */
  database(): Promise<Db>;
  /** That database with the acts and the vocabulary of a test. */
  world(): Promise<World>;
  /** A database of the test's own as it was before a step of the schema, without a row; `migrate` carries it on. */
  before(step: string): Promise<Db>;
  /** Connection text and data folder of a fresh migrated database, for tests that start the server or the cli. */
  settings(): Promise<Settings>;
}

export interface Settings {
  databaseUrl: string;
  dataFolder: string;
}

type Cleaning = () => Promise<void>;

/** Runs a suite once on SQLite and once on PostgreSQL, every test on a database of its own. */
export function onBothEngines(name: string, define: (engine: Engine) => void): void {
  onEngine('sqlite', name, define);
  onEngine('postgres', name, define);
}

/** Runs a suite on one engine; the suite's name says why not on both. */
export function onEngine(kind: Engine['name'], name: string, define: (engine: Engine) => void): void {
  describe(`${name} on ${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`, () => {
    const cleanings: Cleaning[] = [];
    afterEach(async () => {
      for (const clean of cleanings.splice(0).reverse()) await clean();
    });
    const settings = () => (kind === 'sqlite' ? sqliteSettings(cleanings) : postgresSettings(cleanings));
    const database = async () => {
      const own = kind === 'sqlite' ? await sqliteSettings(cleanings) : await sharedSettings(cleanings);
      const { databaseUrl, dataFolder } = own;
      // What a test loses with the power hurts nobody; PostgreSQL's server does not wait for the disk here either.
      const db = openTestDatabase(databaseUrl, dataFolder, { isHasty: true });
      cleanings.push(() => closeDatabase(db));
      return db;
    };
    const before = async (step: string) => {
      const db = await emptyDatabase(kind, cleanings);
      const place = migrations.findIndex(({ name }) => name === step);
      if (place < 0) throw new Error(`there is no step ${step}`);
      await migrate(db, monday, migrations.slice(0, place));
      return db;
    };
    define({ name: kind, settings, database, before, world: async () => worldOver(await database()) });
  });
}

/** A fresh SQLite installation, copied from the run's template. */
export async function sqliteSettings(cleanings: Cleaning[]): Promise<Settings> {
  const dataFolder = temporaryFolder(cleanings);
  const file = join(dataFolder, 'xuefa.db');
  copyFileSync(inject('sqliteTemplate'), file);
  return { databaseUrl: `file:${file}`, dataFolder };
}

/** The one PostgreSQL database of this process, whose tests run one after another. */
let shared: Promise<ReusedDatabase> | undefined;

async function sharedSettings(cleanings: Cleaning[]): Promise<Settings> {
  shared ??= ReusedDatabase.copyOf(inject('postgresServer'), inject('postgresTemplate'));
  const database = await shared;
  await database.empty();
  return { databaseUrl: database.url, dataFolder: temporaryFolder(cleanings) };
}

/** A fresh PostgreSQL installation, copied from the run's template. */
export async function postgresSettings(cleanings: Cleaning[]): Promise<Settings> {
  const server = inject('postgresServer');
  const name = await createDatabase(server, inject('postgresTemplate'));
  cleanings.push(() => dropDatabase(server, name));
  return { databaseUrl: urlOf(server, name), dataFolder: temporaryFolder(cleanings) };
}

/** A database in which no step has run. */
async function emptyDatabase(kind: Engine['name'], cleanings: Cleaning[]): Promise<Db> {
  const dataFolder = temporaryFolder(cleanings);
  const server = inject('postgresServer');
  const name = kind === 'postgres' ? await createDatabase(server) : null;
  if (name !== null) cleanings.push(() => dropDatabase(server, name));
  const databaseUrl = name === null ? `file:${join(dataFolder, 'xuefa.db')}` : urlOf(server, name);
  const db = openTestDatabase(databaseUrl, dataFolder, { isHasty: true });
  cleanings.push(() => closeDatabase(db));
  return db;
}

function temporaryFolder(cleanings: Cleaning[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-test-'));
  cleanings.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
