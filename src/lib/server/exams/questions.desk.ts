import { DomainError } from '#lib/domain/shared/errors.ts';
import type { CandidateState, SittingKind } from '#lib/domain/exams/sitting.ts';
import type { AttemptStatus } from '#lib/domain/exams/writing.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import * as candidates from './queries.candidates.ts';
import { attemptsAt } from './queries.results.ts';
import { examOrThrow, type Exam } from './questions.ts';

/** An exam as one coordinator or leader deals with it. */
export interface Desk extends Exam {
  /** Units whose candidates he deals with; null: all of the exam. */
  within: string[] | null;
}

/**
 * An exam for those above it, who deal with all of it, and once it is published for those of the units below, who deal
 * with their own candidates: their units join the exam's path, so that access lets them in.
 */
export async function deskOf(act: Act, examId: string): Promise<Desk> {
  const exam = await examOrThrow(act.db, examId);
  const held = access.unitsHeld(act, ['coordinator', 'leader']);
  if (exam.status === 'draft' || held.some((unitId) => exam.unitPath.includes(unitId))) {
    return { ...exam, within: null };
  }
  const paths = await Promise.all(held.map((unitId) => units.pathOf(act.db, unitId)));
  const below = held.filter((_, index) => paths[index]?.includes(exam.unitId));
  return { ...exam, unitPath: [...exam.unitPath, ...below], within: below };
}

export interface Candidate {
  examId: string;
  personId: string;
  name: string;
  unitId: string;
  unitName: string;
  /** The unit where he counts and all above: who there may deal with him. */
  unitPath: string[];
  state: CandidateState;
  isDeferred: boolean;
  origin: 'roster' | 'added' | 'sat';
  addedOn: string;
  reason: string | null;
  /** Attempts begun. */
  attempts: number;
}

/** A person on an exam's list; `notFound` when he is not. */
export async function candidateOrThrow(
  db: Db,
  key: { examId: string; personId: string },
): Promise<Candidate> {
  const row = await candidates
    .candidateById(db, key)
    .executeTakeFirstOrThrow(() => new DomainError('notFound', '这场考试的名单中没有这个人。'));
  return {
    examId: row.exam_id,
    personId: row.person_id,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    unitPath: await units.pathOf(db, row.unit_id),
    state: row.state,
    isDeferred: row.deferred === 1,
    origin: row.origin,
    addedOn: row.added_on,
    reason: row.reason,
    attempts: Number(row.attempts ?? 0),
  };
}

/** One attempt as those see it who deal with the candidate. */
export interface SatAttempt {
  number: number;
  sitting: SittingKind;
  status: AttemptStatus;
  startedAt: Instant;
  deadline: Instant;
  endedAt: Instant | null;
  items: number;
  /** Items with an answer; an ended attempt with none is a 空白卷. */
  answered: number;
  /** Null while it is open. */
  scoreHundredths: number | null;
}

/** What a candidate sat, in order. */
export async function satAttempts(db: Db, key: { examId: string; personId: string }): Promise<SatAttempt[]> {
  const rows = await attemptsAt(db, key).execute();
  return rows.map((row) => ({
    ...{ number: row.number, sitting: row.kind, status: row.status, startedAt: row.started_at },
    ...{ deadline: row.deadline, endedAt: row.ended_at, scoreHundredths: row.score_hundredths },
    ...{ items: Number(row.items ?? 0), answered: Number(row.answered ?? 0) },
  }));
}
