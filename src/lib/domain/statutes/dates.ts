import { isDay, type Day } from '../shared/time.ts';
import { chineseNumber, NUMERAL } from './numerals.ts';

const YEAR = '\\d{4}|[〇○零一二三四五六七八九]{4}';
const WRITTEN = `(${YEAR})年(\\d{1,2}|${NUMERAL})月(\\d{1,2}|${NUMERAL})日`;
const ANY_DAY = new RegExp(WRITTEN, 'gu');
const TAKES_EFFECT = new RegExp(`自\\s*${WRITTEN}\\s*起\\s*施行`, 'u');

function yearOf(text: string): string {
  return text
    .replace(/[〇○]/gu, '零')
    .replace(/[零一二三四五六七八九]/gu, (digit) => String('零一二三四五六七八九'.indexOf(digit)));
}

function twoDigits(text: string): string {
  return String(/^\d/u.test(text) ? Number(text) : (chineseNumber(text) ?? 0)).padStart(2, '0');
}

function dayOf(match: RegExpMatchArray | null): Day | null {
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const day = `${yearOf(match[1])}-${twoDigits(match[2])}-${twoDigits(match[3])}`;
  return isDay(day) ? day : null;
}

/** The last day written in a text, in Arabic or Chinese numerals; null when there is none. */
export function lastDayIn(text: string): Day | null {
  return dayOf([...text.matchAll(ANY_DAY)].at(-1) ?? null);
}

/** The day of 自…起施行; null for 自公布之日起施行 and for texts that say nothing. */
export function effectiveDayIn(text: string): Day | null {
  return dayOf(TAKES_EFFECT.exec(text));
}
