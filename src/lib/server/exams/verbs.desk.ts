import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { ExemptionKind, ExemptionStatus } from '#lib/domain/exams/grounds.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { exemptionCount, exemptionLines, exemptionsOf } from './queries.exemptions.ts';
import type { CandidateLine, CandidatePage, OpenLine } from './queries.live.ts';
import { candidateOrThrow, deskOf, type Candidate } from './questions.desk.ts';

export type CandidatesAsk = Omit<CandidatePage, 'within'>;

/** One page of an exam's candidates, within the asker's units, with attempts and best score. */
export async function candidates(
  act: Act,
  page: CandidatesAsk,
): Promise<{ rows: CandidateLine[]; total: number }> {
  const { within, ...desk } = await deskOf(act, page.examId);
  access.require(act, 'exams.listCandidates', desk);
  return readHeavy(act.db, 'exams/queries.live.ts', 'candidatePage', { ...page, within });
}

/** Who sits now, the first to end first, with how far each has come; of at most some hundreds. */
export async function sitting(act: Act, examId: string): Promise<OpenLine[]> {
  const { within, ...desk } = await deskOf(act, examId);
  access.require(act, 'exams.listCandidates', desk);
  return readHeavy(act.db, 'exams/queries.live.ts', 'sittingNow', { examId, within });
}

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
export async function exemptions(
  act: Act,
  page: { examId: string; page: number; pageSize: number },
): Promise<{ rows: ExemptionLine[]; total: number; title: string }> {
  const desk = await deskOf(act, page.examId);
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

export interface CandidateView extends Omit<Candidate, 'unitPath'> {
  title: string;
  opensAt: Instant;
  exemptions: ExemptionLine[];
}

/** One candidate with everything that was asked for him. */
export async function candidate(act: Act, key: { examId: string; personId: string }): Promise<CandidateView> {
  const { unitPath, ...found } = await candidateOrThrow(act.db, key);
  access.require(act, 'exams.candidate', { unitPath });
  await audit.noteLook(act, { verb: 'exam.candidateViewed', personId: key.personId, unitId: found.unitId });
  const exam = await deskOf(act, key.examId);
  if (exam.status === 'draft') throw new DomainError('notFound', '考试还没有发布。');
  const rows = await exemptionsOf(act.db, key).execute();
  const { title, opensAt } = exam;
  return { ...found, title, opensAt, exemptions: rows.map((row) => lineOf(act, row, found)) };
}
