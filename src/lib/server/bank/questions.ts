import type { QuestionType } from '#lib/domain/bank/question.ts';
import type { Db } from '../db/index.ts';
import * as queries from './queries.ts';
import type { CandidateFilter } from './queries.ts';
import { candidateOf, versionOf, type CandidateRow, type QuestionVersion, type VersionRow } from './rows.ts';

export type { CandidateFilter } from './queries.ts';
export type { CandidateRow, QuestionVersion } from './rows.ts';

/** Published questions of a pool in today's version, in the order of their codes. */
export async function candidates(db: Db, filter: CandidateFilter): Promise<CandidateRow[]> {
  const rows = await queries.candidates(db, filter).execute();
  const laws = await queries.lawsOfCandidates(db, filter).execute();
  const byVersion = Map.groupBy(laws, (law) => law.version_id);
  return rows.map((row) =>
    candidateOf(
      row,
      (byVersion.get(row.version_id) ?? []).map((law) => law.statute_title),
    ),
  );
}

/** Versions by id with options, key, explanation and laws; ids that do not exist are left out. */
export async function versions(db: Db, ids: readonly string[]): Promise<QuestionVersion[]> {
  if (ids.length === 0) return [];
  return withLaws(db, await queries.versionsById(db, ids).execute());
}

/** Today's versions of these questions, where they are published and of the pool `check`; others are left out. */
export async function checkQuestions(db: Db, questionIds: readonly string[]): Promise<QuestionVersion[]> {
  if (questionIds.length === 0) return [];
  return withLaws(db, await queries.checkVersions(db, questionIds).execute());
}

async function withLaws(db: Db, rows: VersionRow[]): Promise<QuestionVersion[]> {
  if (rows.length === 0) return [];
  const laws = await queries
    .lawsOfVersions(
      db,
      rows.map((row) => row.id),
    )
    .execute();
  return rows.map((row) => versionOf(row, laws));
}

/** A question of the pool `check` as an author chooses it. */
export interface CheckChoice {
  questionId: string;
  code: string;
  topic: string;
  type: QuestionType;
  stem: string;
}

/** Every published question of the pool `check`, in the order of the codes. */
export async function checkChoices(db: Db): Promise<CheckChoice[]> {
  const rows = await queries.checkChoices(db).execute();
  return rows.map(({ id, type, ...row }) => ({ ...row, questionId: id, type: type as QuestionType }));
}
