import type { QuestionOption } from './question.ts';

const VERSION = 1;
const LETTERS = 'ABCDEF';
const STAYS_LAST = /^(?:以上|上述)(?:选项|各项|说法|内容|情形|做法)?(?:都|均|全|皆)/u;

/** Most options a question may have. */
export const mostOptions = LETTERS.length;

/** Options lettered A–F in the order given; 以上都对 and its like are pinned last. */
export function letteredOptions(texts: readonly string[]): QuestionOption[] {
  return texts.map((text, index) => ({ id: LETTERS.charAt(index), text, pinned: STAYS_LAST.test(text) }));
}

/** Stored form: JSON with a version. */
export function writeOptions(options: readonly QuestionOption[]): string {
  return JSON.stringify({ v: VERSION, options });
}

/** Options of the stored form; throws RangeError on any other text, which no import can leave behind. */
export function readOptions(stored: string): QuestionOption[] {
  const read: unknown = JSON.parse(stored);
  if (!isStored(read)) throw new RangeError('not the stored form of options');
  return read.options;
}

function isStored(value: unknown): value is { v: number; options: QuestionOption[] } {
  if (typeof value !== 'object' || value === null) return false;
  if (!('v' in value) || value.v !== VERSION || !('options' in value) || !Array.isArray(value.options))
    return false;
  return value.options.every(
    (option: Partial<QuestionOption>) =>
      typeof option.id === 'string' && typeof option.text === 'string' && typeof option.pinned === 'boolean',
  );
}
