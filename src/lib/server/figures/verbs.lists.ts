import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { listsAbout, type NamedList } from './questions.lists.ts';

/** Saved lists by which figures of a unit can be read: its own, those of units above it and below it, by name. */
export async function listLists(act: Act, { unitId }: { unitId: string }): Promise<NamedList[]> {
  const unitPath = await units.pathOf(act.db, unitId);
  access.require(act, 'figures.readFigure', { unitPath });
  return listsAbout(act, unitId);
}
