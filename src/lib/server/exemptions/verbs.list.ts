import type { Instant } from '#lib/domain/shared/time.ts';
import type { ExemptionKind, ExemptionStatus } from '#lib/domain/exemptions/grounds.ts';
import * as access from '../access/index.ts';
import * as exams from '../exams/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { exemptionCount, exemptionLines, exemptionsOf } from './queries.ts';

export interface ExemptionLine {
  id: string;
  personId: string;
  name: string;
  unitName: string;
  kind: ExemptionKind;
  ground: string;
  reason: string;
  fileId: string | null;
  status: ExemptionStatus;
  askedBy: string;
  askedAt: Instant;
  decidedBy: string | null;
  decidedAt: Instant | null;
  decidedReason: string | null;
  /** False for whoever asked, and for the person concerned. */
  mayDecide: boolean;
}

type ExemptionRow = Awaited<ReturnType<ReturnType<typeof exemptionsOf>['execute']>>[number];

/** One page of what was asked in an exam, open questions first, within the asker's units. */
export async function list(
  act: Act,
  page: { examId: string; page: number; pageSize: number },
): Promise<{ rows: ExemptionLine[]; total: number; title: string }> {
  const desk = await exams.deskOf(act, page.examId);
  access.require(act, 'exemptions.list', desk);
  const asked = { examId: page.examId, within: desk.within };
  const window = { offset: (page.page - 1) * page.pageSize, limit: page.pageSize };
  const rows = await exemptionLines(act.db, { ...asked, ...window }).execute();
  const { count } = await exemptionCount(act.db, asked).executeTakeFirstOrThrow();
  const lines = rows.map((row) => lineOf(act, row, { name: row.name, unitName: row.unit_name }));
  return { rows: lines, total: Number(count), title: desk.title };
}

function lineOf(act: Act, row: ExemptionRow, who: { name: string; unitName: string }): ExemptionLine {
  const hand = signatureOf(act).id;
  return {
    ...who,
    ...{ id: row.id, personId: row.person_id, kind: row.kind, ground: row.ground, reason: row.reason },
    ...{ fileId: row.file_id, status: row.status, askedBy: row.asked_by_name, askedAt: row.asked_at },
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at,
    decidedReason: row.decided_reason,
    mayDecide: row.status === 'asked' && hand !== row.asked_by && hand !== row.person_id,
  };
}

/** Everything that was asked for one candidate, the latest first. */
export async function ofCandidate(
  act: Act,
  key: { examId: string; personId: string },
): Promise<ExemptionLine[]> {
  const candidate = await exams.candidateOrThrow(act.db, key);
  access.require(act, 'exams.candidate', candidate);
  const rows = await exemptionsOf(act.db, key).execute();
  return rows.map((row) => lineOf(act, row, { name: candidate.name, unitName: candidate.unitName }));
}
