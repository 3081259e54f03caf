import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createTemplate, dropTemplate, migrateFile } from '../databases.ts';
import { startPostgres } from '../postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a migrated SQLite file that tests copy. */
    sqliteTemplate: string;
    /** Connection text of a PostgreSQL server whose user may create databases. */
    postgresServer: string;
    /** Name of a migrated database on that server that tests copy. */
    postgresTemplate: string;
  }
}

/** Once a run: a migrated SQLite file, and a PostgreSQL server (or `TEST_DATABASE_URL`) with a migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-tests-'));
  const sqliteTemplate = join(folder, 'template.db');
  await migrateFile(sqliteTemplate);
  const server = await startPostgres({ given: process.env.TEST_DATABASE_URL });
  try {
    const postgresTemplate = await createTemplate(server.url);
    project.provide('sqliteTemplate', sqliteTemplate);
    project.provide('postgresServer', server.url);
    project.provide('postgresTemplate', postgresTemplate);
    return async () => {
      await dropTemplate(server.url, postgresTemplate);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
