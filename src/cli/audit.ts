import { verifyLog } from '#lib/server/access/index.ts';
import type { Subject } from './subject.ts';

/** `xuefa audit …`: proof that nobody changed the log. */
export const audit: Subject = {
  name: 'audit',
  summary: '审计日志',
  verbs: {
    verify: {
      usage: 'verify [--json]',
      summary: '核对审计日志：改动、删除、插入、截尾都会指出',
      run: async ({ act, out }) => {
        const findings = await verifyLog(act);
        for (const finding of findings) out.line(finding.sentence);
        if (findings.length === 0) out.line('审计日志完整，没有发现改动。');
        out.json({ findings });
        return findings.length === 0 ? 0 : 1;
      },
    },
  },
};
