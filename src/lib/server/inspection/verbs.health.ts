import { roleLabels } from '#lib/domain/access/roles.ts';
import { jobName } from '#lib/domain/inspection/jobNames.ts';
import { addSeconds, secondsBetween, shanghaiClock } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { listStuck } from '../imports/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { listFailures, type JobFailure } from '../platform/failures.ts';
import * as health from '../platform/health.ts';
import { roundsSince } from '../platform/leases.ts';

type Symptom = health.Symptom;

/** A job that fails once may be well at its next turn; one that goes on failing is for a person. */
const ROUNDS_BORNE = 3;
const SECONDS_BORNE = 600;
/** The longest work there is, an import of 100,000 people, takes minutes. */
const LONGEST_ROUND_SECONDS = 3600;
/** A failure that is over is told for so long. */
const TOLD_SECONDS = 7 * 86_400;
/** So long a command waits for the mail server. */
const MAIL_PATIENCE_MS = 5_000;

const fault = (check: string, sentence: string): Symptom => ({ kind: 'fault', check, sentence });
const hint = (check: string, sentence: string): Symptom => ({ kind: 'hint', check, sentence });

/** Whether the installation is set up and its three administrators are named. */
async function office(act: Act): Promise<Symptom[]> {
  if (await access.awaitsSetup(act.db)) {
    return [fault('setup', '系统还没有初始化：运行 npm run xuefa -- access setup-code，凭码打开 /setup。')];
  }
  const missing = await access.missingAdministrators(act);
  return missing.map((role) =>
    fault(
      'administrators',
      `没有${roleLabels[role]}：运行 npm run xuefa -- access grant 人员编号 ${role} 单位编号，或由安全管理员授权。`,
    ),
  );
}

/** What is stored can be read with the keys at hand. */
async function keys(act: Act): Promise<Symptom[]> {
  if (await people.keysAtHand(act)) return [];
  return [
    fault('key', '现有 XUEFA_KEY 解不开已存的号码：请找回当初的密钥，放在第一个密钥之后，用逗号隔开。'),
  ];
}

/** Imports that failed too often wait for somebody who has seen to the reason. */
async function stuckImports(act: Act): Promise<Symptom[]> {
  return (await listStuck(act)).map(({ id, fileName }) =>
    fault(
      'imports',
      `导入“${fileName}”多次出错，已经停下：查看日志中的原因，排除后运行 npm run xuefa -- imports retry ${id}，或请上传的人点“再试一次”。`,
    ),
  );
}

function failingJob({ now }: Act, { job, since, failedAt, rounds, error, mendedAt }: JobFailure): Symptom[] {
  const name = `定时任务“${jobName(job)}”（${job}）`;
  if (mendedAt !== null) {
    if (secondsBetween(mendedAt, now) > TOLD_SECONDS) return [];
    const spell = `${shanghaiClock(since)} 至 ${shanghaiClock(failedAt)} 失败 ${rounds} 次`;
    return [hint('jobs', `${name}曾在 ${spell}（${error}），${shanghaiClock(mendedAt)} 起恢复正常。`)];
  }
  const sentence = `${name}自 ${shanghaiClock(since)} 起一直失败，已 ${rounds} 次，最近一次 ${shanghaiClock(failedAt)}：${error}。请在日志中按任务名查看原因，排除后会自动继续。`;
  const isBorne = rounds < ROUNDS_BORNE && secondsBetween(since, now) < SECONDS_BORNE;
  return [isBorne ? hint('jobs', sentence) : fault('jobs', sentence)];
}

/** Jobs that fail, or did of late, and rounds that do not end. */
async function jobs(act: Act): Promise<Symptom[]> {
  const failures = await listFailures(act.db);
  const slow = await roundsSince(act.db, act.now, addSeconds(act.now, -LONGEST_ROUND_SECONDS));
  return [
    ...failures.flatMap((failure) => failingJob(act, failure)),
    ...slow.map((job) =>
      fault(
        'jobs',
        `定时任务“${jobName(job)}”（${job}）一轮运行超过一小时没有结束：请查看日志，必要时重启服务。`,
      ),
    ),
  ];
}

/**
 * What an operator should look at, in the order in which it is told; the schema is up to date. Asks the mail server,
 * where one is set, and waits for it up to `mailPatienceMs` milliseconds.
 */
export async function examine(act: Act, mailPatienceMs = MAIL_PATIENCE_MS): Promise<Symptom[]> {
  access.require(act, 'inspection.examine');
  const { db, now } = act;
  const found = await Promise.all([
    ...[office(act), keys(act), health.backupAge(db, now), health.freeDisk(db)],
    health.mailServer(db, mailPatienceMs),
    ...[health.presence(db, now), health.freshSeals(db, now), health.privateFolder(db), health.timeZone()],
    ...[stuckImports(act), jobs(act)],
  ]);
  return found.flat();
}
