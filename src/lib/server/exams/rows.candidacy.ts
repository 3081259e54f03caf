import type { Selectable } from 'kysely';
import type { Admission, CandidateState, SittingAttempt, SittingTerms } from '#lib/domain/exams/sitting.ts';
import type { EntryKind } from '#lib/domain/exams/terms.ts';
import type { AttemptStatus } from '#lib/domain/exams/writing.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

/** A person's place in an exam with the terms of the exam and of its sittings. */
export interface Candidacy {
  examId: string;
  personId: string;
  /** The exam's. */
  unitId: string;
  /** Where the candidate counts. */
  candidateUnitId: string;
  candidateState: CandidateState;
  isDeferred: boolean;
  /** False for one from outside who would be admitted. */
  isListed: boolean;
  title: string;
  planYear: number;
  /** The main one first. */
  sittings: SittingTerms[];
  durationSeconds: number;
  passHundredths: number;
  excellentHundredths: number;
  entry: EntryKind;
  entryLedger: 'training' | 'credit' | null;
  entryTargetHundredths: number | null;
}

type ExamRow = Selectable<ExamsTables['exam']> & {
  sitting_id: string;
  opens_at: string;
  closes_at: string;
  makeup_id: string | null;
  makeup_opens_at: string | null;
  makeup_closes_at: string | null;
  makeup_attempts: number | null;
  makeup_admits: Admission | null;
};

export function candidacyOf(
  row: ExamRow & {
    person_id: string;
    candidate_unit_id: string;
    candidate_state: CandidateState;
    deferred: number;
  },
): Candidacy {
  return {
    ...termsOf(row),
    personId: row.person_id,
    candidateUnitId: row.candidate_unit_id,
    candidateState: row.candidate_state,
    isDeferred: row.deferred === 1,
    isListed: true,
  };
}

/** The place that somebody from outside the list would have. */
export function outsiderOf(row: ExamRow, who: { personId: string; unitId: string }): Candidacy {
  const { personId, unitId } = who;
  const place = { candidateState: 'outside' as const, isDeferred: false, isListed: false };
  return { ...termsOf(row), personId, candidateUnitId: unitId, ...place };
}

function termsOf(row: ExamRow) {
  return {
    examId: row.id,
    unitId: row.unit_id,
    title: row.title,
    planYear: row.plan_year,
    sittings: sittingsOf(row),
    durationSeconds: row.duration_seconds,
    passHundredths: row.pass_hundredths,
    excellentHundredths: row.excellent_hundredths,
    entry: row.entry,
    entryLedger: row.entry_ledger,
    entryTargetHundredths: row.entry_target_hundredths,
  };
}

function sittingsOf(row: ExamRow): SittingTerms[] {
  const main: SittingTerms = {
    sittingId: row.sitting_id,
    kind: 'main',
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    attemptsAllowed: row.attempts_allowed,
    admits: 'unpassed',
  };
  if (row.makeup_id === null || row.makeup_opens_at === null || row.makeup_closes_at === null) return [main];
  const makeup: SittingTerms = {
    sittingId: row.makeup_id,
    kind: 'makeup',
    opensAt: row.makeup_opens_at,
    closesAt: row.makeup_closes_at,
    attemptsAllowed: row.makeup_attempts ?? row.attempts_allowed,
    admits: row.makeup_admits ?? 'unpassed',
  };
  return [main, makeup];
}

/** An attempt as the choice of a sitting needs it. */
export function sittingAttemptOf(row: {
  sitting_id: string;
  status: AttemptStatus;
  score_hundredths: number | null;
}): SittingAttempt {
  return { sittingId: row.sitting_id, status: row.status, scoreHundredths: row.score_hundredths };
}
