import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import { placementsBelow } from '#lib/domain/units/change.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.change.ts';

/** Rows of one statement stay below the engines' limits on parameters. */
const PORTION = 400;

interface Moving {
  unitId: string;
  parentId: string;
  day: Day;
}

export function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

/** The new parent's places above it; refuses one that did not stand there since the day, or lies below the unit. */
async function placesOfParent(act: Act, { unitId, parentId, day }: Moving) {
  const above = await q.placesAbove(act.db, { unitId: parentId, day }).execute();
  if (above.length === 0) throw refused('parentId', '请选择现有的上级单位。');
  if (above.some((one) => one.ancestor_id === unitId))
    throw refused('parentId', '不能移到自己或自己的下级单位之下。');
  if (above.some((one) => one.valid_to !== null || one.valid_from > day))
    throw refused('day', '新的上级在那一天之后又有过调整，请填更晚的日期。');
  return above.map((one) => ({ ancestorId: one.ancestor_id, depth: one.depth }));
}

/** The unit with all below it; refuses a day after which one of them came in or went out. */
async function placesWithin(act: Act, { unitId, day }: Moving) {
  const rows = await q.placesWithin(act.db, { unitId, day }).execute();
  const days = await q
    .ownDays(
      act.db,
      rows.map((row) => row.unit_id),
    )
    .execute();
  const own = new Map(days.map((one) => [one.id, one]));
  const isWhole = (row: (typeof rows)[number]) => {
    const stands = own.get(row.unit_id);
    return (
      row.valid_to === stands?.valid_to && (row.valid_from <= day || row.valid_from === stands.valid_from)
    );
  };
  if (!rows.every(isWhole)) throw refused('day', '那一天之后它的下级单位又有过调整，请填更晚的日期。');
  return rows.map((row) => ({
    ...{ unitId: row.unit_id, depth: row.depth, from: row.valid_from, to: row.valid_to },
  }));
}

/** Ends the places of a unit and all below it above itself, and gives those below the new parent. */
export async function replace(act: Act, asked: Moving): Promise<void> {
  const { day } = asked;
  const above = await placesOfParent(act, asked);
  const within = await placesWithin(act, asked);
  const left = (await q.placesAbove(act.db, { unitId: asked.unitId, day }).execute()).filter(
    (one) => one.depth > 0,
  );
  if (left.some((one) => one.valid_from > day || one.valid_to !== null))
    throw refused('day', '这个单位在那一天之后又调整过，请填更晚的日期。');
  const leaving = {
    unitIds: within.map((one) => one.unitId),
    ancestorIds: left.map((one) => one.ancestor_id),
  };
  await q.dropPlaces(act.db, { ...leaving, day }).execute();
  await q.endPlaces(act.db, { ...leaving, last: addDays(day, -1) }).execute();
  const rows = placementsBelow(above, within, day).map((one) => ({
    ...{ ancestor_id: one.ancestorId, unit_id: one.unitId, depth: one.depth },
    ...{ valid_from: one.from, valid_to: one.to },
  }));
  for (let at = 0; at < rows.length; at += PORTION)
    await q.insertPlaces(act.db, rows.slice(at, at + PORTION)).execute();
}
