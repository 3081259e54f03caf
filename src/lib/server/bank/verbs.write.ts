import type { Question } from '#lib/domain/bank/question.ts';
import type { ImportStep } from '#lib/domain/bank/sheet/plan.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as queries from './queries.import.ts';
import { contentColumns, lawRowsOf, type LawRow, type VersionRow } from './rows.ts';

/** Rows of one statement; engines limit the parameters of one. */
const AT_ONCE = 100;

/** Writes what an import planned, within the import's own transaction and after its access check. */
export async function writeSteps(act: Act, steps: readonly ImportStep[]): Promise<void> {
  const writes = steps.filter((step) => step.kind !== 'same');
  const topicIds = await topicsFor(act, [...new Set(writes.map(({ question }) => question.topic))]);
  const topicOf = (question: Question): string => topicIds.get(question.topic) ?? '';
  const versions: VersionRow[] = [];
  const laws: LawRow[] = [];
  const addVersion = (questionId: string, version: number, question: Question): void => {
    const id = newId();
    const fixed = { id, question_id: questionId, version, status: 'published', created_at: act.now };
    versions.push({ ...fixed, ...contentColumns(question) });
    laws.push(...lawRowsOf(id, question.laws));
  };
  const added = writes.flatMap((step) => {
    if (step.kind !== 'new') return [];
    const id = newId();
    addVersion(id, 1, step.question);
    const { code, pool } = step.question;
    return [
      { id, code, pool, status: 'published', created_at: act.now, ...filingColumns(step.question, topicOf) },
    ];
  });
  await inParts(added, (rows) => queries.insertQuestions(act.db, rows).execute());
  for (const step of writes) {
    if (step.kind !== 'changed') continue;
    if (step.filing)
      await queries.updateQuestion(act.db, step.filed.id, filingColumns(step.question, topicOf)).execute();
    if (!step.content) continue;
    await queries.supersedeVersion(act.db, step.filed.versionId).execute();
    addVersion(step.filed.id, step.filed.version + 1, step.question);
  }
  await inParts(versions, (rows) => queries.insertVersions(act.db, rows).execute());
  await inParts(laws, (rows) => queries.insertLaws(act.db, rows).execute());
}

function filingColumns(question: Question, topicOf: (question: Question) => string) {
  const { audience, source, validUntil } = question;
  return { topic_id: topicOf(question), audience, source, valid_until: validUntil };
}

async function topicsFor(act: Act, names: string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const known = new Map(
    (await queries.topicsNamed(act.db, names).execute()).map((row) => [row.name, row.id]),
  );
  const missing = names.filter((name) => !known.has(name)).map((name) => ({ id: newId(), name }));
  await inParts(missing, (rows) => queries.insertTopics(act.db, rows).execute());
  return new Map([...known, ...missing.map((row): [string, string] => [row.name, row.id])]);
}

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) await write(rows.slice(start, start + AT_ONCE));
}
