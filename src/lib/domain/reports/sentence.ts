import type { FigureValue } from './figure.ts';
import { isFigurePart, printPart, type FigurePart } from './parts.ts';

/** A piece of a sentence: plain text, or a number bound to its figure. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'bound'; text: string; key: string; group: 'all' | 'leadership'; part: FigurePart };

/** Values by `key` or `key@leadership`. */
export type ValueTable = ReadonlyMap<string, FigureValue>;

/** Name of a value in sentences and tables: `participation`, `participation@leadership`. */
export function valueName(key: string, group: 'all' | 'leadership'): string {
  return group === 'all' ? key : `${key}@${group}`;
}

/** Table of values by their names. */
export function valueTable(values: readonly FigureValue[]): ValueTable {
  return new Map(values.map((value) => [valueName(value.key, value.group), value]));
}

const TOKEN = /\[\[([a-zA-Z]+)(@leadership)?:([a-zA-Z]+)\]\]/g;

/**
 * Cuts a sentence at its tokens `[[key:part]]` or `[[key@leadership:part]]` and prints each with its value.
 * Throws RangeError for a figure or part that does not exist: a sentence never shows a number without its figure.
 */
export function readSentence(sentence: string, values: ValueTable): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of sentence.matchAll(TOKEN)) {
    const [token, key = '', leadership, part = ''] = match;
    const group = leadership ? 'leadership' : 'all';
    const value = values.get(valueName(key, group));
    if (!value || !isFigurePart(part)) throw new RangeError(`no figure for ${token}`);
    if (match.index > at) pieces.push({ kind: 'text', text: sentence.slice(at, match.index) });
    pieces.push({ kind: 'bound', text: printPart(value, part), key, group, part });
    at = match.index + token.length;
  }
  if (at < sentence.length) pieces.push({ kind: 'text', text: sentence.slice(at) });
  return pieces;
}

/** The sentence as it is printed. */
export function printSentence(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}
