import { common, joined, type DayInterval } from '#lib/domain/shared/interval.ts';
import type { Db } from '../db/index.ts';
import { classesOverTime, placesOfPerson } from './queries.ts';

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

/** Where a person counted and which classes he held, over all his days. */
export async function historyOf(db: Db, personId: string): Promise<PersonHistory> {
  const places = byKey(await placesOfPerson(db, personId).execute(), (row) => row.ancestor_id);
  const classes = byKey(await classesOverTime(db, personId).execute(), (row) => row.class_code);
  return {
    places: [...places].flatMap(([unitId, days]) => joined(days).map((one) => ({ unitId, ...one }))),
    classes: [...classes].flatMap(([code, days]) => joined(days).map((one) => ({ code, ...one }))),
  };
}
