import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Citation } from '#lib/domain/statutes/citation.ts';
import { gatherStatutes } from '#lib/domain/statutes/gather.ts';
import { parseStatuteFile } from '#lib/domain/statutes/parse.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';

const folder = join(process.env.XUEFA_SHARED ?? '../shared', 'statutes');

/** Where the law's own texts are not at hand, nothing can be checked against them. */
export const hasLawBook = existsSync(folder);

const nameOf = ({ statuteTitle, articleNumber, effectiveOn }: Citation) =>
  `${statuteTitle} ${articleNumber} ${effectiveOn}`;

/**
 * The articles in force, each found by the citation of its statute, number and the day on which this version took
 * effect: of an amended law that of its last amendment, never that of its first text.
 */
export class LawBook {
  readonly #articles: ReadonlyMap<string, string>;

  constructor() {
    const files = globSync('current/**/*.md', { cwd: folder }).map((path) => ({
      folder: dirname(path),
      name: basename(path),
      file: parseStatuteFile(readFileSync(join(folder, path), 'utf8')),
    }));
    this.#articles = new Map(
      gatherStatutes(files).statutes.flatMap(({ title, effectiveOn, articles }) =>
        articles.map(({ number, body }): [string, string] => [
          nameOf({ statuteTitle: plainTitle(title), articleNumber: number, effectiveOn: effectiveOn ?? '' }),
          body,
        ]),
      ),
    );
  }

  /** Text of the cited article; undefined when no such article took effect on that day. */
  find(citation: Citation): string | undefined {
    return this.#articles.get(nameOf(citation));
  }

  /** The citations that point at nothing. */
  missing(citations: readonly Citation[]): string[] {
    return citations.filter((citation) => this.find(citation) === undefined).map(nameOf);
  }
}

/** Length of the longest run of characters of `text` that stands in the law as well. */
export function longestCommonRun(text: string, law: string): number {
  let best = 0;
  for (let start = 0; start + best < text.length; start += 1) {
    while (start + best < text.length && law.includes(text.slice(start, start + best + 1))) best += 1;
  }
  return best;
}
