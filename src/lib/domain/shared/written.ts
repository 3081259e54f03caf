import { isDay, type Day } from './time.ts';

/** Full-width letters, digits and signs as half-width, without white space: for numbers and codes, not for prose. */
export function toCode(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b-\u200d\ufeff]/g, '');
}

/** A name with its inner blanks removed where it is Chinese (`张  三` → `张三`). */
export function cleanName(text: string): string {
  const joined = text.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, '');
  return joined.replace(/\s+/g, ' ').trim();
}

/** A day as people write it: 2026-01-31, 2026/1/31, 2026.1.31, 20260131, 2026年1月31日; a month means its first day. */
export function toDay(written: string): Day | null {
  const text = toCode(written).replace(/(\d{4}-\d{2}-\d{2})\d{2}:\d{2}$/, '$1');
  const match =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [, year = '', month = '', date = '1'] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
