/** A unit as a place in the tree of one day. */
export interface UnitNode {
  id: string;
  name: string;
  parentId: string | null;
  sortOrder: number;
}

export interface PlacedUnit extends UnitNode {
  /** 0 for a unit whose parent is not among those given. */
  depth: number;
  /** Names from the top to the unit itself. */
  path: string[];
}

/** Units in the order in which a tree is read: a parent, then its children by sort order and name. */
export function placeUnits(units: readonly UnitNode[]): PlacedUnit[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, UnitNode[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const inOrder = (a: UnitNode, b: UnitNode) => a.sortOrder - b.sortOrder || (a.name < b.name ? -1 : 1);
  const placed: PlacedUnit[] = [];
  const place = (parent: string | null, above: string[]): void => {
    for (const unit of (children.get(parent) ?? []).sort(inOrder)) {
      const path = [...above, unit.name];
      placed.push({ ...unit, depth: above.length, path });
      place(unit.id, path);
    }
  };
  place(null, []);
  return placed;
}

export type UnitAnswer =
  | { kind: 'found'; unit: PlacedUnit }
  | { kind: 'unknown'; similar: string | null }
  | { kind: 'ambiguous'; paths: string[] };

/** Marks that people put between the names of a path. */
const BETWEEN = /[/／\\＼>＞]+/;

function endsWith(path: readonly string[], names: readonly string[]): boolean {
  const from = path.length - names.length;
  return from >= 0 && names.every((name, at) => path[from + at] === name);
}

export type UnitFinder = (written: string) => UnitAnswer;

/** Finds units of a tree by what people write; for many questions about one tree, since it remembers its answers. */
export function unitFinder(units: readonly PlacedUnit[]): UnitFinder {
  const named = new Map<string, PlacedUnit[]>();
  for (const unit of units) {
    const namesakes = named.get(unit.name);
    if (namesakes) namesakes.push(unit);
    else named.set(unit.name, [unit]);
  }
  const answers = new Map<string, UnitAnswer>();
  return (written) => {
    const known = answers.get(written);
    if (known) return known;
    const answer = answerTo(written, units, named);
    answers.set(written, answer);
    return answer;
  };
}

function answerTo(
  written: string,
  units: readonly PlacedUnit[],
  named: ReadonlyMap<string, PlacedUnit[]>,
): UnitAnswer {
  const names = written
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return { kind: 'unknown', similar: null };
  const last = names[names.length - 1] ?? '';
  const found = (named.get(last) ?? []).filter((unit) => endsWith(unit.path, names));
  const whole = found.filter((unit) => unit.path.length === names.length);
  const [unit, another] = whole.length === 1 ? whole : found;
  if (unit && !another) return { kind: 'found', unit };
  if (another) return { kind: 'ambiguous', paths: found.map((one) => one.path.join('/')) };
  const similar = units.find(
    (one) => last.length > 1 && (one.name.includes(last) || last.includes(one.name)),
  );
  return { kind: 'unknown', similar: similar ? similar.path.join('/') : null };
}

/**
 * The unit that a person means by a name, or by names from above to below (`区政府/司法局/普法科`).
 * A name that occurs once is enough; the whole path always is. `similar` helps to mend a slip.
 */
export function findUnit(units: readonly PlacedUnit[], written: string): UnitAnswer {
  return unitFinder(units)(written);
}
