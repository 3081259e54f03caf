import { pendingMigrations } from '#lib/server/db/index.ts';
import { examine } from '#lib/server/inspection/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import type { Symptom } from '#lib/server/platform/health.ts';
import type { Subject } from './subject.ts';

/** Everything that is looked at; nothing but the schema when that is behind. */
async function symptomsOf(act: Act): Promise<Symptom[]> {
  const pending = await pendingMigrations(act.db);
  if (pending.length === 0) return examine(act);
  const sentence = `数据库还有 ${pending.length} 步没有升级：停止服务后运行 npm run xuefa -- db migrate。`;
  return [{ kind: 'fault', check: 'migrations', sentence }];
}

/** `xuefa doctor …`: what an installation lacks. */
export const doctor: Subject = {
  name: 'doctor',
  summary: '体检',
  verbs: {
    check: {
      usage: 'check [--json]',
      summary:
        '看系统缺什么：初始化、三员、密钥、备份、磁盘、邮件、服务、定时任务、审计封存、停下的导入、待升级；缺了以 1 退出',
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
