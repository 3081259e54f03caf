import { stat, statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { addSeconds, secondsBetween, type Instant } from '#lib/domain/shared/time.ts';
import { runtimeOf } from '../db/runtime.ts';
import type { Db } from '../db/schema/index.ts';
import { isServing } from './leases.ts';
import { settingOf } from './settings.ts';

/** What an operator should look at. */
export interface Symptom {
  /** `fault` must be mended; `hint` is worth knowing. */
  kind: 'fault' | 'hint';
  /** Name of the check, stable for programs. */
  check: string;
  /** Chinese sentence that says what to do. */
  sentence: string;
}

/** When the last backup was made, as a setting of the installation. */
export const BACKUP_MADE = 'backup.madeAt';

const OLDEST_BACKUP_DAYS = 8;
const LEAST_FREE_BYTES = 2 * 1024 ** 3;
const LEAST_FREE_SHARE = 0.05;
/** A lease is renewed three times within its length; a minute beyond it nobody renews it. */
const UNSEALED_SECONDS = 60;

const fault = (check: string, sentence: string): Symptom => ({ kind: 'fault', check, sentence });
const hint = (check: string, sentence: string): Symptom => ({ kind: 'hint', check, sentence });

/** The embedded database has a backup of the last days; PostgreSQL is backed up by its own tools. */
export async function backupAge(db: Db, now: Instant): Promise<Symptom[]> {
  if (runtimeOf(db).engine !== 'sqlite') return [];
  const first = await db
    .selectFrom('migration')
    .select((of) => of.fn.min('applied_at').as('at'))
    .executeTakeFirst();
  const latest = (await settingOf(db, BACKUP_MADE)) ?? first?.at ?? now;
  const days = Math.floor(secondsBetween(latest, now) / 86_400);
  if (days < OLDEST_BACKUP_DAYS) return [];
  const sentence = `已有 ${days} 天没有备份：运行 npm run xuefa -- backup create 文件.tar.gz，并列入每日任务。`;
  return [fault('backup', sentence)];
}

/** The disk of the data has room for the days to come. */
export async function freeDisk(db: Db): Promise<Symptom[]> {
  const { dataFolder } = runtimeOf(db);
  const { bavail, blocks, bsize } = await statfs(dataFolder);
  const free = bavail * bsize;
  if (free >= LEAST_FREE_BYTES && bavail >= blocks * LEAST_FREE_SHARE) return [];
  const gigabytes = (free / 1024 ** 3).toFixed(1);
  return [fault('disk', `数据目录所在磁盘只剩 ${gigabytes} GB：请清理或扩容，写满后不能作答和保存。`)];
}

/** The folder of the data can be entered by nobody else. */
export async function privateFolder(db: Db): Promise<Symptom[]> {
  const { dataFolder } = runtimeOf(db);
  const { mode } = await stat(dataFolder);
  const isOpen = process.platform !== 'win32' && (mode & 0o007) !== 0;
  return isOpen ? [hint('folder', `数据目录 ${dataFolder} 对本机其他用户开放：建议 chmod 750。`)] : [];
}

/** Days are counted in Shanghai, whatever the machine says; its log and its tasks follow its own zone. */
export function timeZone(): Symptom[] {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const sentence = `系统时区是 ${zone}：业务日期始终按北京时间，定时备份和系统日志按系统时区，建议设为 Asia/Shanghai。`;
  return zone === 'Asia/Shanghai' ? [] : [hint('timeZone', sentence)];
}

/** Where mail is set, its server answers within `patienceMs` and takes the account. */
export async function mailServer(db: Db, patienceMs: number): Promise<Symptom[]> {
  const { mail } = runtimeOf(db);
  if (mail === null) return [];
  // What the server did not answer ends by itself a little later, so that this clock speaks first.
  const end = 2 * patienceMs;
  const transport = createTransport({
    ...{ url: mail.url, connectionTimeout: end, greetingTimeout: end, socketTimeout: end },
  });
  const clock = new AbortController();
  const silence = wait(patienceMs, 'silent' as const, { signal: clock.signal });
  try {
    const answer = await Promise.race([transport.verify(), silence]);
    if (answer !== 'silent') return [];
    return [fault('mail', `邮件服务器 ${patienceMs / 1000} 秒内未应答：请核对 SMTP_URL 和到它的网络。`)];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [fault('mail', `邮件服务器连接不上（${why}）：请核对 SMTP_URL。`)];
  } finally {
    clock.abort();
    transport.close();
  }
}

/** A server that runs says so every few seconds. */
export async function presence(db: Db, now: Instant): Promise<Symptom[]> {
  return (await isServing(db, now)) ? [] : [hint('server', '服务没有在运行，或者刚刚启动。')];
}

/** While a server runs, the log is sealed within seconds. */
export async function freshSeals(db: Db, now: Instant): Promise<Symptom[]> {
  const { waiting } = await db
    .selectFrom('audit_entry')
    .select((of) => of.fn.countAll<number>().as('waiting'))
    .where('seal_number', 'is', null)
    .where('at', '<', addSeconds(now, -UNSEALED_SECONDS))
    .executeTakeFirstOrThrow();
  if (Number(waiting) === 0 || !(await isServing(db, now))) return [];
  return [fault('seals', `有 ${Number(waiting)} 条审计记录超过一分钟没有封存：请查看日志中的 audit.seal。`)];
}
