import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { closeDatabase } from '#lib/server/db/index.ts';
import { wire } from '#lib/server/wiring.ts';
import type { DemoAccount } from '#seeds/accounts.ts';
import { smallDistrict } from '#seeds/small/district.ts';
import { openTestDatabase } from './databases.ts';
import type { Settings } from './engines.ts';

interface Template {
  folder: string;
  accounts: DemoAccount[];
}

/** Growing the demo's year takes seconds: one process grows it once and copies it. */
let template: Promise<Template> | undefined;

/** Fills a migrated installation with the demo's year; answers its accounts. */
export async function seedDemo(settings: Settings): Promise<DemoAccount[]> {
  if (!settings.databaseUrl.startsWith('file:')) return grow(settings);
  template ??= makeTemplate();
  const { folder, accounts } = await template;
  cpSync(folder, settings.dataFolder, { recursive: true });
  return accounts;
}

async function makeTemplate(): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'xuefa.db');
  cpSync(inject('sqliteTemplate'), file);
  return { folder, accounts: await grow({ databaseUrl: `file:${file}`, dataFolder: folder }) };
}

async function grow({ databaseUrl, dataFolder }: Settings): Promise<DemoAccount[]> {
  const db = openTestDatabase(databaseUrl, dataFolder, { isHasty: true });
  try {
    wire(db);
    return await smallDistrict(db);
  } finally {
    await closeDatabase(db);
  }
}
