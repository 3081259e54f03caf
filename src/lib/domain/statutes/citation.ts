import { isDay, type Day } from '../shared/time.ts';
import { articleNumberText, parseArticleNumber } from './number.ts';
import { plainTitle } from './title.ts';

/** An article as it took effect on a day: what a lesson or a question rests on. */
export interface Citation {
  /** Without 中华人民共和国 and 书名号. */
  statuteTitle: string;
  articleNumber: string;
  effectiveOn: Day;
}

export type CitationReading = { ok: true; citations: Citation[] } | { ok: false; text: string };

const WRITTEN =
  /^《?([^《》]+?)》?\s*(第[^\s条]{1,8}条(?:之[一二三四五六七八九十]+)?)[^\d]*(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/u;

/**
 * Reads `《行政处罚法》第四十四条(2021-07-15)`, several separated by `；` or line breaks.
 * The day is the one on which the cited version took effect.
 */
export function parseCitations(text: string): CitationReading {
  const citations: Citation[] = [];
  for (const part of text.split(/[;；\n]/u)) {
    const written = part.trim();
    if (written === '') continue;
    const [, title = '', number = '', year = '', month = '', date = ''] = WRITTEN.exec(written) ?? [];
    const article = parseArticleNumber(number);
    const effectiveOn = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (!article || !isDay(effectiveOn)) return { ok: false, text: written };
    citations.push({
      statuteTitle: plainTitle(title),
      articleNumber: articleNumberText(article),
      effectiveOn,
    });
  }
  return { ok: true, citations };
}

/** `《行政处罚法》第四十四条（2021-07-15）`, as `parseCitations` reads it. */
export function citationText({ statuteTitle, articleNumber, effectiveOn }: Citation): string {
  return `《${statuteTitle}》${articleNumber}（${effectiveOn}）`;
}

/** The same as it is told to readers: `《行政处罚法》第四十四条（2021-07-15 起施行）`. */
export function citationWords({ statuteTitle, articleNumber, effectiveOn }: Citation): string {
  return `《${statuteTitle}》${articleNumber}（${effectiveOn} 起施行）`;
}
