import { fileArgument, type Call, type ExitCode, type Out, type Subject } from './subject.ts';
import * as rosters from '#lib/server/rosters/index.ts';

async function fileOf(call: Call): Promise<rosters.RosterFile> {
  const { from } = call.options;
  const file = await fileArgument(call, '名册文件');
  return { ...file, from: typeof from === 'string' ? from : undefined };
}

function show(out: Out, report: rosters.ImportReport): void {
  const { total, added, changed, ended, unchanged } = report;
  out.line(`${report.fileName}：${total} 行人员，自 ${report.from} 起生效。`);
  if (report.ignored.length > 0) out.line(`没有读取的列：${report.ignored.join('、')}。`);
  for (const one of report.issues) {
    out.line(`第 ${one.row} 行 ${one.column || '整行'}：${one.problem}${one.suggestion}`);
  }
  if (report.issues.length > 0) out.line(`共 ${report.issueCount} 处问题，没有写入任何内容。`);
  else out.line(`新增 ${added}，变更 ${changed}，结束任职 ${ended}，未变 ${unchanged}。`);
}

async function runImport(call: Call): Promise<ExitCode> {
  const { act, out } = call;
  const file = await fileOf(call);
  const isDryRun = call.options['dry-run'] === true;
  const report = isDryRun ? await rosters.checkImport(act, file) : await rosters.stageImport(act, file);
  show(out, report);
  if (report.issues.length > 0 || isDryRun || report.batchId === null) {
    out.json({ ...report, applied: false });
    return report.issues.length > 0 ? 1 : 0;
  }
  await rosters.commitImport(act, report.batchId);
  out.line('已写入。');
  out.json({ ...report, applied: true });
  return 0;
}

/** `xuefa people …`: rosters from the console. */
export const peopleSubject: Subject = {
  name: 'people',
  summary: '人员',
  verbs: {
    import: {
      usage: 'import 文件 [--dry-run] [--from 2026-01-31] [--json]',
      summary: '导入名册（xlsx、xls、csv）；--dry-run 只检查不写入',
      flags: ['dry-run'],
      run: runImport,
    },
  },
};
