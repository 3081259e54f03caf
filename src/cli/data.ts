import * as certificates from '#lib/server/certificates/index.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as grading from '#lib/server/grading/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as outside from '#lib/server/outside/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { Subject } from './subject.ts';

const KINDS = {
  ...{ standing: '达标情况', counter: '计数', ledger: '台账', figure: '指标' },
  ...{ score: '成绩', paper: '试卷', receipt: '回执', certificate: '证明', outside: '外部成绩' },
};

/** `xuefa data …`: proof that what is kept is what the rows say. */
export const data: Subject = {
  name: 'data',
  summary: '数据核对',
  verbs: {
    verify: {
      usage: 'verify [--json]',
      summary:
        '重新计数：达标情况、单位计数、台账、外部成绩、试卷、回执、成绩、证明、指标与明细、封存逐项核对，指出每一处不一致',
      run: async ({ act, out }) => {
        const owed = await completion.countRecountsOwed(act);
        if (owed > 0)
          out.line(
            `还有 ${owed} 项新要求或单位变动正由服务重新计算，算完之前相关的差异不是错误，请稍后再核对。`,
          );
        const counters = await completion.verifyCounters(act);
        const scores = await grading.verifyScores(act);
        const attempts = await exams.verifyAttempts(act);
        const issued = await certificates.verifyCertificates(act);
        const brought = await outside.verifyOutside(act);
        const ofFigures = await figures.verifyFigures(act);
        const differences = [...counters, ...attempts, ...scores, ...issued, ...brought, ...ofFigures];
        for (const one of differences) {
          out.line(`${KINDS[one.kind]} ${one.subject}：记录为 ${one.kept}，重新计数为 ${one.counted}`);
        }
        const faults = await reports.verifyFreezes(act);
        for (const one of faults) out.line(`封存 ${one.subject}：${one.fault}`);
        const isWhole = differences.length + faults.length === 0;
        if (isWhole) out.line('计数、台账、外部成绩、试卷、回执、成绩、证明、指标与明细、封存全部一致。');
        out.json({ differences, faults, owed });
        return isWhole ? 0 : 1;
      },
    },
  },
};
