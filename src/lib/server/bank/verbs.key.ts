import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { questionById, versionsOfQuestion } from './queries.list.ts';
import { versions as versionsOf } from './questions.ts';
import { filedOf } from './rows.ts';
import { writeSteps } from './verbs.write.ts';

/**
 * Gives a question another key as its next version; what was drawn keeps the version that it shows. Returns the id of
 * the version that bears the key, or null when the bank has come to ask something else under this number, which is
 * then left alone. An empty explanation keeps the present one.
 */
export async function amendKey(
  act: Act,
  input: { versionId: string; answerKey: string[]; explanation: string },
): Promise<string | null> {
  access.require(act, 'bank.change');
  return inTransaction(act, async (act) => {
    const [asked] = await versionsOf(act.db, [input.versionId]);
    if (!asked) return null;
    const row = await questionById(act.db, asked.questionId).executeTakeFirstOrThrow();
    const currentId = async () => {
      const rows = await versionsOfQuestion(act.db, asked.questionId).execute();
      return rows.find((version) => version.status === 'published')?.id ?? '';
    };
    const [current] = await versionsOf(act.db, [await currentId()]);
    if (!current || textOf(current) !== textOf(asked)) return null;
    const explanation = input.explanation || current.explanation;
    const isSame = current.answerKey.join('') === input.answerKey.join('');
    if (isSame && explanation === current.explanation) return current.id;
    const filed = filedOf(row, current);
    const question = { ...filed.question, answerKey: input.answerKey, explanation };
    await writeSteps(act, [{ kind: 'changed', filed, question, content: true, filing: false }]);
    await audit.record(act, {
      verb: 'question.keyAmended',
      subject: { kind: 'question', id: row.id },
      details: { from: current.answerKey.join(''), to: input.answerKey.join('') },
    });
    return currentId();
  });
}

/** What the question asks, without its key. */
function textOf({ type, stem, options }: { type: string; stem: string; options: unknown }): string {
  return JSON.stringify([type, stem, options]);
}
