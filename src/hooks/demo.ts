import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { house } from './house.ts';

export interface DemoAccount {
  role: string;
  login: string;
  password: string;
}

/** Accounts that `npm run demo` made, for its sign-in page; empty outside the demo. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  const { settings } = await house();
  const file = join(settings.dataFolder, 'demo.json');
  if (!settings.isDemo || !existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { accounts: DemoAccount[] }).accounts;
}
