import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { runtimeOf } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { require } from './require.ts';

const accountsSchema = v.object({
  v: v.literal(1),
  accounts: v.array(v.object({ role: v.string(), login: v.string(), password: v.string() })),
});

export type DemoAccount = v.InferOutput<typeof accountsSchema>['accounts'][number];

/** Accounts that `npm run demo` made, for its sign-in page; empty outside the demo. */
export async function listDemoAccounts(act: Act): Promise<DemoAccount[]> {
  require(act, 'access.listDemoAccounts');
  const { isDemo, dataFolder } = runtimeOf(act.db);
  const file = join(dataFolder, 'demo.json');
  if (!isDemo || !existsSync(file)) return [];
  return v.parse(v.pipe(v.string(), v.parseJson(), accountsSchema), await readFile(file, 'utf8')).accounts;
}
