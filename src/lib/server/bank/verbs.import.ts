import { createHash } from 'node:crypto';
import { stemKey, type Pool, type Question } from '#lib/domain/bank/question.ts';
import { cellWarning, isClean, type Issue } from '#lib/domain/bank/sheet/issue.ts';
import { planImport, type FiledQuestion, type ImportStep } from '#lib/domain/bank/sheet/plan.ts';
import { readQuestions, type ReadQuestion } from '#lib/domain/bank/sheet/read.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import { readSheet } from '../documents/spreadsheet.ts';
import type { Act } from '../platform/act.ts';
import * as statutes from '../statutes/index.ts';
import * as queries from './queries.import.ts';
import { versions as versionsOf } from './questions.ts';
import { filedOf } from './rows.ts';
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
/** Values in one `in (…)`. */
const AT_ONCE = 500;

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

/** Code of a question that came without one: follows from its stem, so that the same file finds it again. */
function codeFor(question: Question): string {
  return `T${createHash('sha256').update(stemKey(question.stem)).digest('hex').slice(0, 10).toUpperCase()}`;
}

/** Questions of the bank that share a code or a stem with a row. */
async function filedLike(db: Db, rows: readonly ReadQuestion[]): Promise<FiledQuestion[]> {
  const codes = rows.map(({ question }) => question.code).filter((code) => code !== '');
  const stems = rows.map(({ question }) => stemKey(question.stem));
  const found = [
    ...(await inParts(codes, (part) => queries.questionsByCode(db, part).execute())),
    ...(await inParts(stems, (part) => queries.questionsByStem(db, part).execute())),
  ];
  const rowsById = new Map(found.map((row) => [row.version_id, row]));
  const versions = await inParts([...rowsById.keys()], (part) => versionsOf(db, part));
  return versions.flatMap((version) => {
    const row = rowsById.get(version.id);
    return row ? [filedOf(row, version)] : [];
  });
}

async function inParts<T, R>(values: readonly T[], ask: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const answers: R[] = [];
  for (let start = 0; start < values.length; start += AT_ONCE) {
    answers.push(...(await ask(values.slice(start, start + AT_ONCE))));
  }
  return answers;
}

/** A cited law that is imported, but not in that version or without that article, is remarked. */
async function lawWarnings(db: Db, rows: readonly ReadQuestion[]): Promise<Issue[]> {
  const verdicts = new Map<string, boolean>();
  const issues: Issue[] = [];
  for (const { place, question } of rows) {
    for (const { statuteTitle: title, articleNumber: number, effectiveOn } of question.laws) {
      const key = `${title} ${number} ${effectiveOn}`;
      const isFound =
        verdicts.get(key) ??
        ((await statutes.articleOf(db, { title, number, effectiveOn })) !== null ||
          !(await statutes.isImported(db, title)));
      verdicts.set(key, isFound);
      if (isFound) continue;
      const problem = `已导入的《${title}》中没有 ${effectiveOn} 起施行的${number}。`;
      issues.push(
        cellWarning(place, 'laws', problem, '核对条号和施行日期；法律已经修改的，请检查题目是否仍然正确。'),
      );
    }
  }
  return issues;
}
