import { columnOf } from '#lib/domain/bank/sheet/columns.ts';
import type { Issue, RowPlace } from '#lib/domain/bank/sheet/issue.ts';
import { planImport, type ImportStep } from '#lib/domain/bank/sheet/plan.ts';
import { readRow, type RowTexts } from '#lib/domain/bank/sheet/row.ts';
import type { QuestionState } from '#lib/domain/bank/state.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { questionsByCode, updateQuestion } from './queries.import.ts';
import { questionById, setState, versionsOfQuestion } from './queries.list.ts';
import { versions as versionsOf } from './questions.ts';
import { citationFaults } from './verbs.citations.ts';
import { codeFor, filedLike, lawWarnings } from './verbs.known.ts';
import { writeSteps } from './verbs.write.ts';

/** A question as it is typed on its page: the columns of the template but its number and marks. */
export type QuestionTexts = Omit<RowTexts, 'code' | 'points'>;

const PLACE: RowPlace = { sheet: '', row: 0 };

const unknown = () => new DomainError('notFound', '没有找到这道题。');

/**
 * Writes a new question as a draft, or a known one's next version; what was drawn keeps the version that it shows.
 * Returns its id and remarks on the laws it cites. `invalid` with fields by column, also for a stem that is taken.
 */
export async function saveQuestion(
  act: Act,
  input: { id: string | null; texts: QuestionTexts },
): Promise<{ id: string; warnings: string[] }> {
  access.require(act, 'bank.change');
  return inTransaction(act, async (act) => {
    const code = input.id === null ? '' : await codeOf(act, input.id);
    const { question, issues } = readRow({ ...input.texts, code, points: '' }, PLACE, 'exam');
    if (!question) throw refused(issues);
    const read = { place: PLACE, question };
    const plan = planImport([read], await filedLike(act.db, [read]), codeFor);
    const [step] = plan.steps;
    if (!step) throw refused(plan.issues);
    if (input.id === null && step.kind !== 'new') {
      const sentence = `题库中已有相同题干的题，编号 ${step.filed.question.code}。`;
      throw new DomainError('invalid', sentence, { fields: { stem: sentence } });
    }
    const id = await write(act, step);
    return { id, warnings: (await lawWarnings(act.db, [read])).map((one) => one.problem + one.suggestion) };
  });
}

async function codeOf(act: Act, id: string): Promise<string> {
  return (await questionById(act.db, id).executeTakeFirstOrThrow(unknown)).code;
}

async function write(act: Act, step: ImportStep): Promise<string> {
  if (step.kind === 'same') return step.filed.id;
  await writeSteps(act, [step]);
  const { code } = step.question;
  const { id } = await questionsByCode(act.db, [code]).executeTakeFirstOrThrow();
  if (step.kind === 'new') await updateQuestion(act.db, id, { status: 'draft' }).execute();
  const details = { code, newVersion: step.kind === 'new' || step.content };
  await audit.record(act, { verb: 'question.saved', subject: { kind: 'question', id }, details });
  return id;
}

function refused(issues: readonly Issue[]): DomainError {
  const errors = issues.filter((issue) => issue.level === 'error');
  const fields = Object.fromEntries(
    errors.map((issue) => [columnOf(issue.column)?.key ?? 'stem', issue.problem + issue.suggestion]),
  );
  return new DomainError('invalid', '题目还有几处需要修改。', { fields });
}

/**
 * Publishes a question or lets it rest; sheets that hold it are not touched. `conflict` when an article that it cites
 * does not exist in the imported law, or was changed by a version in force today.
 */
export async function setQuestionState(
  act: Act,
  input: { id: string; state: Exclude<QuestionState, 'draft'> },
): Promise<void> {
  access.require(act, 'bank.change');
  await questionById(act.db, input.id).executeTakeFirstOrThrow(unknown);
  if (input.state === 'published') await proveCitations(act, input.id);
  await inTransaction(act, async (act) => {
    const changed = await setState(act.db, input.id, input.state).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return;
    const subject = { kind: 'question', id: input.id };
    await audit.record(act, { verb: `question.${input.state}`, subject });
  });
}

async function proveCitations(act: Act, id: string): Promise<void> {
  const rows = await versionsOfQuestion(act.db, id).execute();
  const current = rows.find((row) => row.status === 'published');
  const [version] = await versionsOf(act.db, current ? [current.id] : []);
  const faults = await citationFaults(act.db, version?.laws ?? [], shanghaiDay(act.now));
  if (faults.length === 0) return;
  throw new DomainError('conflict', `法律依据需要先改正：${faults.map((one) => one.sentence).join('')}`);
}
