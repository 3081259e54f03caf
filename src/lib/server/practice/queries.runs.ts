import type { Db } from '../db/index.ts';
import type { PracticeTables } from '../db/schema/practice.ts';
import type { ItemRow, RunKind } from './rows.ts';

type RunRow = PracticeTables['practice_run'];

export function runById(db: Db, id: string) {
  return db.selectFrom('practice_run').selectAll().where('id', '=', id);
}

export function insertRun(db: Db, row: RunRow) {
  return db.insertInto('practice_run').values(row);
}

export function insertItems(db: Db, rows: ItemRow[]) {
  return db.insertInto('practice_item').values(rows);
}

export function itemsOf(db: Db, runId: string) {
  return db.selectFrom('practice_item').selectAll().where('run_id', '=', runId).orderBy('position');
}

export function itemAt(db: Db, runId: string, position: number) {
  return db
    .selectFrom('practice_item')
    .selectAll()
    .where('run_id', '=', runId)
    .where('position', '=', position);
}

/** The run of a kind that a person has not ended, the latest first. */
export function openRun(db: Db, personId: string, kind: RunKind) {
  return db
    .selectFrom('practice_run')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(1);
}

/** Ends what a person left open of a kind. */
export function endOpenRuns(db: Db, asked: { personId: string; kind: RunKind; at: string }) {
  return db
    .updateTable('practice_run')
    .set({ ended_at: asked.at, running_since: null })
    .where('person_id', '=', asked.personId)
    .where('kind', '=', asked.kind)
    .where('ended_at', 'is', null);
}

/** Changes a run that is not ended; numUpdatedRows is 0 for one that is. */
export function changeOpenRun(db: Db, id: string, change: Partial<RunRow>) {
  return db.updateTable('practice_run').set(change).where('id', '=', id).where('ended_at', 'is', null);
}

/** Answers an item once; numUpdatedRows is 0 when it was answered before. */
export function answerItem(db: Db, at: { runId: string; position: number }, change: Partial<ItemRow>) {
  return changeItem(db, at, change).where('answered_at', 'is', null);
}

export function changeItem(db: Db, at: { runId: string; position: number }, change: Partial<ItemRow>) {
  return db
    .updateTable('practice_item')
    .set(change)
    .where('run_id', '=', at.runId)
    .where('position', '=', at.position);
}

/** Mock exams handed in, the latest first. */
export function endedMocks(db: Db, personId: string, limit: number) {
  return db
    .selectFrom('practice_run')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', 'mock')
    .where('score_hundredths', 'is not', null)
    .orderBy('started_at', 'desc')
    .limit(limit);
}

/** Topic of each question of a run. */
export function topicsOfRun(db: Db, runId: string) {
  return db
    .selectFrom('practice_item as item')
    .innerJoin('question', 'question.id', 'item.question_id')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .where('item.run_id', '=', runId)
    .select(['item.position', 'topic.id as topic_id', 'topic.name as topic']);
}
