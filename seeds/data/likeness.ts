import { stemKey } from '#lib/domain/bank/question.ts';
import type { SeedQuestion } from './written.ts';

function pairsOf(text: string): Set<string> {
  const letters = [...stemKey(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** What a question asks and what is right: by these two it is recognised in other clothes. */
export function shinglesOf({ stem, options, answerKey }: SeedQuestion): Set<string> {
  const right = options.filter(({ id }) => answerKey.includes(id) && id.length === 1 && !'TF'.includes(id));
  return pairsOf([stem, ...right.map(({ text }) => text)].join(''));
}

/** How alike two texts are: shared pairs of characters among all of their pairs (Jaccard), 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 1 : shared / all;
}
