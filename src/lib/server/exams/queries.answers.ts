import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

/** One answer on its way into the table. */
export interface AnswerSave {
  attemptId: string;
  itemId: string;
  revision: number;
  value: string;
  /** Number of the page that writes. */
  writer: number;
  /** Moment at which the server received it. */
  savedAt: string;
}

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null };

/** What decides one save: the attempt with the asked items of its sheet, a row an item. */
export function answering(db: Db, attemptId: string, itemIds: string[]) {
  return db
    .selectFrom('attempt')
    .leftJoin('attempt_item as item', (join) =>
      join.onRef('item.attempt_id', '=', 'attempt.id').on('item.item_id', 'in', itemIds),
    )
    .where('attempt.id', '=', attemptId)
    .select(['attempt.person_id', 'attempt.status', 'attempt.deadline', 'attempt.writer'])
    .select(['item.item_id', 'item.type', 'item.options']);
}

/**
 * Writes answers in one statement, which is one transaction: only into attempts that are open, in time and held by
 * the writing page, and only where the revision is newer. The count written says whether all were taken. A row of
 * nulls names no attempt and writes nothing.
 */
export function upsertAnswers(db: Db, saves: readonly Nullable<AnswerSave>[]) {
  const rows = saves.map(
    (save) =>
      sql`(${save.attemptId}, ${save.itemId}, cast(${save.revision} as integer), ${save.value}, cast(${save.writer} as integer), ${save.savedAt})`,
  );
  return db
    .with(
      'save(attempt_id, item_id, revision, value, writer, saved_at)',
      () => sql<SaveRow>`(values ${sql.join(rows)})`,
    )
    .insertInto('answer')
    .columns(['attempt_id', 'item_id', 'revision', 'value', 'saved_at'])
    .expression((from) =>
      from
        .selectFrom('save')
        .innerJoin('attempt', 'attempt.id', 'save.attempt_id')
        .where('attempt.status', '=', 'open')
        .whereRef('attempt.deadline', '>=', 'save.saved_at')
        .whereRef('attempt.writer', '=', 'save.writer')
        .select(['save.attempt_id', 'save.item_id', 'save.revision', 'save.value', 'save.saved_at']),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['attempt_id', 'item_id'])
        .doUpdateSet((set) => ({
          revision: set.ref('excluded.revision'),
          value: set.ref('excluded.value'),
          saved_at: set.ref('excluded.saved_at'),
        }))
        .whereRef('excluded.revision', '>', 'answer.revision'),
    );
}

interface SaveRow {
  attempt_id: string;
  item_id: string;
  revision: number;
  value: string;
  writer: number;
  saved_at: string;
}

/** Stored answers under the keys of the saves. */
export function storedAnswers(db: Db, saves: readonly Pick<AnswerSave, 'attemptId' | 'itemId'>[]) {
  return db
    .selectFrom('answer')
    .where((either) =>
      either.or(saves.map((save) => either.and({ attempt_id: save.attemptId, item_id: save.itemId }))),
    )
    .selectAll();
}
