import { nameToken, valueName, type Token } from '../figures/names.ts';
import { figureKeys, figures } from '../figures/registry/index.ts';
import type { FigureDefinition, ValueTable } from '../figures/figure.ts';
import { printToken, type Hidden } from './sentence.ts';
import type { FigurePart } from '../figures/parts.ts';

/** A figure's number that may stand in place of a typed one. */
export interface Offer {
  token: Token;
  name: string;
  /** Where the number stands within the typed text; what is before and after it stays. */
  from: number;
  to: number;
}

/** Parts that make sense for a figure. */
export function partsOf(definition: FigureDefinition, hasQuarters: boolean): FigurePart[] {
  switch (definition.measure) {
    case 'rate':
      return definition.key === 'passing'
        ? ['rate', 'ofDue', 'numerator', 'denominator', 'rest', 'all']
        : ['rate', 'numerator', 'denominator', 'rest', 'all'];
    case 'mean':
      return ['mean', 'denominator'];
    default:
      return ['numerator', 'about', ...(hasQuarters ? (['q1', 'q2', 'q3', 'q4'] as const) : [])];
  }
}

interface Known {
  values: ValueTable;
  hidden: Hidden;
}

/** Every number that a sentence may bind, with its name and what it prints today; hidden groups are left out. */
export function tokensKnown({ values, hidden }: Known): { token: Token; name: string; printed: string }[] {
  return figureKeys.flatMap((key) =>
    [...values.keys()]
      .filter((name) => name.split('@')[0] === key && !hidden.has(name))
      .flatMap((name) => {
        const of = name.split('@')[1] ?? 'all';
        const hasQuarters = values.get(valueName(key, of))?.quarters !== undefined;
        return partsOf(figures[key], hasQuarters).map((part) => {
          const token = { key, of, part };
          const list = values.get(name)?.list;
          return { token, name: nameToken(token, list), printed: printToken(token, values, hidden) };
        });
      }),
  );
}

/** Figures that print the same number as a typed text; the measure word after it stays text. */
export function offersFor(typed: string, known: Known): Offer[] {
  const number = /[0-9][0-9,.]*(?:[万千百]?[余多]|[万千百])?%?|[百千万][余多]/.exec(typed);
  if (!number) return [];
  const asked = number[0].replaceAll(',', '').replace('多', '余');
  const span = { from: number.index, to: number.index + number[0].length };
  return tokensKnown(known)
    .filter(({ printed }) => printed === asked)
    .map(({ token, name }) => ({ token, name, ...span }));
}
