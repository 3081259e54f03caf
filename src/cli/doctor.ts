import { roleLabels } from '#lib/domain/access/roles.ts';
import { awaitsSetup, missingAdministrators } from '#lib/server/access/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import type { Subject } from './subject.ts';

/** What an operator should mend, in Chinese sentences; empty when all is well. */
async function complaintsOf(act: Act): Promise<string[]> {
  if (await awaitsSetup(act.db)) {
    return ['系统还没有初始化：运行 npm run xuefa -- access setup-code，凭码打开 /setup。'];
  }
  const missing = await missingAdministrators(act);
  return missing.map(
    (role) =>
      `没有${roleLabels[role]}：运行 npm run xuefa -- access grant 人员编号 ${role} 单位编号，或由安全管理员授权。`,
  );
}

/** `xuefa doctor …`: what an installation lacks. */
export const doctor: Subject = {
  name: 'doctor',
  summary: '体检',
  verbs: {
    check: {
      usage: 'check [--json]',
      summary: '看系统缺什么：是否初始化、三员是否齐全；缺了以 1 退出',
      run: async ({ act, out }) => {
        const complaints = await complaintsOf(act);
        for (const one of complaints) out.line(one);
        if (complaints.length === 0) out.line('没有发现问题。');
        out.json({ complaints });
        return complaints.length === 0 ? 0 : 1;
      },
    },
  },
};
