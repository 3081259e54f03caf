import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { fullMarks, isOfRow, itemCount, type BlueprintRow } from '#lib/domain/papers/blueprint.ts';
import { drawPaper, type Shortage } from '#lib/domain/papers/draw.ts';
import { standardRows } from '#lib/domain/papers/standard.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import { blueprintOrThrow, poolOn, type Blueprint } from './questions.ts';
import * as queries from './queries.ts';

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

/** Topics of the bank, for the choice in a row. */
export async function topics(act: Act): Promise<{ id: string; name: string }[]> {
  access.require(act, 'papers.list');
  return queries.topics(act.db).execute();
}

export interface BlueprintView extends Omit<Blueprint, 'unitPath'> {
  fullMarksHundredths: number;
  items: number;
  /** Row id → questions of the pool that fit it. */
  fitting: Record<string, number>;
  /** Empty when the pool can fill every row at once. */
  shortages: Shortage[];
}

/** A blueprint with what the bank holds for it today. */
export async function open(act: Act, blueprintId: string): Promise<BlueprintView> {
  const { unitPath, ...blueprint } = await blueprintOrThrow(act.db, blueprintId);
  access.require(act, 'papers.open', { unitPath });
  const pool = await poolOn(act.db, shanghaiDay(act.now));
  const drawn = drawPaper(blueprint.rows, pool, blueprint.id);
  return {
    ...blueprint,
    fullMarksHundredths: fullMarks(blueprint.rows),
    items: itemCount(blueprint.rows),
    fitting: Object.fromEntries(
      blueprint.rows.map((row) => [row.id, pool.filter((one) => isOfRow(row, one)).length]),
    ),
    shortages: drawn.ok ? [] : drawn.shortages,
  };
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
    const rows = standardRows().map((row, index) => stored(id, { ...row, id: newId() }, index));
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

function stored(blueprintId: string, row: BlueprintRow, order: number) {
  return {
    id: row.id,
    blueprint_id: blueprintId,
    sort_order: order,
    type: row.type,
    topic_id: row.topicId,
    difficulty: row.difficulty,
    count: row.count,
    points_hundredths: row.pointsHundredths,
  };
}

/** Changes title and marking of 多选. Exams already published keep the paper that they froze. */
export async function setTerms(
  act: Act,
  input: { blueprintId: string; title: string; halfForSubset: boolean },
): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  const change = { title: input.title, half_for_subset: input.halfForSubset ? 1 : 0 };
  await changed(act, blueprint, change, async () => undefined);
}

/** Adds a row at the end. */
export async function addRow(
  act: Act,
  input: { blueprintId: string } & Omit<BlueprintRow, 'id'>,
): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  const { blueprintId, ...row } = input;
  await changed(act, blueprint, {}, async (act) => {
    const existing = await queries.rowsOf(act.db, blueprintId).execute();
    const order = 1 + Math.max(-1, ...existing.map((one) => one.sort_order));
    await queries.insertRows(act.db, [stored(blueprintId, { ...row, id: newId() }, order)]).execute();
  });
}

/** Removes a row; `notFound` when it is gone already. */
export async function removeRow(act: Act, input: { blueprintId: string; rowId: string }): Promise<void> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.change', blueprint);
  await changed(act, blueprint, {}, async (act) => {
    const gone = await queries.deleteRow(act.db, input.blueprintId, input.rowId).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new DomainError('notFound', '这一行已经不在方案里了。');
  });
}

async function changed(
  act: Act,
  blueprint: Blueprint,
  change: { title?: string; half_for_subset?: number },
  work: (act: Act) => Promise<void>,
): Promise<void> {
  await inTransaction(act, async (act) => {
    await work(act);
    await queries.updateBlueprint(act.db, blueprint.id, { ...change, changed_at: act.now }).execute();
    await audit.record(act, {
      verb: 'blueprint.changed',
      unitId: blueprint.unitId,
      subject: { kind: 'blueprint', id: blueprint.id },
      details: change,
    });
  });
}
