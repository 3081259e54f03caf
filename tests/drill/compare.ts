import type { Db } from '#lib/server/db/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { answerKey, sentKey, type Acknowledged } from './acknowledged.ts';

/** One sentence for each thing that was acknowledged and is missing, is there twice, or is not what was sent. */
export async function faultsIn(db: Db, known: Acknowledged): Promise<string[]> {
  return [
    ...(await answerFaults(db, known)),
    ...(await receiptFaults(db, known)),
    ...(await lessonFaults(db, known)),
  ];
}

async function answerFaults(db: Db, { answers, sent }: Acknowledged): Promise<string[]> {
  const rows = await db.selectFrom('answer').selectAll().where('revision', '>', 0).execute();
  const stored = new Map(rows.map((row) => [answerKey(row.attempt_id, row.item_id), row]));
  const missing = [...answers.values()].flatMap(({ attemptId, itemId, revision }) => {
    const there = stored.get(answerKey(attemptId, itemId))?.revision ?? 0;
    return there < revision ? [`answer ${itemId}: revision ${revision} acknowledged, ${there} stored`] : [];
  });
  const foreign = rows.flatMap((row) => {
    const value = sent.get(sentKey(row.attempt_id, row.item_id, row.revision));
    return value === row.value ? [] : [`answer ${row.item_id}: “${row.value}” stored, “${value}” sent`];
  });
  return [...missing, ...foreign];
}

async function receiptFaults(db: Db, { receipts }: Acknowledged): Promise<string[]> {
  const rows = await db.selectFrom('receipt').select(['attempt_id', 'number']).execute();
  const stored = new Map(rows.map((row) => [row.attempt_id, row.number]));
  const missing = [...receipts].flatMap(([attemptId, number]) => {
    const there = stored.get(attemptId);
    if (there === undefined) return [`attempt ${attemptId}: handed in, no receipt`];
    return number === null || number === there ? [] : [`attempt ${attemptId}: receipt ${number} is ${there}`];
  });
  const ended = await db
    .selectFrom('attempt')
    .where('status', '!=', 'open')
    .select(['id', 'score_hundredths'])
    .select((row) =>
      row
        .selectFrom('mark')
        .whereRef('mark.attempt_id', '=', 'attempt.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('marks'),
    )
    .select((row) =>
      row
        .selectFrom('attempt_item')
        .whereRef('attempt_item.attempt_id', '=', 'attempt.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('items'),
    )
    .execute();
  const half = ended.flatMap(({ id, score_hundredths: score, marks, items }) =>
    stored.has(id) && score !== null && marks === items ? [] : [`attempt ${id} ended by half`],
  );
  return [...missing, ...half, ...(await sealFaults(db, [...stored.values()]))];
}

/** Recomputes every receipt as its verification page does. */
async function sealFaults(db: Db, numbers: string[]): Promise<string[]> {
  const actor = { kind: 'visitor', address: '127.0.0.1' } as const;
  const act = { actor, now: new Date().toISOString(), requestId: newId(), db };
  const faults: string[] = [];
  for (const number of numbers) {
    const { isGenuine } = await exams.verifyReceipt(act, number);
    if (!isGenuine) faults.push(`receipt ${number} does not agree with its answers`);
  }
  return faults;
}

async function lessonFaults(db: Db, { lessons }: Acknowledged): Promise<string[]> {
  const completions = await db
    .selectFrom('lesson_completion')
    .select(['id', 'person_id', 'lesson_id'])
    .execute();
  const entries = await db
    .selectFrom('hour_entry')
    .where('ledger', '=', 'credit')
    .select(['person_id', 'source_id'])
    .execute();
  const times = (list: string[]) =>
    list.reduce((all, one) => all.set(one, (all.get(one) ?? 0) + 1), new Map<string, number>());
  const done = times(completions.map((row) => `${row.person_id} ${row.lesson_id}`));
  const booked = times(entries.map((row) => `${row.person_id} ${row.source_id}`));
  const missing = lessons.filter(({ personId, lessonId }) => !done.has(`${personId} ${lessonId}`));
  const twice = [...done, ...booked].filter(([, count]) => count > 1);
  const unbooked = completions.filter((row) => !booked.has(`${row.person_id} ${row.lesson_id}`));
  return [
    ...missing.map(({ personId, lessonId }) => `lesson ${lessonId} of ${personId}: acknowledged, missing`),
    ...twice.map(([what, count]) => `${what}: ${count} times`),
    ...unbooked.map(({ id }) => `completion ${id}: no entry in the ledger`),
  ];
}
