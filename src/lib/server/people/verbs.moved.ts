import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { insertMoved, mergeById } from './queries.merge.ts';
import type { MovedRow } from './questions.merge.ts';
import { careerPathOf } from './questions.ts';

/** Rows of one statement stay below the engines' limits on parameters. */
const PORTION = 200;

/** Notes which rows of a room go over by a merge, within its transaction. */
export async function noteMoved(
  act: Act,
  asked: { mergeId: string; kind: string; rows: readonly MovedRow[] },
): Promise<void> {
  const unitPath = await pathOfMerge(act, asked.mergeId);
  access.require(act, 'people.merge', { unitPath });
  const rows = asked.rows.map(({ key, detail }) => ({
    ...{ merge_id: asked.mergeId, kind: asked.kind, row_key: key, detail: detail ?? null },
  }));
  if (rows.length === 0) return;
  for (let at = 0; at < rows.length; at += PORTION)
    await insertMoved(act.db, rows.slice(at, at + PORTION)).execute();
  await audit.record(act, {
    verb: 'people.rowsMoved',
    unitId: unitPath[0] ?? null,
    subject: { kind: 'merge', id: asked.mergeId },
    details: { kind: asked.kind, rows: rows.length },
  });
}

async function pathOfMerge(act: Act, mergeId: string): Promise<string[]> {
  const merge = await mergeById(act.db, mergeId).executeTakeFirst();
  return merge ? careerPathOf(act, merge.kept_id) : [];
}
