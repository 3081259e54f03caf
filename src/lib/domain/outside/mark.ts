import { toCode } from '../shared/written.ts';
import type { Result } from './row.ts';

/** A title without blanks, signs and letter case, as two systems may write the same one differently. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/**
 * What makes a result the same one when it comes again from the same system: its number over there, else title, day
 * and hours. Of one person, ledger and mark only one record stands.
 */
export function markOf(source: string, result: Result): string {
  const { number, title, completedOn, hundredths } = result;
  const from = plainTitle(source);
  const plain = toCode(number).toUpperCase();
  if (plain !== '') return `${from}#${plain}`;
  return `${from}|${plainTitle(title)}|${completedOn}|${hundredths}`;
}
