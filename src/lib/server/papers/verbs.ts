import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { standardRows } from '#lib/domain/papers/standard.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import { change } from './verbs.change.ts';
import { blueprintOrThrow } from './questions.ts';
import * as queries from './queries.ts';
import { storedRow } from './rows.ts';

export interface BlueprintLine {
  id: string;
  title: string;
  unitName: string;
  items: number;
  changedAt: string;
}

/** Blueprints of the units that the coordinator manages. */
export async function list(
  act: Act,
  page: { q: string; page: number; pageSize: number },
): Promise<{ rows: BlueprintLine[]; total: number }> {
  access.require(act, 'papers.list');
  const unitIds = access.unitsHeld(act, ['coordinator']);
  if (unitIds.length === 0) return { rows: [], total: 0 };
  const asked = { unitIds, day: shanghaiDay(act.now), search: page.q };
  const window = { offset: (page.page - 1) * page.pageSize, limit: page.pageSize };
  const found = await queries.blueprintsBelow(act.db, { ...asked, ...window }).execute();
  const { count } = await queries.countBelow(act.db, asked).executeTakeFirstOrThrow();
  const rows = found.map((row) => ({
    id: row.id,
    title: row.title,
    unitName: row.unit_name,
    items: Number(row.items),
    changedAt: row.changed_at,
  }));
  return { rows, total: Number(count) };
}

/** A new blueprint with the usual rows (20 单选 × 2, 10 多选 × 4, 10 判断 × 2). Returns its id. */
export async function create(act: Act, input: { unitId: string; title: string }): Promise<string> {
  const unitPath = await units.pathOf(act.db, input.unitId);
  access.require(act, 'papers.create', { unitPath });
  return inTransaction(act, async (act) => {
    const id = newId();
    const blueprint = { id, unit_id: input.unitId, title: input.title, half_for_subset: 1 };
    await queries
      .insertBlueprint(act.db, { ...blueprint, created_at: act.now, changed_at: act.now })
      .execute();
    const rows = standardRows().map((row, index) => storedRow(id, { ...row, id: newId() }, index));
    await queries.insertRows(act.db, rows).execute();
    await audit.record(act, {
      verb: 'blueprint.created',
      unitId: input.unitId,
      subject: { kind: 'blueprint', id },
      details: { title: input.title },
    });
    return id;
  });
}

/** Changes title and marking of 多选. Exams already published keep the paper that they froze. */
export async function setTerms(
  act: Act,
  input: { blueprintId: string; title: string; halfForSubset: boolean },
): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  await change(act, blueprint, { title: input.title, half_for_subset: input.halfForSubset ? 1 : 0 });
}
