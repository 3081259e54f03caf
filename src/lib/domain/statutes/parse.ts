import { articleNumberText, ordinalOf, parseArticleNumber } from './number.ts';
import { chineseNumber, NUMERAL } from './numerals.ts';
import { isAmending } from './title.ts';
import type { Article } from './statute.ts';

/** What one Markdown file of a law holds. */
export interface StatuteFile {
  title: string;
  /** Lines between the title and the text: by whom and when it was passed and amended. */
  head: string;
  preamble: string;
  articles: Article[];
  appendix: string;
}

type Section = 'head' | 'preamble' | 'articles' | 'appendix';

const HEADING = /^(#{1,6})(?:\s+(.*))?$/u;
const COMMENT = /<!--[\s\S]*?-->/gu;
const END_OF_HEAD = '<!-- INFO END -->';
const ARTICLE = new RegExp(
  `^(?:\\*\\*)?(第(?:${NUMERAL}|\\d{1,4})条(?:之${NUMERAL})?)(?:\\*\\*)?(?:\\s+(.*))?$`,
  'u',
);
const POINT = new RegExp(`^(${NUMERAL})、(.*)$`, 'u');
const NUMBERED_HEADING = new RegExp(`^(第${NUMERAL}(?:分编|编|章|节))(.*)$`, 'u');
const ANNEX = /^附(?:件|录|表)/u;

/** `第一章 总　则` and `第一章 总 则` both become `第一章 总则`. */
function headingText(raw: string): string {
  const bare = raw.replace(/\s/gu, '');
  const match = NUMBERED_HEADING.exec(bare);
  return match?.[2] ? `${match[1]} ${match[2]}` : bare;
}

/**
 * Reads a law in the Markdown of LawRefBook: `# title`, head lines, `<!-- INFO END -->` (may be missing), headings of
 * any depth for parts, chapters and sections, and paragraphs, of which those that open with 第…条 begin an article.
 *
 * A line that opens with an article number counts as an article only where it carries the law forward, so that a law
 * that quotes another does not gain its articles; in a text that amends, only the very next number counts. Decisions
 * without articles are read by their points: 一、 becomes 第一条.
 */
export function parseStatuteFile(markdown: string): StatuteFile {
  return new Reader(markdown).read();
}

class Reader {
  readonly #lines: string[];
  readonly #hasEnd: boolean;
  readonly #byPoints: boolean;
  readonly #texts: Record<Exclude<Section, 'articles'>, string[]> = { head: [], preamble: [], appendix: [] };
  readonly #articles: (Article & { paragraphs: string[] })[] = [];
  readonly #headings: string[] = [];
  #section: Section = 'head';
  #title = '';

  constructor(markdown: string) {
    this.#hasEnd = markdown.includes(END_OF_HEAD);
    this.#lines = markdown
      .replaceAll(END_OF_HEAD, '\u0000')
      .replace(COMMENT, '')
      .split(/\r?\n/u)
      .map((line) => line.replace(/[\u200b\ufeff]/gu, '').trim());
    this.#byPoints =
      !this.#lines.some((line) => ARTICLE.test(line)) && this.#lines.some((line) => POINT.test(line));
  }

  read(): StatuteFile {
    for (const line of this.#lines) if (line !== '') this.#take(line);
    return {
      title: this.#title,
      head: this.#texts.head.join('\n'),
      preamble: this.#texts.preamble.join('\n'),
      articles: this.#articles.map(({ paragraphs, ...article }) => ({
        ...article,
        body: paragraphs.join('\n'),
      })),
      appendix: this.#texts.appendix.join('\n'),
    };
  }

  #take(line: string): void {
    const heading = HEADING.exec(line);
    if (line === '\u0000') this.#section = 'preamble';
    else if (heading) this.#takeHeading(heading[1]?.length ?? 1, headingText(heading[2] ?? ''));
    else if (!this.#takeArticle(line)) this.#takeText(line);
  }

  #takeHeading(depth: number, text: string): void {
    if (text === '') return;
    if (this.#title === '') {
      this.#title = text;
      return;
    }
    if (ANNEX.test(text)) {
      this.#section = 'appendix';
      this.#texts.appendix.push(text);
      return;
    }
    if (this.#section === 'head' && !this.#hasEnd) this.#section = 'preamble';
    this.#headings.length = Math.min(this.#headings.length, depth - 1);
    while (this.#headings.length < depth - 1) this.#headings.push('');
    this.#headings.push(text);
  }

  #takeArticle(line: string): boolean {
    const opening = this.#byPoints ? this.#pointOf(line) : ARTICLE.exec(line)?.slice(1);
    const number = parseArticleNumber(opening?.[0] ?? '');
    if (!number || this.#section === 'appendix' || (this.#section === 'head' && this.#hasEnd)) return false;
    const ordinal = ordinalOf(number);
    if (!this.#carriesForward(ordinal, number.main)) return false;
    this.#section = 'articles';
    this.#articles.push({
      number: articleNumberText(number),
      ordinal,
      chapter: this.#headings.filter((heading) => heading !== '').join(' · '),
      body: '',
      paragraphs: opening?.[1] ? [opening[1]] : [],
    });
    return true;
  }

  #pointOf(line: string): string[] | undefined {
    const match = POINT.exec(line);
    if (!match?.[1] || chineseNumber(match[1]) === null) return undefined;
    return [`第${match[1]}条`, match[2]?.trim() ?? ''];
  }

  #carriesForward(ordinal: number, main: number): boolean {
    const last = this.#articles.at(-1);
    if (!last) return true;
    const lastMain = Math.floor(last.ordinal / 100);
    if (isAmending(this.#title) || this.#byPoints)
      return main === lastMain + 1 || (main === lastMain && ordinal > last.ordinal);
    return ordinal > last.ordinal;
  }

  #takeText(line: string): void {
    if (this.#section === 'articles') this.#articles.at(-1)?.paragraphs.push(line);
    else this.#texts[this.#section].push(line);
  }
}
