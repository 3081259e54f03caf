import { isClassCode, staffClasses } from '../people/classes.ts';
import type { FigureDefinition, FigureValue } from './figure.ts';
import { listIn } from './lists.ts';
import { PART_WORDS, printPart, type FigurePart } from './parts.ts';
import { figures, isFigureKey } from './registry/index.ts';

/** A number of a figure: of whom (`all`, a class of staff, a saved list), and which part of it is printed. */
export interface Token {
  key: string;
  of: string;
  part: FigurePart;
}

/** Name of a value in tables: `participation`, `participation@leadership`. */
export function valueName(key: string, of = 'all'): string {
  return of === 'all' ? key : `${key}@${of}`;
}

/** What the registry says of a figure; undefined for one that it does not know, as a sealed one may be. */
export function definitionOf(key: string): FigureDefinition | undefined {
  return isFigureKey(key) ? figures[key] : undefined;
}

/**
 * A number in words, unique in the registry: `参考率`, `参考率·实考`, `领导班子·参考率`; `list` is the saved list of which
 * it speaks, in words.
 */
export function nameToken({ key, of, part }: Token, list?: string): string {
  const definition = definitionOf(key);
  const whose = whoseOf(of, list);
  const name = definition?.name ?? key;
  if (part === plainPart(definition)) return `${whose}${name}`;
  const words = { numerator: definition?.numerator, denominator: definition?.denominator } as const;
  const word = part === 'numerator' || part === 'denominator' ? words[part] : undefined;
  return `${whose}${name}·${word ?? PART_WORDS[part]}`;
}

function whoseOf(of: string, list: string | undefined): string {
  if (listIn(of) !== null) return `${list ?? '名单'}·`;
  return isClassCode(of) ? `${staffClasses[of]}·` : '';
}

/** The part that a figure's name alone stands for. */
export function plainPart(definition: FigureDefinition | undefined): FigurePart {
  if (definition?.measure === 'rate') return 'rate';
  return definition?.measure === 'mean' ? 'mean' : 'numerator';
}

/** Name of a value with whose it is, as it stands in tables. */
export function labelOf(name: string, list?: string): string {
  const [key = '', of = 'all'] = name.split('@');
  return nameToken({ key, of, part: plainPart(definitionOf(key)) }, list);
}

/** A value with the counts behind it: `81.33%（244 / 300）`, `9 次`. */
export function printWhole(value: FigureValue): string {
  const definition = definitionOf(value.key);
  const part = plainPart(definition);
  const text = printPart(value, part);
  if (part === 'rate') return `${text}（${value.numerator} / ${value.denominator}）`;
  const quarters = value.quarters ? `（${value.quarters.join(' / ')}）` : '';
  return `${text} ${definition?.unit ?? ''}${quarters}`.trim();
}
