export interface NamedUnit {
  id: string;
  name: string;
  /** Names from the top of the tree down to its own. */
  path: readonly string[];
}

/** What was written of units: those meant, and what means none or several, with the nearest names. */
export interface Naming {
  ids: string[];
  unclear: { text: string; candidates: string[] }[];
}

/** So many names are offered for one that is unclear. */
const MOST_OFFERED = 6;

/** Separates names: new lines and the marks with which Chinese lists things. */
const BETWEEN = /[\n;；、，,]/u;

/**
 * Units that a text names, by their name, by the end of their path (`东门街道 / 执法队`), or by a part of the name that
 * only one unit has.
 */
export function unitsNamed(text: string, units: readonly NamedUnit[]): Naming {
  const wanted = text.split(BETWEEN).map(plain);
  const naming: Naming = { ids: [], unclear: [] };
  for (const one of new Set(wanted.filter((part) => part !== ''))) {
    const found = meant(one, units);
    const [unit] = found;
    if (unit && found.length === 1) naming.ids.push(unit.id);
    else naming.unclear.push({ text: one, candidates: found.slice(0, MOST_OFFERED).map(pathText) });
  }
  return { ...naming, ids: [...new Set(naming.ids)] };
}

function meant(text: string, units: readonly NamedUnit[]): NamedUnit[] {
  const exact = units.filter((unit) => unit.name === text);
  if (exact.length > 0) return exact;
  const ending = units.filter((unit) => `/${unit.path.join('/')}`.endsWith(`/${text}`));
  if (ending.length > 0) return ending;
  return units.filter((unit) => unit.name.includes(text));
}

function pathText(unit: NamedUnit): string {
  return unit.path.join(' / ');
}

function plain(text: string): string {
  return text.trim().replace(/\s*\/\s*/gu, '/');
}

/** A sentence about what is unclear; null when everything is clear. */
export function namingFault({ unclear }: Naming): string | null {
  const [first] = unclear;
  if (!first) return null;
  if (first.candidates.length === 0) return `没有找到“${first.text}”，请核对名称，或只写名称中的几个字。`;
  return `“${first.text}”对应几个单位，请写清是哪一个：${first.candidates.join('；')}。`;
}
