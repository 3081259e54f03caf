import type { QuestionOption } from './question.ts';

const VERSION = 1;

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
