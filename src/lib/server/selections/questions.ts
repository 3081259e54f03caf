import type { SelectionRule } from '#lib/domain/selections/rule.ts';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { selectedPeople, selectionById, selectionsAbout as aboutRows, type AboutAsk } from './queries.ts';

/** A saved, dated list of people: 相关业务干部职工. */
export interface Selection {
  id: string;
  unitId: string;
  unitName: string;
  name: string;
  /** The day on which its people held their posts. */
  heldOn: Day;
  note: string;
  createdAt: Instant;
  /** By which it was made; null for one ticked by hand. */
  rule: SelectionRule | null;
  /** Closed lists stay as the record of what was named, and are offered no more. */
  closedAt: Instant | null;
}

/** A list by its id; undefined when there is none. */
export async function findSelection(db: Db, id: string): Promise<Selection | undefined> {
  const row = await selectionById(db, id).executeTakeFirst();
  return row && selectionOf(row);
}

/** Open lists that are kept by a unit, one above it or one below it, by name: those by which its figures are read. */
export async function selectionsAbout(
  db: Db,
  asked: AboutAsk,
): Promise<Pick<Selection, 'id' | 'name' | 'heldOn'>[]> {
  const rows = await aboutRows(db, asked).execute();
  return rows.map((row) => ({ id: row.id, name: row.name, heldOn: row.held_on }));
}

export function selectionOf(row: {
  id: string;
  unit_id: string;
  unit_name: string;
  name: string;
  held_on: string;
  note: string;
  created_at: string;
  closed_at: string | null;
  rule: string | null;
}): Selection {
  return {
    ...{ id: row.id, unitId: row.unit_id, unitName: row.unit_name, name: row.name },
    ...{ heldOn: row.held_on, note: row.note, createdAt: row.created_at, closedAt: row.closed_at },
    rule: row.rule === null ? null : ruleOf(row.rule),
  };
}

function ruleOf(text: string): SelectionRule {
  const stored = JSON.parse(text) as SelectionRule & { v: number };
  if (stored.v !== 1) throw new Error(`unknown version ${String(stored.v)} of the rule of a list`);
  const { v: _version, ...rule } = stored;
  return rule;
}

/** Everybody of a list, sorted by name. */
export async function selectionPeople(
  db: Db,
  selectionId: string,
): Promise<{ personId: string; name: string }[]> {
  const rows = await selectedPeople(db, selectionId).execute();
  return rows.map((row) => ({ personId: row.id, name: row.name }));
}
