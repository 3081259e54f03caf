import { roleLabels } from '#lib/domain/access/roles.ts';
import { awaitsSetup, missingAdministrators } from '#lib/server/access/index.ts';
import { listStuck } from '#lib/server/imports/index.ts';
import { pendingMigrations } from '#lib/server/db/index.ts';
import { keysAtHand } from '#lib/server/people/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as health from '#lib/server/platform/health.ts';
import type { Subject } from './subject.ts';

type Symptom = health.Symptom;

const fault = (check: string, sentence: string): Symptom => ({ kind: 'fault', check, sentence });

/** Whether the installation is set up and its three administrators are named. */
async function people(act: Act): Promise<Symptom[]> {
  if (await awaitsSetup(act.db)) {
    return [fault('setup', '系统还没有初始化：运行 npm run xuefa -- access setup-code，凭码打开 /setup。')];
  }
  const missing = await missingAdministrators(act);
  return missing.map((role) =>
    fault(
      'administrators',
      `没有${roleLabels[role]}：运行 npm run xuefa -- access grant 人员编号 ${role} 单位编号，或由安全管理员授权。`,
    ),
  );
}

/** What is stored can be read with the keys at hand. */
async function keys(act: Act): Promise<Symptom[]> {
  if (await keysAtHand(act)) return [];
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

/** Everything that is looked at, in the order in which it is told; nothing else when the schema is behind. */
async function symptomsOf(act: Act): Promise<Symptom[]> {
  const pending = await pendingMigrations(act.db);
  if (pending.length > 0) {
    return [
      fault(
        'migrations',
        `数据库还有 ${pending.length} 步没有升级：停止服务后运行 npm run xuefa -- db migrate。`,
      ),
    ];
  }
  const { db, now } = act;
  const found = await Promise.all([
    ...[people(act), keys(act), health.backupAge(db, now), health.freeDisk(db), health.mailServer(db)],
    ...[health.presence(db, now), health.freshSeals(db, now), health.privateFolder(db), health.timeZone()],
    stuckImports(act),
  ]);
  return found.flat();
}

/** `xuefa doctor …`: what an installation lacks. */
export const doctor: Subject = {
  name: 'doctor',
  summary: '体检',
  verbs: {
    check: {
      usage: 'check [--json]',
      summary:
        '看系统缺什么：初始化、三员、密钥、备份、磁盘、邮件、服务、审计封存、停下的导入、待升级；缺了以 1 退出',
      anySchema: true,
      run: async ({ act, out }) => {
        const symptoms = await symptomsOf(act);
        const faults = symptoms.filter((one) => one.kind === 'fault');
        for (const one of faults) out.line(one.sentence);
        if (faults.length === 0) out.line('没有发现问题。');
        for (const one of symptoms) if (one.kind === 'hint') out.line(`提示：${one.sentence}`);
        out.json({ symptoms });
        return faults.length === 0 ? 0 : 1;
      },
    },
  },
};
