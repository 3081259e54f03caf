import { printSentence } from '#lib/domain/reports/sentence.ts';
import { shanghaiClock, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { writePaper, type OfficialPaper } from '../documents/docx.ts';
import { personOf, type Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { readReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';

export interface ExportedReport {
  fileName: string;
  bytes: Buffer;
}

/** Word file of the draft as the page shows it, with a line that says who took it out; the export is audited. */
export async function exportReport(act: Act, asked: ReportQuestion): Promise<ExportedReport> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'reports.exportReport', { unitPath });
  const report = await readReport(act, asked);
  const bytes = await writePaper(paperOf(report, personOf(act).name));
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'reports.exported',
      unitId: asked.unitId,
      subject: { kind: 'report', id: `${asked.unitId}/${asked.planYear}` },
      details: { planYear: asked.planYear, asOf: report.asOf, bytes: bytes.length },
    }),
  );
  return { fileName: `${report.title.join('')}.docx`, bytes };
}

/** The report's page as a paper: the same pieces, printed. */
export function paperOf(report: ReportReading, exportedBy: string): OfficialPaper {
  const { departments } = report;
  const table = { kind: 'table' as const, caption: '附表：各部门学法情况', ...departments };
  return {
    title: report.title,
    blocks: [
      ...report.blocks.map(({ kind, pieces }) => ({ kind, text: printSentence(pieces) })),
      ...(departments.rows.length > 0 ? [table] : []),
    ],
    signature: { unit: report.unitName, day: inWords(shanghaiDay(report.readAt)) },
    watermark: `草稿 · 数据截至 ${shanghaiClock(report.readAt)} · 由 ${exportedBy} 导出`,
  };
}

function inWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
