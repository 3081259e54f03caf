import * as v from 'valibot';
import { isMistakeSource, type MistakeSource } from '#lib/domain/practice/book.ts';
import { optionalText, wholeField } from './fields.ts';

const orNull = v.pipe(
  optionalText(100),
  v.transform((text) => (text === '' ? null : text)),
);

/** What a set is to be of; nothing means everything. */
export const beginSetForm = v.object({
  topic: orNull,
  law: orNull,
  source: optionalText(20),
});

const position = wholeField('没有找到这道题，请回到练习页。');
const letters = v.optional(v.array(v.pipe(v.string(), v.maxLength(2)), '请选择列出的选项。'), []);

export const answerForm = v.object({ position, answer: letters });

export const rateForm = v.object({
  position,
  wish: v.optional(v.picklist(['again', 'hard', 'good'], '请选择列出的一项。'), 'good'),
});

/** `exam` empty: the usual paper. */
export const beginMockForm = v.object({ exam: orNull });

/** The answer of a mock exam's question, and where to go on: a number of a question, `stop` or `end`. */
export const keepForm = v.object({
  position,
  answer: letters,
  to: v.optional(
    v.pipe(v.string(), v.regex(/^(\d{1,3}|stop|end)$/, '没有找到这道题，请回到练习页。')),
    'end',
  ),
});

export interface BookFilter {
  topicId: string | null;
  lawTitle: string | null;
  source: MistakeSource | null;
}

/** What of the wrong-question book is shown, from the address; what is not known counts as everything. */
export function parseBookFilter(url: URL): BookFilter {
  const text = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 100) || null;
  const source = text('source') ?? '';
  return { topicId: text('topic'), lawTitle: text('law'), source: isMistakeSource(source) ? source : null };
}

/** `?item=3` of a run's address; null for anything else. */
export function parseItem(url: URL): number | null {
  const text = url.searchParams.get('item') ?? '';
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}
