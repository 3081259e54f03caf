import { DEPARTMENTS_TITLE, FIGURES_TITLE, figureTable } from '#lib/domain/reports/annex.ts';
import { printBlock } from '#lib/domain/reports/draft.ts';
import type { SealedBody } from '#lib/domain/reports/freeze.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiClock, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { writePaper, type OfficialPaper, type PaperAnnex } from '../documents/docx.ts';
import { personOf, type Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { readFreeze, type FreezeReading } from './verbs.freezes.ts';
import { readReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';

export interface ExportedReport {
  fileName: string;
  bytes: Buffer;
}

/**
 * Word file of the report as the page shows it, or of one of its freezes, with a line that says what it is and who took
 * it out; the export is audited. Throws `notFound` for a freeze of another report.
 */
export async function exportReport(
  act: Act,
  asked: ReportQuestion & { freezeId?: string },
): Promise<ExportedReport> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.exportReport', { unitPath });
  const by = personOf(act).name;
  const paper = asked.freezeId
    ? paperOfFreeze(await freezeOf(act, asked.freezeId, asked), by)
    : paperOf(await readReport(act, asked), by);
  const bytes = await writePaper(paper);
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'reports.exported',
      unitId: asked.unitId,
      subject: { kind: 'report', id: `${asked.unitId}/${asked.planYear}` },
      details: { planYear: asked.planYear, freezeId: asked.freezeId ?? null, bytes: bytes.length },
    }),
  );
  return { fileName: `${paper.title.join('')}.docx`, bytes };
}

async function freezeOf(act: Act, freezeId: string, asked: ReportQuestion): Promise<FreezeReading> {
  const freeze = await readFreeze(act, freezeId);
  if (freeze.unitId === asked.unitId && freeze.planYear === asked.planYear) return freeze;
  throw new DomainError('notFound', '没有这次封存。');
}

/** The report's page as a paper: the same pieces, printed. */
export function paperOf(report: ReportReading, exportedBy: string): OfficialPaper {
  const { departments, planYear, hidden, readAt } = report;
  const values = [...report.values].map(([name, value]) => ({ ...value, name }));
  return {
    title: report.title,
    blocks: report.blocks.map((block) => ({ kind: block.kind, text: printBlock(block) })),
    annexes: annexes(departments, figureTable(values, { planYear, at: readAt, hidden })),
    signature: { unit: report.unitName, day: inWords(shanghaiDay(readAt)) },
    watermark: `草稿 · 数据截至 ${shanghaiClock(readAt)} · 由 ${exportedBy} 导出`,
  };
}

/** A freeze as a paper: as it was sealed, with its digest. */
export function paperOfFreeze(freeze: FreezeReading, exportedBy: string): OfficialPaper {
  const { body, planYear, madeAt } = freeze;
  const hidden = new Set(body.hidden);
  const mark = freeze.kind === 'draft' ? '草稿' : freeze.kindName;
  return {
    title: body.title,
    blocks: body.blocks.map(({ kind, pieces }) => ({
      kind,
      text: pieces.map((piece) => piece.text).join(''),
    })),
    annexes: annexes(body.departments, figureTable(freeze.values, { planYear, at: madeAt, hidden })),
    signature: { unit: freeze.unitName, day: inWords(shanghaiDay(madeAt)) },
    watermark: `${mark} 第 ${freeze.number} 次 · ${shanghaiClock(madeAt)} · 摘要 ${freeze.digest.slice(0, 16)} · 由 ${exportedBy} 导出`,
  };
}

const FIGURE_WIDTHS = [18, 38, 28, 16];

function annexes(departments: SealedBody['departments'], figures: SealedBody['departments']): PaperAnnex[] {
  return [
    ...(departments.rows.length > 0 ? [{ title: DEPARTMENTS_TITLE, ...departments }] : []),
    { title: FIGURES_TITLE, ...figures, widths: FIGURE_WIDTHS },
  ];
}

function inWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
