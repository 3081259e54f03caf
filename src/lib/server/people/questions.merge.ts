import type { Db } from '../db/index.ts';
import { movedRows } from './queries.merge.ts';

/** A row that goes over from one record of a human to the other. */
export interface MovedRow {
  key: string;
  /** What must be known to give it back, as JSON with a version. */
  detail?: string;
}

/** Rows of a room that went over by a merge. */
export async function movedBy(db: Db, asked: { mergeId: string; kind: string }): Promise<MovedRow[]> {
  const rows = await movedRows(db, asked).execute();
  return rows.map((row) => ({
    key: row.row_key,
    ...(row.detail === null ? {} : { detail: row.detail }),
  }));
}
