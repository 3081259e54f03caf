import { chineseNumber, chineseNumeral, NUMERAL } from './numerals.ts';

/** An article's place in its statute: 第一百二十条之一 is article 120, insertion 1. */
export interface ArticleNumber {
  main: number;
  /** 0 for the article itself, k for 之k. */
  insertion: number;
}

const WRITTEN = new RegExp(`^第(${NUMERAL}|\\d{1,4})条(?:之(${NUMERAL}))?$`, 'u');
const INSERTIONS = 100;

/** Reads 第四十四条, 第44条 or 第一百二十条之一; null for anything else. */
export function parseArticleNumber(text: string): ArticleNumber | null {
  const match = WRITTEN.exec(text.replace(/\s/gu, ''));
  if (!match?.[1]) return null;
  const main = /^\d/u.test(match[1]) ? Number(match[1]) : chineseNumber(match[1]);
  const insertion = match[2] === undefined ? 0 : chineseNumber(match[2]);
  if (!main || insertion === null || insertion >= INSERTIONS) return null;
  return { main, insertion };
}

/** The one way in which the number is stored and shown: 第四十四条, 第一百二十条之一. */
export function articleNumberText(number: ArticleNumber): string {
  const insertion = number.insertion === 0 ? '' : `之${chineseNumeral(number.insertion)}`;
  return `第${chineseNumeral(number.main)}条${insertion}`;
}

/** Sorts articles as their statute does; unique within a statute. */
export function ordinalOf(number: ArticleNumber): number {
  return number.main * INSERTIONS + number.insertion;
}
