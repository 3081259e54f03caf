import { DomainError } from '#lib/domain/shared/errors.ts';
import type { BlueprintRow } from '#lib/domain/papers/blueprint.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { change } from './verbs.change.ts';
import { blueprintOrThrow } from './questions.ts';
import * as queries from './queries.ts';
import { rowColumns, storedRow } from './rows.ts';

/** What a row asks for; without law or audience any will do. */
export type RowWish = Omit<BlueprintRow, 'id' | 'lawTitle' | 'audience'> &
  Partial<Pick<BlueprintRow, 'lawTitle' | 'audience'>>;

const any = { lawTitle: null, audience: null };
const gone = () => new DomainError('notFound', '这一行已经不在方案里了。');

/** Adds a row at the end. */
export async function addRow(act: Act, input: { blueprintId: string } & RowWish): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  const { blueprintId, ...wish } = input;
  await change(act, blueprint, {}, async (act) => {
    const existing = await queries.rowsOf(act.db, blueprintId).execute();
    const order = 1 + Math.max(-1, ...existing.map((one) => one.sort_order));
    const row = storedRow(blueprintId, { ...any, ...wish, id: newId() }, order);
    await queries.insertRows(act.db, [row]).execute();
  });
}

/** Changes what a row asks for; `notFound` when it is gone. */
export async function changeRow(
  act: Act,
  input: { blueprintId: string; rowId: string } & RowWish,
): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  const { blueprintId, rowId, ...wish } = input;
  await change(act, blueprint, {}, async (act) => {
    const columns = rowColumns({ ...any, ...wish });
    const updated = await queries.updateRow(act.db, blueprintId, rowId, columns).executeTakeFirst();
    if (updated.numUpdatedRows === 0n) throw gone();
  });
}

/** Moves a row one place up, which is the order of the paper; the first stays where it is. */
export async function raiseRow(act: Act, input: { blueprintId: string; rowId: string }): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  await change(act, blueprint, {}, async (act) => {
    const rows = await queries.rowsOf(act.db, input.blueprintId).execute();
    const at = rows.findIndex((row) => row.id === input.rowId);
    const [above, row] = [rows[at - 1], rows[at]];
    if (!row) throw gone();
    if (!above) return;
    await queries.updateRow(act.db, blueprint.id, row.id, { sort_order: above.sort_order }).execute();
    await queries.updateRow(act.db, blueprint.id, above.id, { sort_order: row.sort_order }).execute();
  });
}

/** Removes a row; `notFound` when it is gone already. */
export async function removeRow(act: Act, input: { blueprintId: string; rowId: string }): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  await change(act, blueprint, {}, async (act) => {
    const removed = await queries.deleteRow(act.db, input.blueprintId, input.rowId).executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw gone();
  });
}
