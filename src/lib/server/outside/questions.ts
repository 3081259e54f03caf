import type { Thing } from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { importById } from './queries.ts';

/** What access needs to know of an import: the units for whose people it was made; none for an unknown one. */
export async function thingOf(act: Act, id: string): Promise<Thing> {
  const row = await importById(act.db, id).executeTakeFirst();
  return { unitPath: row ? await units.pathOf(act.db, row.unit_id) : [] };
}
