import type { Confirmed } from '#lib/domain/reports/sentence.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { insertRevision, openReport, reportOfYear } from './queries.report.ts';
import { confirmedRow } from './rows.ts';
import type { ReportReading } from './verbs.report.ts';

export interface Revision {
  section: string;
  place: string;
  /** The revision that is replaced; 0 for a drafted sentence. */
  revision: number;
  state: 'shown' | 'omitted' | 'draft';
  text: string;
  confirmed: Confirmed;
  /** Numbers without a figure. */
  typed?: number;
}

/** Id of the report, opened if need be, within the act's transaction. */
export async function reportIn(act: Act, { unitId, planYear }: ReportReading): Promise<string> {
  const opened = { opened_by: signatureOf(act).id, opened_at: act.now };
  await openReport(act.db, { id: newId(), unit_id: unitId, plan_year: planYear, ...opened }).execute();
  return (await reportOfYear(act.db, { unitId, planYear }).executeTakeFirstOrThrow()).id;
}

/** Throws `conflict` for a report that is signed: its words stand, its numbers are corrected by a true-up. */
export function requireOpen(report: ReportReading): void {
  if (report.sealed && report.sealed.kind !== 'draft') {
    throw new DomainError('conflict', '报告已封存签发，文字不再改动；数字有误请在封存页更正。');
  }
}

/** Adds a revision of a sentence and writes it into the audit log; `conflict` when it is no longer the next one. */
export async function keepRevision(act: Act, report: ReportReading, given: Revision): Promise<void> {
  requireOpen(report);
  const { section, place, state, text } = given;
  const written = signatureOf(act);
  await inTransaction(act, async (own) => {
    const reportId = await reportIn(own, report);
    const inserted = await insertRevision(own.db, {
      ...{ id: newId(), report_id: reportId, section, place, revision: given.revision + 1, state, text },
      confirmed: confirmedRow(given.confirmed),
      ...{ written_by: written.id, written_by_name: written.name, written_at: own.now },
    }).executeTakeFirstOrThrow();
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      throw new DomainError('conflict', '这句话刚刚被他人修改，请刷新页面，看过新的文字后再改。');
    }
    await audit.record(own, {
      verb: 'reports.sentenceWritten',
      unitId: report.unitId,
      subject: { kind: 'report', id: reportId },
      details: { place, revision: given.revision + 1, state, text, typed: given.typed ?? 0 },
    });
  });
}
