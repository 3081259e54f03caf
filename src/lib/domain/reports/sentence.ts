import { valueName, type Token } from '../figures/names.ts';
import type { ValueTable } from '../figures/figure.ts';
import { printPart } from '../figures/parts.ts';
import { tokensIn, writeToken } from './tokens.ts';
import { typedNumbers } from './typed.ts';

/** A piece of a sentence: plain text, a number bound to its figure, or a number that somebody typed. */
export type Piece =
  | { kind: 'text'; text: string }
  | ({ kind: 'bound'; text: string; was: string | null } & Token)
  | { kind: 'typed'; text: string; at: number };

export type Bound = Extract<Piece, { kind: 'bound' }>;

/** What each token printed when its sentence was last confirmed, by the token as it is stored. */
export type Confirmed = Readonly<Record<string, string>>;

/** Names of values that are not printed in what leaves the unit, since their group is too small. */
export type Hidden = ReadonlySet<string>;

export interface Reading {
  values: ValueTable;
  hidden: Hidden;
  /** Null for a drafted sentence that nobody has confirmed. */
  confirmed: Confirmed | null;
}

/**
 * Cuts a sentence at its tokens `[[key:part]]` or `[[key@class:part]]` and prints each with its value of today; `was`
 * is what it printed when the sentence was confirmed, where that differs. Numbers typed into the text are pieces of
 * their own. Throws RangeError for a figure that does not exist: a sentence never shows a number without its figure.
 */
export function readSentence(sentence: string, { values, hidden, confirmed }: Reading): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { token, from, to } of tokensIn(sentence)) {
    pieces.push(...readText(sentence, at, from));
    const text = printToken(token, values, hidden);
    const before = confirmed?.[writeToken(token)];
    pieces.push({
      kind: 'bound',
      text,
      was: before === undefined || before === text ? null : before,
      ...token,
    });
    at = to;
  }
  return [...pieces, ...readText(sentence, at, sentence.length)];
}

/** What a token prints today; `—` for a group too small to be shown, unless it is the word 均. */
export function printToken(token: Token, values: ValueTable, hidden: Hidden): string {
  const name = valueName(token.key, token.of);
  const value = values.get(name);
  if (!value) throw new RangeError(`no figure for ${writeToken(token)}`);
  return hidden.has(name) && token.part !== 'all' ? '—' : printPart(value, token.part);
}

/** What every token of a sentence prints today, to be kept when it is confirmed. */
export function confirmedNow(sentence: string, values: ValueTable, hidden: Hidden): Confirmed {
  const entries = tokensIn(sentence).map(({ token }) => [
    writeToken(token),
    printToken(token, values, hidden),
  ]);
  return Object.fromEntries(entries) as Confirmed;
}

/** The sentence as it is printed. */
export function printSentence(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function readText(sentence: string, from: number, to: number): Piece[] {
  const text = sentence.slice(from, to);
  const pieces: Piece[] = [];
  let at = 0;
  for (const typed of typedNumbers(text)) {
    if (typed.from > at) pieces.push({ kind: 'text', text: text.slice(at, typed.from) });
    pieces.push({ kind: 'typed', text: text.slice(typed.from, typed.to), at: from + typed.from });
    at = typed.to;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}
