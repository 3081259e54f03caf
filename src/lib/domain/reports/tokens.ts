import { isClassCode, staffClasses } from '../people/classes.ts';
import { isFigurePart, PART_WORDS, type FigurePart } from './parts.ts';
import { figures, isFigureKey } from './figures/index.ts';
import type { FigureDefinition } from './figure.ts';

/** A number in a sentence: which figure, of whom (`all` or a class of staff), and which part of it is printed. */
export interface Token {
  key: string;
  of: string;
  part: FigurePart;
}

const TOKEN = /\[\[([a-zA-Z]+)(?:@([a-z]+))?:([a-zA-Z0-9]+)\]\]/g;
const NAMED = /【([^【】]+)】/g;

/** Name of a value in tables: `participation`, `participation@leadership`. */
export function valueName(key: string, of = 'all'): string {
  return of === 'all' ? key : `${key}@${of}`;
}

/** The token as it is stored in a sentence: `[[participation@leadership:rate]]`. */
export function writeToken({ key, of, part }: Token): string {
  return `[[${valueName(key, of)}:${part}]]`;
}

/** Where tokens stand in a stored sentence; unknown parts are left as text. */
export function tokensIn(text: string): { token: Token; from: number; to: number }[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const [whole, key = '', of = 'all', part = ''] = match;
    if (!isFigurePart(part)) return [];
    return [{ token: { key, of, part }, from: match.index, to: match.index + whole.length }];
  });
}

/** A token in words, unique in the registry: `参考率`, `参考率·实考`, `领导班子·参考率`. */
export function nameToken({ key, of, part }: Token): string {
  const definition: FigureDefinition | undefined = isFigureKey(key) ? figures[key] : undefined;
  const whose = isClassCode(of) ? `${staffClasses[of]}·` : '';
  const name = definition?.name ?? key;
  if (part === plainPart(definition)) return `${whose}${name}`;
  const words = { numerator: definition?.numerator, denominator: definition?.denominator } as const;
  const word = part === 'numerator' || part === 'denominator' ? words[part] : undefined;
  return `${whose}${name}·${word ?? PART_WORDS[part]}`;
}

/** The part that a figure's name alone stands for. */
export function plainPart(definition: FigureDefinition | undefined): FigurePart {
  if (definition?.measure === 'rate') return 'rate';
  return definition?.measure === 'mean' ? 'mean' : 'numerator';
}

/** A stored sentence as it is edited: each token as its name in 【】. */
export function nameTokens(text: string): string {
  const found = tokensIn(text);
  return found.reduceRight(
    (written, { token, from, to }) => `${written.slice(0, from)}【${nameToken(token)}】${written.slice(to)}`,
    text,
  );
}

/** An edited sentence as it is stored; names that stand for nothing are answered beside it. */
export function readNames(written: string, known: readonly Token[]): { text: string; unknown: string[] } {
  const byName = new Map(known.map((token) => [nameToken(token), token]));
  const unknown: string[] = [];
  const text = written.replace(NAMED, (whole, name: string) => {
    const token = byName.get(name.trim());
    if (token) return writeToken(token);
    unknown.push(name.trim());
    return whole;
  });
  return { text, unknown };
}
