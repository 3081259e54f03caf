import type { QuestionType } from '#lib/domain/bank/question.ts';
import type { Rate } from '#lib/domain/shared/rate.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import type { Act } from '../platform/act.ts';
import type { questionPage } from './queries.met.ts';

/** A question of the ended sheets of an exam. */
export interface MetQuestion {
  versionId: string;
  code: string;
  type: QuestionType;
  stem: string;
  /** Attempts that met it. */
  met: number;
  /** Marks got of marks to be had, in hundredths. */
  share: Rate;
  isAmended: boolean;
  /** The bank has another key than the one that counts here. */
  isKeyDoubted: boolean;
}

/** One page of an exam's questions, the worst answered first, since that is where a wrong key shows. */
export async function questionsMet(
  act: Act,
  input: { examId: string; q: string; page: number; pageSize: number },
): Promise<{ rows: MetQuestion[]; total: number }> {
  const exam = await exams.examOrThrow(act.db, input.examId);
  access.require(act, 'grading.regrade', exam);
  const { examId, q: search, page, pageSize } = input;
  const found = await readHeavy<Awaited<ReturnType<typeof questionPage>>>(
    act.db,
    'grading/queries.met.ts',
    'questionPage',
    { examId, search, offset: (page - 1) * pageSize, limit: pageSize },
  );
  const rows = found.rows.map((row) => ({
    versionId: row.version_id,
    code: row.code,
    type: row.type as QuestionType,
    stem: row.stem,
    met: Number(row.met),
    share: { numerator: Number(row.got), denominator: Number(row.worth) },
    isAmended: row.regrade_id !== null,
    isKeyDoubted: row.current_key !== null && row.current_key !== row.amended_key,
  }));
  return { rows, total: found.total };
}
