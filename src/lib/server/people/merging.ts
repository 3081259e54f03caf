import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { insertMoved, movedRows } from './queries.merge.ts';

/** A row that goes over from one record of a human to the other. */
export interface MovedRow {
  key: string;
  /** What must be known to give it back, as JSON with a version. */
  detail?: string;
}

/** Notes which rows of a room go over by a merge, within its transaction. */
export async function noteMoved(
  act: Act,
  asked: { mergeId: string; kind: string; rows: readonly MovedRow[] },
): Promise<void> {
  const rows = asked.rows.map(({ key, detail }) => ({
    ...{ merge_id: asked.mergeId, kind: asked.kind, row_key: key, detail: detail ?? null },
  }));
  for (let at = 0; at < rows.length; at += 200) await insertMoved(act.db, rows.slice(at, at + 200)).execute();
}

/** Rows of a room that went over by a merge. */
export async function movedBy(db: Db, asked: { mergeId: string; kind: string }): Promise<MovedRow[]> {
  const rows = await movedRows(db, asked).execute();
  return rows.map((row) => ({
    key: row.row_key,
    ...(row.detail === null ? {} : { detail: row.detail }),
  }));
}
