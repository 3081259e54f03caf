import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import { bestOf, type ReleaseFacts } from '#lib/domain/exams/candidacy.ts';
import type { EntryKind, ExamStatus } from '#lib/domain/exams/terms.ts';
import { dealSheet, type SheetItem } from '#lib/domain/exams/sheet.ts';
import type { AttemptStatus } from '#lib/domain/exams/writing.ts';
import type { BlueprintRow } from '#lib/domain/papers/blueprint.ts';
import { drawPaper, type DrawnItem } from '#lib/domain/papers/draw.ts';
import { askFixed, type Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { tokenSource } from '../platform/ids.ts';
import { settingOf } from '../platform/settings.ts';
import * as units from '../units/index.ts';
import * as attempts from './queries.attempts.ts';
import * as candidates from './queries.candidates.ts';
import * as exams from './queries.exams.ts';
import { candidacyOf, outsiderOf, type Candidacy } from './rows.candidacy.ts';
import { dealtQuestionOf, readPaper, type FrozenPaper } from './rows.ts';

/** 48 bits: unique within a sheet, meaningless outside it. */
const OPAQUE_BYTES = 6;

/**
 * A person's place in a published exam: on its list, or beside it where the exam admits people from outside;
 * `notFound` when he has none.
 */
export async function candidacyOrThrow(act: Act, examId: string, personId: string): Promise<Candidacy> {
  const [row] = await askFixed(act.db, candidates.candidacy, examId, personId);
  if (row) return candidacyOf(row);
  const outside = await outsideCandidacies(act, personId);
  const found = outside.find((one) => one.examId === examId);
  if (!found) throw new DomainError('notFound', '没有找到这场考试，或者您不在应考名单中。');
  return found;
}

/** Exams of this plan year and the last that would admit a person although nobody listed him. */
export async function outsideCandidacies(act: Act, personId: string): Promise<Candidacy[]> {
  const day = shanghaiDay(act.now);
  const post = await people.postOn(act.db, personId, day);
  if (!post) return [];
  const unitIds = await units.pathOf(act.db, post.countedUnitId, day);
  if (unitIds.length === 0) return [];
  const asked = { personId, unitIds, fromPlanYear: planYearOf(act.now) - 1 };
  const rows = await askFixed(act.db, candidates.admittingOutside, asked);
  return rows.map((row) => outsiderOf(row, { personId, unitId: post.countedUnitId }));
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
  entryLedger: 'training' | 'credit' | null;
  entryTargetHundredths: number | null;
  /** Null: as the blueprint says. */
  halfForSubset: boolean | null;
  releasePolicy: 'items' | 'totals';
  admitsOutside: boolean;
  cancelledReason: string | null;
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
    entryLedger: row.entry_ledger,
    entryTargetHundredths: row.entry_target_hundredths,
    halfForSubset: row.half_for_subset === null ? null : row.half_for_subset === 1,
    releasePolicy: row.release_policy,
    admitsOutside: row.admits_outside === 1,
    cancelledReason: row.cancelled_reason,
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
  const [row] = await askFixed(db, attempts.attemptById, attemptId);
  if (!row) throw new DomainError('notFound', '没有找到这次作答。');
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
  const drawn = drawnFrom(await frozenPaper(db, examId), seed);
  const versionIds = drawn.map((item) => item.versionId);
  const questions = (await askFixed(db, attempts.versionsForDealing, versionIds)).map(dealtQuestionOf);
  const byVersion = new Map(questions.map((question) => [question.versionId, question]));
  return dealSheet(drawn, byVersion, seed, tokenSource(OPAQUE_BYTES));
}

/** Deals sheets of one exam by their seeds; paper and questions are read once, for many at a time. */
export async function dealerOf(db: Db, examId: string): Promise<(seed: string) => SheetItem[]> {
  const paper = await frozenPaper(db, examId);
  const versionIds = paper.pool.map((one) => one.versionId);
  const questions = (await attempts.versionsForDealing(db, versionIds).execute()).map(dealtQuestionOf);
  const byVersion = new Map(questions.map((question) => [question.versionId, question]));
  return (seed) => dealSheet(drawnFrom(paper, seed), byVersion, seed, tokenSource(OPAQUE_BYTES));
}

async function frozenPaper(db: Db, examId: string): Promise<FrozenPaper> {
  const [frozen] = await askFixed(db, exams.paperOf, examId);
  if (!frozen) throw new Error(`exam ${examId} has no frozen paper`);
  return readPaper(frozen.content);
}

function drawnFrom(paper: FrozenPaper, seed: string): DrawnItem[] {
  const drawn = drawPaper(paper.rows, paper.pool, seed);
  // The pool was proven against the rows when both were frozen.
  if (!drawn.ok) throw new Error('a frozen paper cannot be drawn');
  return drawn.items;
}

/** By which rows a published exam draws its papers, and how it marks 多选; never a question. */
export async function paperTerms(
  db: Db,
  examId: string,
): Promise<{ rows: BlueprintRow[]; halfForSubset: boolean }> {
  const [frozen] = await askFixed(db, exams.paperTermsOf, examId);
  if (!frozen) throw new Error(`exam ${examId} has no frozen paper`);
  return { rows: readPaper(frozen.content).rows, halfForSubset: frozen.half_for_subset === 1 };
}

/** What decides whether keys of the exam may be shown (`isReleased` of domain/exams). */
export async function releaseFacts(db: Db, examId: string): Promise<Required<ReleaseFacts>> {
  const [row] = await askFixed(db, exams.releaseFacts, examId);
  return {
    lastCloses: row?.last_closes ?? '',
    openAttempts: Number(row?.open_attempts ?? 0),
    policy: row?.release_policy ?? 'items',
  };
}

/** Key of the policy `on` | `off` by which outages are made up for. */
export const OUTAGE_POLICY = 'exams.outage';

/** True unless the installation was told not to make up for outages. */
export async function isOutageMadeUp(db: Db): Promise<boolean> {
  return (await settingOf(db, OUTAGE_POLICY)) !== 'off';
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
