import { listIn } from './lists.ts';
import { valueName } from './names.ts';
import { isClassCode } from '../people/classes.ts';
import type { FigureValue } from './figure.ts';
import { figures, isFigureKey } from './registry/index.ts';

/** A group of fewer people than this is not shown by itself in what leaves the unit. */
export const SMALL_GROUP = 5;

/** One of several sibling groups, whose sum is known. */
export interface Group {
  id: string;
  people: number;
}

/**
 * Groups whose rates and results are left out: those with fewer than five people, and with them the next smallest
 * sibling, so that nothing can be found by subtraction. Empty groups have nothing to hide (product rules, Counting).
 */
export function hiddenGroups(groups: readonly Group[]): ReadonlySet<string> {
  const bySize = groups.filter((group) => group.people > 0).sort((a, b) => a.people - b.people);
  const small = bySize.filter((group) => group.people < SMALL_GROUP);
  if (small.length === 0) return new Set();
  return new Set(bySize.slice(0, small.length + 1).map((group) => group.id));
}

/** True when a group may be shown only as 均, and only where all of it reached what is asked. */
export function isSmall(people: number): boolean {
  return people < SMALL_GROUP;
}

/**
 * Names of values that what leaves the unit does not print: those of the leadership group under five people, and of
 * classes of staff under five with the next smallest class, and those of saved lists that have fewer than five people
 * or leave out fewer than five. Figures of events and of the whole unit stay.
 */
export function hiddenValues(values: ReadonlyMap<string, FigureValue>): ReadonlySet<string> {
  const hidden = new Set<string>();
  const classes = new Map<string, Group[]>();
  for (const [name, value] of values) {
    const [key = '', of = 'all'] = name.split('@');
    if (!isFigureKey(key) || figures[key].rows !== 'people') continue;
    const people = peopleOf(value);
    if (listIn(of) !== null && tellsOfFew(people, values.get(key))) hidden.add(name);
    if (!isClassCode(of)) continue;
    if (of === 'leadership') {
      if (people > 0 && isSmall(people)) hidden.add(name);
      continue;
    }
    classes.set(key, [...(classes.get(key) ?? []), { id: of, people }]);
  }
  for (const [key, groups] of classes) for (const of of hiddenGroups(groups)) hidden.add(valueName(key, of));
  return hidden;
}

function peopleOf({ denominator, due }: FigureValue): number {
  return Math.max(denominator, due);
}

/** True for a list of under five people, and for one beside which under five of the whole are left. */
function tellsOfFew(people: number, whole: FigureValue | undefined): boolean {
  const rest = whole ? peopleOf(whole) - people : 0;
  return (people > 0 && isSmall(people)) || (rest > 0 && isSmall(rest));
}
