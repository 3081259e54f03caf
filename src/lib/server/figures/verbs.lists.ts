import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as selections from '../selections/index.ts';
import * as units from '../units/index.ts';
import type { NamedList } from './questions.lists.ts';

/** Saved lists by which figures of a unit can be read: its own, those of units above it and below it, by name. */
export async function listLists(act: Act, { unitId }: { unitId: string }): Promise<NamedList[]> {
  const unitPath = await units.pathOf(act.db, unitId);
  access.require(act, 'figures.readFigure', { unitPath });
  return selections.selectionsAbout(act.db, { unitId, unitPath, day: shanghaiDay(act.now) });
}
