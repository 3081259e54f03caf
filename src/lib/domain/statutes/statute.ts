import type { Day } from '../shared/time.ts';

export interface Article {
  /** e.g. 第一百二十条之一. */
  number: string;
  /** Sorts within the statute; see `ordinalOf`. */
  ordinal: number;
  /** Headings above the article, outermost first, joined by ` · `; empty in a law without chapters. */
  chapter: string;
  /** Paragraphs (款 and 项) separated by a line break. */
  body: string;
}

/** One version of one law, read from one or several files. */
export interface Statute {
  /** As its heading has it, spaces removed. */
  title: string;
  /** Last day of the head block: the version's date. */
  versionOn: Day;
  /** Day on which this version took effect; null where neither its text nor its amendment is known to name it. */
  effectiveOn: Day | null;
  /** Text before the first article, such as the preamble of the constitution. */
  preamble: string;
  articles: Article[];
  /** Annexes after the articles. */
  appendix: string;
}
