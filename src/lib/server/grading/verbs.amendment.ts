import { DomainError } from '#lib/domain/shared/errors.ts';
import { mendRefusal, noAmendment, type Amendment, type Mend } from '#lib/domain/grading/mend.ts';
import * as bank from '../bank/index.ts';
import type { Db } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import { amendmentOf, oneSheetWith, regradeById } from './queries.regrade.ts';
import { amendmentOfRow } from './rows.ts';

/** What counts for a question in an exam now. */
export interface InEffect {
  version: bank.QuestionVersion;
  amendment: Amendment;
  key: readonly string[];
  /** Version of the bank that explains the amended key; null for the one on the sheets. */
  explainingVersionId: string | null;
}

/** `notFound` when no sheet of the exam holds the version. */
export async function inEffectOrThrow(
  db: Db,
  asked: { examId: string; versionId: string },
): Promise<InEffect> {
  await oneSheetWith(db, asked).executeTakeFirstOrThrow(
    () => new DomainError('notFound', '这场考试的试卷里没有这道题。'),
  );
  const [version] = await bank.versions(db, [asked.versionId]);
  if (!version)
    throw new RangeError(`a sheet holds the version ${asked.versionId}, which is not in the bank`);
  const row = await amendmentOf(db, asked).executeTakeFirst();
  const amendment = row ? amendmentOfRow(row) : noAmendment;
  return {
    version,
    amendment,
    key: amendment.answerKey ?? version.answerKey,
    explainingVersionId: row?.explaining_version_id ?? null,
  };
}

/** The exam of a regrade; `notFound` when there is none of that id. */
export async function examOfRegradeOrThrow(db: Db, regradeId: string): Promise<exams.Exam> {
  const regrade = await regradeById(db, regradeId).executeTakeFirstOrThrow(
    () => new DomainError('notFound', '没有找到这次重新评分。'),
  );
  return exams.examOrThrow(db, regrade.exam_id);
}

/** Throws `invalid`, by form field, where the question cannot be mended so. */
export function refuseUnfit({ version, key, amendment }: InEffect, mend: Mend): void {
  const refusal = mendRefusal(version, { key, isVoid: amendment.isVoid }, mend);
  if (!refusal) return;
  throw new DomainError('invalid', refusal.sentence, { fields: { [refusal.field]: refusal.sentence } });
}
