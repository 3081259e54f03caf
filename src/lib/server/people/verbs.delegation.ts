import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { listRows } from './queries.list.ts';

const MOST_FOUND = 20;

export interface DelegationDesk {
  /** Those the actor leads today; empty for a clerk. */
  units: { id: string; name: string }[];
  /** Who was searched for among the people of these units; at most twenty. */
  people: { id: string; name: string; unitName: string }[];
}

/** What a leader needs to name a clerk: his units, and people of these by name, pinyin or initials. */
export async function deskOfDelegation(act: Act, q: string): Promise<DelegationDesk> {
  access.require(act, 'people.findClerk');
  const unitIds = access.unitsHeld(act, ['leader']);
  const found = await Promise.all(unitIds.map((unitId) => units.find(act.db, unitId)));
  const led = found.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : []));
  if (q === '' || unitIds.length === 0) return { units: led, people: [] };
  const asked = { q, sort: 'name', direction: 'asc', page: 1, pageSize: MOST_FOUND } as const;
  const rows = await listRows(act.db, { ...asked, unitIds, day: shanghaiDay(act.now) }).execute();
  const people = rows.map((row) => ({ id: row.id, name: row.name, unitName: row.unit_name }));
  return { units: led, people };
}
