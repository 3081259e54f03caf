/** One of the people whose name may have been written. */
export interface Named {
  personId: string;
  name: string;
  unitName: string;
}

export interface Matching {
  /** Exactly one person within scope bears the name. */
  matched: Named[];
  /** Several do: somebody must say who is meant. */
  ambiguous: { name: string; candidates: Named[] }[];
  /** Nobody does. */
  unknown: string[];
}

/** Names of a pasted list: one a line or parted by 、 , ; blanks; blanks within two-character names are closed. */
export function parseNames(text: string): string[] {
  const closed = text.replace(
    /(^|[\n、,，;；\t])\s*(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=\s*($|[\n、,，;；\t]))/gu,
    '$1$2$3',
  );
  const names = closed
    .split(/[\s、,，;；]+/u)
    .map((name) => name.replace(/^\d+[.．)）]?/u, ''))
    .filter((name) => name !== '');
  return [...new Set(names)];
}

/** Finds pasted names among the people within scope. Never guesses: a name borne by several is handed back. */
export function matchNames(names: readonly string[], people: readonly Named[]): Matching {
  const matching: Matching = { matched: [], ambiguous: [], unknown: [] };
  for (const name of names) {
    const candidates = people.filter((person) => person.name === name);
    const [only] = candidates;
    if (only === undefined) matching.unknown.push(name);
    else if (candidates.length === 1) matching.matched.push(only);
    else matching.ambiguous.push({ name, candidates });
  }
  return matching;
}
