// Starts the built server. Says in Chinese which setting is wrong before anything listens.
import { existsSync } from 'node:fs';
import { rememberCompiled } from './compiled.js';
import { requireNode26 } from './node26.js';

requireNode26();
rememberCompiled();
process.env.NODE_ENV ??= 'production';
process.env.HOST ||= '127.0.0.1';
process.env.BODY_SIZE_LIMIT ||= '32M';
// Longer than the pause between two answers of an exam taker: he keeps his connection.
process.env.KEEP_ALIVE_TIMEOUT ||= '65';
process.env.HEADERS_TIMEOUT ||= '66';
for (const name of ['ORIGIN', 'ADDRESS_HEADER', 'XFF_DEPTH', 'PORT'])
  if (process.env[name] === '') delete process.env[name];

const { readSettings, SettingsError } = await import('../src/lib/server/platform/env.ts');
const { closeDatabase, openDatabase, pendingMigrations } = await import('../src/lib/server/db/index.ts');
const { createLog } = await import('../src/lib/server/platform/log.ts');

function refuse(problems) {
  for (const problem of problems) console.error(problem);
  process.exit(2);
}

try {
  const settings = readSettings(process.env);
  if (settings.origin === '')
    refuse(['缺少 ORIGIN。请填写用户在浏览器里看到的地址，例如 https://xuefa.example.gov.cn。']);
  if (!existsSync(new URL('../build/index.js', import.meta.url)))
    refuse(['还没有构建。请先运行 npm run build。']);
  const db = openDatabase({ ...settings, log: createLog('error') });
  const pending = await pendingMigrations(db).catch((error) => refuse([`数据库打不开：${error.message}`]));
  await closeDatabase(db);
  if (pending.length > 0) {
    refuse([`数据库还有 ${pending.length} 步没有升级。请先备份，再运行 npm run xuefa -- db migrate。`]);
  }
} catch (error) {
  if (error instanceof SettingsError) refuse(error.problems);
  throw error;
}
await import('../build/index.js');
