import { createHash } from 'node:crypto';
import type { Pool } from '#lib/domain/bank/question.ts';
import { isClean, type Issue } from '#lib/domain/bank/sheet/issue.ts';
import { planImport, type ImportStep } from '#lib/domain/bank/sheet/plan.ts';
import { readQuestions } from '#lib/domain/bank/sheet/read.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { readSheet } from '../documents/spreadsheet.ts';
import type { Act } from '../platform/act.ts';
import { codeFor, filedLike, lawWarnings } from './verbs.known.ts';
import { writeSteps } from './verbs.write.ts';

export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

export interface BankImportReport {
  /** True when the file was written; false for a dry run and for a file with errors. */
  applied: boolean;
  /** Questions in the file that could be read. */
  questions: number;
  added: number;
  /** Questions that got a next version or another filing. */
  changed: number;
  unchanged: number;
  issues: Issue[];
}

const MOST_QUESTIONS = 5000;
const DEFAULT_POOL: Pool = 'exam';

/**
 * Imports questions from an xlsx, xls or csv file in the bank's template: all of it or, where anything is wrong, none.
 * With `dryRun` nothing is written. Repeating an import changes nothing. Throws only for a file that is no table.
 */
export async function importQuestions(
  act: Act,
  { file, dryRun }: { file: ImportFile; dryRun: boolean },
): Promise<BankImportReport> {
  access.require(act, 'bank.import');
  const { sheets } = await readSheet(act.db, file.bytes, file.name);
  const reading = readQuestions(sheets, DEFAULT_POOL);
  if (reading.questions.length > MOST_QUESTIONS) {
    throw new DomainError('tooLarge', `一次最多导入 ${MOST_QUESTIONS} 道题，请拆分后分批上传。`);
  }
  return inTransaction(act, async (own) => {
    const plan = planImport(reading.questions, await filedLike(own.db, reading.questions), codeFor);
    const issues = [...reading.issues, ...plan.issues, ...(await lawWarnings(own.db, reading.questions))];
    const applied = !dryRun && isClean(issues);
    if (applied) await apply(own, plan.steps, file);
    return { applied, questions: reading.questions.length, ...countsOf(plan.steps), issues: inOrder(issues) };
  });
}

async function apply(act: Act, steps: readonly ImportStep[], file: ImportFile): Promise<void> {
  const counts = countsOf(steps);
  if (counts.added + counts.changed === 0) return;
  await writeSteps(act, steps);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  await audit.record(act, { verb: 'bank.imported', details: { file: file.name, sha256, ...counts } });
}

function countsOf(steps: readonly ImportStep[]) {
  const count = (kind: ImportStep['kind']) => steps.filter((step) => step.kind === kind).length;
  return { added: count('new'), changed: count('changed'), unchanged: count('same') };
}

function inOrder(issues: readonly Issue[]): Issue[] {
  return issues.toSorted(
    (a, b) => Number(a.level === 'warning') - Number(b.level === 'warning') || a.row - b.row,
  );
}
