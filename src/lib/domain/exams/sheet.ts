import { seededRng } from '../shared/rng.ts';
import type { ItemType } from '../papers/blueprint.ts';
import type { DrawnItem } from '../papers/draw.ts';
import { shuffleOptions } from '../papers/options.ts';

/** An option of a question version: its id in the bank and whether it stays last. */
export interface SourceOption {
  id: string;
  pinned: boolean;
}

/** What dealing needs of a drawn question. */
export interface DealtQuestion {
  versionId: string;
  type: ItemType;
  options: SourceOption[];
}

/** An item of one attempt: the id and the option ids that reach the browser mean nothing outside this attempt. */
export interface SheetItem {
  itemId: string;
  /** From 1. */
  position: number;
  versionId: string;
  type: ItemType;
  pointsHundredths: number;
  /** In the order shown. */
  options: { id: string; source: string }[];
}

/**
 * Turns a drawn paper into the sheet of one attempt. The order of options follows from the seed; the opaque ids are
 * made by `newOpaqueId` and cannot be derived from it. 对 and 错 keep their order.
 */
export function dealSheet(
  drawn: readonly DrawnItem[],
  questions: ReadonlyMap<string, DealtQuestion>,
  seed: string,
  newOpaqueId: () => string,
): SheetItem[] {
  const rng = seededRng(`${seed}/options`);
  return drawn.map((item, index) => {
    const question = questions.get(item.versionId);
    if (!question) throw new RangeError(`the drawn version ${item.versionId} is not among the questions`);
    const shown = question.type === 'judgement' ? question.options : shuffleOptions(question.options, rng);
    return {
      itemId: newOpaqueId(),
      position: index + 1,
      versionId: item.versionId,
      type: question.type,
      pointsHundredths: item.pointsHundredths,
      options: shown.map((option) => ({ id: newOpaqueId(), source: option.id })),
    };
  });
}
