import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as selections from '../selections/index.ts';
import * as units from '../units/index.ts';

/** A saved, dated list of people by which a figure is read. */
export interface NamedList {
  id: string;
  name: string;
  heldOn: Day;
}

/** Saved lists by which figures of a unit can be read: its own, those of units above it and below it, by name. */
export async function listLists(act: Act, { unitId }: { unitId: string }): Promise<NamedList[]> {
  const unitPath = await units.pathOf(act.db, unitId);
  access.require(act, 'reports.readFigure', { unitPath });
  return selections.selectionsAbout(act.db, { unitId, unitPath, day: shanghaiDay(act.now) });
}

/**
 * The list that a question names; null where it names none. `notFound` for one of a unit beside: of the people of a
 * figure's unit it may say who belongs to it, of others nothing. The verb that calls has asked.
 */
export async function listNamed(
  act: Act,
  { unitId, selectionId }: { unitId: string; selectionId?: string },
): Promise<NamedList | null> {
  if (selectionId === undefined) return null;
  const found = await selections.findSelection(act.db, selectionId);
  const isNear =
    found !== undefined &&
    ((await units.pathOf(act.db, unitId)).includes(found.unitId) ||
      (await units.pathOf(act.db, found.unitId)).includes(unitId));
  if (!isNear) throw new DomainError('notFound', '没有找到这份名单，或者它不属于本单位及上下级单位。');
  return { id: found.id, name: found.name, heldOn: found.heldOn };
}
