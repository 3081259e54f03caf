import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { QuestionContent } from '#lib/domain/bank/question.ts';
import { mended, type Mend } from '#lib/domain/grading/mend.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import * as bank from '../bank/index.ts';
import { inTransaction, isDuplicate } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { inEffectOrThrow, refuseUnfit, type InEffect } from './verbs.amendment.ts';
import * as queries from './queries.regrade.ts';
import { amendmentColumns } from './rows.ts';

/** A question of an exam that may be mended. */
export interface MendableQuestion {
  exam: { id: string; title: string };
  versionId: string;
  question: QuestionContent & { id: string; code: string; version: number };
  /** The key that counts in this exam now. */
  key: string[];
  isVoid: boolean;
  /** What it is worth in this exam now; null: what each sheet says. */
  pointsHundredths: number | null;
  /** The bank's key of today where it is another. */
  bankKey: string[] | null;
}

/** The question with what counts for it now; `notFound` when no sheet of the exam holds it. */
export async function openQuestion(
  act: Act,
  input: { examId: string; versionId: string },
): Promise<MendableQuestion> {
  const exam = await exams.examOrThrow(act.db, input.examId);
  access.require(act, 'grading.regrade', exam);
  const { version, amendment, key } = await inEffectOrThrow(act.db, input);
  const filed = await queries.versionInBank(act.db, input.versionId).executeTakeFirstOrThrow();
  const { id: _version, questionId: id, ...content } = version;
  return {
    exam: { id: exam.id, title: exam.title },
    versionId: input.versionId,
    question: { ...content, id, code: filed.code },
    key: [...key],
    isVoid: amendment.isVoid,
    pointsHundredths: amendment.pointsHundredths,
    bankKey: filed.current_key === key.join('') ? null : [...filed.current_key],
  };
}

export interface RegradeOrder {
  examId: string;
  versionId: string;
  mend: Mend;
  /** Of a mended key: the explanation that goes with it; empty keeps the present one. */
  explanation: string;
  reason: string;
}

/**
 * Puts a mended key, worth or withdrawal into effect for an exam: whatever is marked from now on is marked by it, and
 * what was marked already is rescored by `resumeRegrades`. A mended key becomes the bank's next version, where the
 * bank still asks the same. Returns the regrade's id. `invalid` with fields when the mend does not fit or changes
 * nothing, `conflict` while another regrade of the exam is under way.
 */
export async function commitRegrade(act: Act, order: RegradeOrder): Promise<string> {
  const exam = await exams.examOrThrow(act.db, order.examId);
  access.require(act, 'grading.regrade', exam);
  const effect = await inEffectOrThrow(act.db, order);
  refuseUnfit(effect, order.mend);
  const id = newId();
  try {
    await inTransaction(act, async (act) => {
      await queries.insertRegrade(act.db, regradeRow(act, id, order)).execute();
      const explaining = await mendedInBank(act, effect, order);
      const amendment = mended(effect.amendment, order.mend);
      await queries
        .upsertAmendment(act.db, {
          ...amendmentColumns(amendment),
          exam_id: order.examId,
          question_version_id: order.versionId,
          explaining_version_id: explaining ?? effect.explainingVersionId,
          regrade_id: id,
        })
        .execute();
      const { mend, reason, versionId } = order;
      await audit.record(act, {
        verb: 'exam.regraded',
        unitId: exam.unitId,
        subject: { kind: 'exam', id: exam.id },
        details: { regrade: id, version: versionId, ...mend, reason },
      });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError('conflict', '这场考试正在重新评分，请等它完成后再更正下一处。');
  }
  return id;
}

function regradeRow(act: Act, id: string, { examId, versionId, mend, reason }: RegradeOrder) {
  return {
    id,
    exam_id: examId,
    question_version_id: versionId,
    kind: mend.kind,
    answer_key: mend.kind === 'key' ? mend.answerKey.join('') : null,
    points_hundredths: mend.kind === 'points' ? mend.pointsHundredths : null,
    reason,
    exam_in_hand: examId,
    committed_by: personOf(act).personId,
    committed_at: act.now,
    done_at: null,
  };
}

/** Id of the bank's version that holds the mended key, or null when no key is mended or the bank asks otherwise. */
async function mendedInBank(act: Act, { version }: InEffect, order: RegradeOrder): Promise<string | null> {
  if (order.mend.kind !== 'key') return null;
  const { answerKey } = order.mend;
  return bank.amendKey(act, { versionId: version.id, answerKey, explanation: order.explanation });
}

export interface RegradeLine {
  id: string;
  code: string;
  stem: string;
  kind: Mend['kind'];
  reason: string;
  committedBy: string;
  committedAt: Instant;
  /** Null while attempts are being rescored. */
  doneAt: Instant | null;
  /** Attempts looked at so far, and how many of them changed. */
  met: number;
  changed: number;
}

/** What has been regraded in an exam, the latest first. */
export async function regrades(act: Act, examId: string): Promise<RegradeLine[]> {
  const exam = await exams.examOrThrow(act.db, examId);
  access.require(act, 'grading.regrade', exam);
  const rows = await queries.regradesOfExam(act.db, examId).execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    stem: row.stem,
    kind: row.kind,
    reason: row.reason,
    committedBy: row.committed_by_name ?? '',
    committedAt: row.committed_at,
    doneAt: row.done_at,
    met: Number(row.met ?? 0),
    changed: Number(row.changed ?? 0),
  }));
}
