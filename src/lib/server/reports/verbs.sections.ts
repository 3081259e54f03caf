import { draftSections } from '#lib/domain/reports/drafts/index.ts';
import { isPartKey } from '#lib/domain/reports/drafts/section.ts';
import type { ReportSection } from '#lib/domain/reports/draft.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import { keepSection } from './queries.report.ts';
import { reportIn, requireOpen } from './verbs.keep.ts';
import { loadReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';

/** Adds a section of the unit's own at the end of a part; its sentences are added to it. Answers its key. */
export async function addSection(
  act: Act,
  asked: ReportQuestion & { part: string; title: string },
): Promise<{ section: string }> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const { part, title } = asked;
  if (!isPartKey(part))
    throw new DomainError('invalid', '请选择放在哪一部分。', { fields: { part: '请选择。' } });
  const report = await loadReport(act, asked);
  const section = `own-${newId()}`;
  const own = { key: section, part, title, isOwn: true, isOmitted: false, sentences: [] };
  await keepOrder(act, report, [...report.sections, own], { added: section, title });
  return { section };
}

/** Moves a section one place up or down within its part. */
export async function moveSection(
  act: Act,
  asked: ReportQuestion & { section: string; direction: 'up' | 'down' },
): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const report = await loadReport(act, asked);
  const moving = sectionIn(report, asked.section);
  const beside = report.sections.filter((one) => one.part === moving.part);
  const at = beside.indexOf(moving);
  const other = beside[asked.direction === 'up' ? at - 1 : at + 1];
  if (!other) return;
  const turned = report.sections.map((one) => (one === moving ? other : one === other ? moving : one));
  await keepOrder(act, report, turned, { moved: asked.section, direction: asked.direction });
}

/** Leaves a section out of the report, or takes it in again. */
export async function showSection(
  act: Act,
  asked: ReportQuestion & { section: string; isOmitted: boolean },
): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const report = await loadReport(act, asked);
  const shown = sectionIn(report, asked.section);
  const turned = report.sections.map((one) => (one === shown ? { ...one, isOmitted: asked.isOmitted } : one));
  await keepOrder(act, report, turned, { section: asked.section, isOmitted: asked.isOmitted });
}

function sectionIn(report: ReportReading, key: string): ReportSection {
  const found = report.sections.find((one) => one.key === key);
  if (!found) throw new DomainError('notFound', '报告里没有这一节，请刷新页面。');
  return found;
}

async function keepOrder(
  act: Act,
  report: ReportReading,
  sections: readonly ReportSection[],
  details: Record<string, string | boolean>,
): Promise<void> {
  requireOpen(report);
  await inTransaction(act, async (own) => {
    const reportId = await reportIn(own, report);
    for (const [at, { key, part, title, isOmitted }] of sections.entries()) {
      const isDrafted = draftSections.some((draft) => draft.key === key);
      await keepSection(own.db, {
        ...{ report_id: reportId, section: key, part, title: isDrafted ? '' : title },
        ...{ sort_order: (at + 1) * 100, is_omitted: isOmitted ? 1 : 0 },
      }).execute();
    }
    await audit.record(own, {
      verb: 'reports.sectionsOrdered',
      unitId: report.unitId,
      subject: { kind: 'report', id: reportId },
      details,
    });
  });
}
