import { DomainError } from '#lib/domain/shared/errors.ts';
import { listLabel } from '#lib/domain/figures/lists.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import * as selections from '../selections/index.ts';
import * as units from '../units/index.ts';

/** A saved, dated list of people by which a figure is read. */
export interface NamedList {
  id: string;
  name: string;
  heldOn: Day;
}

/**
 * The list that a question names; null where it names none. `notFound` for one of a unit beside: of the people of a
 * figure's unit it may say who belongs to it, of others nothing.
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

/** Saved lists in words, by their ids, closed ones too. */
export async function listLabels(act: Act, ids: readonly string[]): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  for (const id of new Set(ids)) {
    const list = await selections.findSelection(act.db, id);
    if (list) labels.set(id, listLabel(list));
  }
  return labels;
}

/** Open lists by which figures of a unit can be read: its own, those of units above it and below it, by name. */
export async function listsAbout(act: Act, unitId: string): Promise<NamedList[]> {
  const unitPath = await units.pathOf(act.db, unitId);
  return selections.selectionsAbout(act.db, { unitId, unitPath, day: shanghaiDay(act.now) });
}
