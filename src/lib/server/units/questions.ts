import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { placeUnits, type PlacedUnit, type UnitNode } from '#lib/domain/units/tree.ts';
import { askFixed, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import {
  ancestors,
  below,
  everyUnit,
  lastAncestors,
  nameOfUnit,
  openAncestors,
  unitById,
} from './queries.ts';
import { toUnit } from './rows.ts';

/**
 * The unit first, then all above it: in the tree of `day`, or as it stands open now; of a closed unit where it stood
 * last, so that who was above it still reaches what it keeps. Empty for an unknown unit.
 */
export async function pathOf(db: Db, unitId: string, day?: Day): Promise<string[]> {
  if (day !== undefined) return idsOf(await askFixed(db, ancestors, unitId, day));
  const open = await askFixed(db, openAncestors, unitId);
  return idsOf(open.length > 0 ? open : await lastAncestors(db, unitId).execute());
}

function idsOf(rows: readonly { ancestor_id: string }[]): string[] {
  return rows.map((row) => row.ancestor_id);
}

/** The name that a unit bore on a day; undefined for an unknown unit. */
export async function nameOn(db: Db, unitId: string, day: Day): Promise<string | undefined> {
  return (await nameOfUnit(db, unitId, day).executeTakeFirst())?.name;
}

/** The name of a unit on a day; throws `notFound` when there is none. */
export async function nameOnOrThrow(db: Db, unitId: string, day: Day): Promise<string> {
  const name = await nameOn(db, unitId, day);
  if (name === undefined) throw new DomainError('notFound', '没有找到这个单位。');
  return name;
}

/** Ids of the units directly below one on a day. */
export async function childrenOf(db: Db, unitId: string, day: Day): Promise<string[]> {
  const rows = await below(db, [unitId], day).execute();
  return rows.filter((row) => row.parent_id === unitId).map((row) => row.id);
}

/** Units at and below these, placed as a tree of `day`; paths begin at the given units. */
export async function treeBelow(db: Db, unitIds: readonly string[], day: Day): Promise<PlacedUnit[]> {
  if (unitIds.length === 0) return [];
  return placeUnits((await below(db, unitIds, day).execute()).map(toUnit));
}

/** The whole tree of a day. */
export async function wholeTree(db: Db, day: Day): Promise<PlacedUnit[]> {
  return placeUnits((await everyUnit(db, day).execute()).map(toUnit));
}

/** A unit by id, whenever it was valid; undefined when there is none. */
export async function find(db: Db, unitId: string): Promise<UnitNode | undefined> {
  const row = await unitById(db, unitId).executeTakeFirst();
  return row && toUnit(row);
}

/** Units of the act's day within which the actor may look up names: those below his roles, all for the console. */
export async function inReach(act: Act, held: readonly string[]): Promise<PlacedUnit[]> {
  const day = shanghaiDay(act.now);
  return act.actor.kind === 'person' ? treeBelow(act.db, held, day) : wholeTree(act.db, day);
}
