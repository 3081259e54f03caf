import { seededRng } from '../shared/rng.ts';
import type { QuestionType } from '../bank/question.ts';
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
  type: QuestionType;
  options: SourceOption[];
}

/** An item of one attempt: the id and the option ids that reach the browser mean nothing outside this attempt. */
export interface SheetItem {
  itemId: string;
  /** From 1. */
  position: number;
  versionId: string;
  type: QuestionType;
  pointsHundredths: number;
  /** In the order shown. */
  options: { id: string; source: string }[];
}

/**
 * Turns a drawn paper into the sheet of one attempt. The order of options follows from the seed; the opaque ids are
 * made by `newOpaqueId` and cannot be derived from it.
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
    const shown = shuffleOptions(question.options, rng);
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

/** Options of an item as stored: JSON with a version. */
export type SheetOptions = SheetItem['options'];

const VERSION = 1;

export function writeSheetOptions(options: SheetOptions): string {
  return JSON.stringify({ v: VERSION, options: options.map((option) => [option.id, option.source]) });
}

/** Options of the stored form; throws RangeError for a version that is not known. */
export function readSheetOptions(text: string): SheetOptions {
  const { v, options } = JSON.parse(text) as { v: number; options: [string, string][] };
  if (v !== VERSION) throw new RangeError(`sheet options of unknown version ${v}`);
  return options.map(([id, source]) => ({ id, source }));
}

/** Ids in the bank of the chosen options. */
export function sourcesOf(options: SheetOptions, chosen: readonly string[]): string[] {
  return options.filter((option) => chosen.includes(option.id)).map((option) => option.source);
}
