import { common, joined, type DayInterval } from '#lib/domain/shared/interval.ts';
import type { Db } from '../db/index.ts';
import { classesOverTime, placesOfPeople } from './queries.ts';

export interface PersonHistory {
  /** Units at which a person counted, each with all above it in the tree of the days. */
  places: ({ unitId: string } & DayInterval)[];
  classes: ({ code: string } & DayInterval)[];
}

interface Dated {
  valid_from: string;
  valid_to: string | null;
  since: string;
  until: string | null;
}

function shared(row: Dated): DayInterval | null {
  return common({ from: row.valid_from, to: row.valid_to }, { from: row.since, to: row.until });
}

function byKey<Row extends Dated>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, DayInterval[]> {
  const groups = new Map<string, DayInterval[]>();
  for (const row of rows) {
    const days = shared(row);
    if (days) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), days]);
  }
  return groups;
}

function historyFrom(
  places: readonly (Dated & { ancestor_id: string })[],
  classes: readonly (Dated & { class_code: string })[],
): PersonHistory {
  const byUnit = byKey(places, (row) => row.ancestor_id);
  const byCode = byKey(classes, (row) => row.class_code);
  return {
    places: [...byUnit].flatMap(([unitId, days]) => joined(days).map((one) => ({ unitId, ...one }))),
    classes: [...byCode].flatMap(([code, days]) => joined(days).map((one) => ({ code, ...one }))),
  };
}

function ofPerson<Row extends { person_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.person_id);
}

/** Where each of some people counted and which classes he held, over all his days; at most some hundreds at a time. */
export async function historiesOf(db: Db, personIds: readonly string[]): Promise<Map<string, PersonHistory>> {
  if (personIds.length === 0) return new Map();
  const places = ofPerson(await placesOfPeople(db, personIds).execute());
  const classes = ofPerson(await classesOverTime(db, personIds).execute());
  return new Map(personIds.map((id) => [id, historyFrom(places.get(id) ?? [], classes.get(id) ?? [])]));
}

/** Where a person counted and which classes he held, over all his days. */
export async function historyOf(db: Db, personId: string): Promise<PersonHistory> {
  return (await historiesOf(db, [personId])).get(personId) ?? { places: [], classes: [] };
}
