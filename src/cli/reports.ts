import * as rooms from '#lib/server/reports/index.ts';
import type { Subject } from './subject.ts';

/** `xuefa reports …`: proof that what was sealed is what was sealed. */
export const reports: Subject = {
  name: 'reports',
  summary: '年度报告',
  verbs: {
    verify: {
      usage: 'verify [--json]',
      summary: '重新计算每次封存的摘要、签名、衔接和明细文件，指出每一处不符',
      run: async ({ act, out }) => {
        const faults = await rooms.verifyFreezes(act);
        for (const { subject, fault } of faults) out.line(`封存 ${subject}：${fault}`);
        if (faults.length === 0) out.line('全部封存与摘要相符。');
        out.json({ faults });
        return faults.length === 0 ? 0 : 1;
      },
    },
  },
};
