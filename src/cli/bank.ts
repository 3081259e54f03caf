import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as bankRoom from '#lib/server/bank/index.ts';
import { argument, UsageError, type Out, type Subject } from './subject.ts';

function fileAt(path: string): bankRoom.ImportFile {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`找不到文件 ${path}。`);
  return { name: basename(path), bytes: readFileSync(path) };
}

function tell(report: bankRoom.BankImportReport, dryRun: boolean, out: Out): void {
  for (const { level, row, column, problem, suggestion } of report.issues) {
    const place = row === 0 ? '整个文件' : `第 ${row} 行${column === '' ? '' : `“${column}”列`}`;
    out.line(`${level === 'error' ? '错误' : '提示'}　${place}：${problem}${suggestion}`);
  }
  const { added, changed, unchanged, applied } = report;
  out.line(`新增 ${added} 道，更新 ${changed} 道，未变 ${unchanged} 道。`);
  if (applied) out.line('已导入。');
  else out.line(dryRun ? '仅检查，未写入。' : '文件有错误，全部未写入。');
}

/** `xuefa bank …`: the question bank. */
export const bank: Subject = {
  name: 'bank',
  summary: '题库',
  verbs: {
    import: {
      usage: 'import <文件> [--dry-run] [--json]',
      summary: '按模板导入题目（xlsx、xls、csv）；有一行不对就一行都不写入，重复导入不会重复',
      flags: ['dry-run'],
      run: async (call) => {
        const { act, options, out } = call;
        const dryRun = options['dry-run'] === true;
        const report = await bankRoom.importQuestions(act, {
          file: fileAt(argument(call, 0, '文件')),
          dryRun,
        });
        tell(report, dryRun, out);
        out.json(report);
        return report.issues.some((issue) => issue.level === 'error') ? 1 : 0;
      },
    },
    check: {
      usage: 'check [--json]',
      summary: '检查在用的题目：答案是否容易猜中、有没有重复、法律依据是否已经修改',
      run: async ({ act, out }) => {
        const check = await bankRoom.checkBank(act);
        for (const { sentence, question } of check.findings) {
          out.line(question ? `${question.code}：${sentence}` : sentence);
        }
        out.line(`在用 ${check.questions} 道题，发现 ${check.findings.length} 处。`);
        out.json(check);
        return check.findings.length === 0 ? 0 : 1;
      },
    },
    template: {
      usage: 'template <文件.xlsx>',
      summary: '写出导入模板',
      run: async (call) => {
        const path = argument(call, 0, '文件.xlsx');
        writeFileSync(path, await bankRoom.bankTemplate(call.act));
        call.out.line(`模板已写入 ${path}`);
        call.out.json({ path });
        return 0;
      },
    },
  },
};
