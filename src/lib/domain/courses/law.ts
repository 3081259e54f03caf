import { isDay, type Day } from '../shared/time.ts';

/** What a lesson or a question rests on: an article of a statute as it took effect on a day. */
export interface LawTag {
  /** Short title without 中华人民共和国, e.g. 行政处罚法. */
  statuteTitle: string;
  /** e.g. 第四十四条 or 第一百二十条之一. */
  articleNumber: string;
  effectiveOn: Day;
}

const LINE =
  /^《?([^《》\s]+)》?\s*(第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?)\s+(\S+)$/u;

/** `《行政处罚法》第四十四条(2021-07-15 起施行)`. */
export function citationOf(tag: LawTag): string {
  return `《${tag.statuteTitle}》${tag.articleNumber}（${tag.effectiveOn} 起施行）`;
}

/** One tag a line, as an author types it and `parseLawTags` reads it. */
export function lawTagsText(tags: readonly LawTag[]): string {
  return tags.map((tag) => `${tag.statuteTitle} ${tag.articleNumber} ${tag.effectiveOn}`).join('\n');
}

export type LawTagsReading =
  { kind: 'tags'; tags: LawTag[] } | { kind: 'unreadable'; line: number; text: string };

/** Reads lines such as `行政处罚法 第四十四条 2021-07-15`; a repeated line counts once, an empty one is skipped. */
export function parseLawTags(text: string): LawTagsReading {
  const tags = new Map<string, LawTag>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const [, statuteTitle, articleNumber, effectiveOn] = LINE.exec(line) ?? [];
    if (!statuteTitle || !articleNumber || !effectiveOn || !isDay(effectiveOn)) {
      return { kind: 'unreadable', line: index + 1, text: line };
    }
    tags.set(`${statuteTitle} ${articleNumber}`, { statuteTitle, articleNumber, effectiveOn });
  }
  return { kind: 'tags', tags: [...tags.values()] };
}
