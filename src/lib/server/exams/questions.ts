import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import { bestOf } from '#lib/domain/exams/candidacy.ts';
import type { EntryKind, ExamStatus } from '#lib/domain/exams/terms.ts';
import { dealSheet, type SheetItem } from '#lib/domain/exams/sheet.ts';
import type { AttemptStatus } from '#lib/domain/exams/writing.ts';
import { drawPaper } from '#lib/domain/papers/draw.ts';
import type { Db } from '../db/index.ts';
import { newToken } from '../platform/ids.ts';
import * as study from '../study/index.ts';
import * as units from '../units/index.ts';
import * as attempts from './queries.attempts.ts';
import * as candidates from './queries.candidates.ts';
import { requiredCourses } from './queries.entry.ts';
import * as exams from './queries.exams.ts';
import { candidacyOf, dealtQuestionOf, readPaper, type Candidacy } from './rows.ts';

/** 48 bits: unique within a sheet, meaningless outside it. */
const OPAQUE_BYTES = 6;

/** A person's place in a published exam; `notFound` when he is not on its list. */
export async function candidacyOrThrow(db: Db, examId: string, personId: string): Promise<Candidacy> {
  const row = await candidates
    .candidacy(db, examId, personId)
    .executeTakeFirstOrThrow(() => new DomainError('notFound', '没有找到这场考试，或者您不在应考名单中。'));
  return candidacyOf(row);
}

export interface Exam {
  id: string;
  unitId: string;
  unitPath: string[];
  title: string;
  planYear: number;
  status: ExamStatus;
  blueprintId: string;
  rosterOn: Day;
  durationSeconds: number;
  attemptsAllowed: number;
  passHundredths: number;
  excellentHundredths: number;
  entry: EntryKind;
  sittingId: string;
  opensAt: Instant;
  closesAt: Instant;
}

/** An exam with its main sitting; `notFound` when there is none of that id. */
export async function examOrThrow(db: Db, examId: string): Promise<Exam> {
  const row = await exams
    .examById(db, examId)
    .executeTakeFirstOrThrow(
      () => new DomainError('notFound', '没有找到这场考试，或者它不在您的管理范围内。'),
    );
  return {
    id: row.id,
    unitId: row.unit_id,
    unitPath: await units.pathOf(db, row.unit_id),
    title: row.title,
    planYear: row.plan_year,
    status: row.status,
    blueprintId: row.blueprint_id,
    rosterOn: row.roster_on,
    durationSeconds: row.duration_seconds,
    attemptsAllowed: row.attempts_allowed,
    passHundredths: row.pass_hundredths,
    excellentHundredths: row.excellent_hundredths,
    entry: row.entry,
    sittingId: row.sitting_id,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
  };
}

export interface Attempt {
  attemptId: string;
  examId: string;
  personId: string;
  /** For access: an attempt belongs to its person alone. */
  ownerId: string;
  unitPath: string[];
  title: string;
  planYear: number;
  number: number;
  attemptsAllowed: number;
  status: AttemptStatus;
  startedAt: Instant;
  deadline: Instant;
  endedAt: Instant | null;
  writer: number;
  halfForSubset: boolean;
  passHundredths: number;
  excellentHundredths: number;
  scoreHundredths: number | null;
}

/** An attempt with the terms of its exam; `notFound` when there is none of that id. */
export async function attemptOrThrow(db: Db, attemptId: string): Promise<Attempt> {
  const row = await attempts
    .attemptById(db, attemptId)
    .executeTakeFirstOrThrow(() => new DomainError('notFound', '没有找到这次作答。'));
  return {
    attemptId,
    examId: row.exam_id,
    personId: row.person_id,
    ownerId: row.person_id,
    unitPath: [],
    title: row.title,
    planYear: row.plan_year,
    number: row.number,
    attemptsAllowed: row.attempts_allowed,
    status: row.status,
    startedAt: row.started_at,
    deadline: row.deadline,
    endedAt: row.ended_at,
    writer: row.writer,
    halfForSubset: row.half_for_subset === 1,
    passHundredths: row.pass_hundredths,
    excellentHundredths: row.excellent_hundredths,
    scoreHundredths: row.score_hundredths,
  };
}

/** Draws and deals the sheet of one attempt from the paper that its exam froze. */
export async function dealtSheet(db: Db, examId: string, seed: string): Promise<SheetItem[]> {
  const { content } = await exams.paperOf(db, examId).executeTakeFirstOrThrow();
  const paper = readPaper(content);
  const drawn = drawPaper(paper.rows, paper.pool, seed);
  // The pool was proven against the rows when both were frozen.
  if (!drawn.ok) throw new Error(`the frozen paper of exam ${examId} cannot be drawn`);
  const versionIds = drawn.items.map((item) => item.versionId);
  const questions = (await attempts.versionsForDealing(db, versionIds).execute()).map(dealtQuestionOf);
  const byVersion = new Map(questions.map((question) => [question.versionId, question]));
  return dealSheet(drawn.items, byVersion, seed, () => newToken(OPAQUE_BYTES));
}

/** Why a candidate may not begin yet, as a sentence; null when the exam asks for nothing that is missing. */
export async function entryRefusal(db: Db, candidacy: Candidacy): Promise<string | null> {
  if (candidacy.entry === 'none') return null;
  const { personId, planYear } = candidacy;
  const required = await requiredCourses(db, personId, planYear).execute();
  const courseIds = required.map((row) => row.course_id);
  const progress = await study.remainingOf(db, { personId, planYear, courseIds });
  const missing = progress.reduce((sum, course) => sum + course.remaining.length, 0);
  if (missing === 0) return null;
  return `请先完成学习计划中的必修课时，还差 ${missing} 个。`;
}

/** What decides whether keys of the exam may be shown (`isReleased` of domain/exams). */
export async function releaseFacts(
  db: Db,
  examId: string,
): Promise<{ lastCloses: Instant; openAttempts: number }> {
  const row = await exams.releaseFacts(db, examId).executeTakeFirstOrThrow();
  return { lastCloses: row.last_closes ?? '', openAttempts: Number(row.open_attempts ?? 0) };
}

/** The attempt that counts for a person in an exam, or null while none is graded. */
export async function bestAttempt(
  db: Db,
  key: { examId: string; personId: string },
): Promise<{ attemptId: string; scoreHundredths: number } | null> {
  const rows = await attempts.attemptsOf(db, key.personId, [key.examId]).execute();
  const best = bestOf(
    rows.map((row) => ({ id: row.id, number: row.number, scoreHundredths: row.score_hundredths })),
  );
  if (best === null || best.scoreHundredths === null) return null;
  return { attemptId: best.id, scoreHundredths: best.scoreHundredths };
}
