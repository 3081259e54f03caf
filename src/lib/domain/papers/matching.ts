/**
 * Maximum matching of rows with a capacity to questions, by augmenting paths (Kuhn 1955): a row that finds no free
 * question asks for one that another row can exchange. Once a place of a row is filled it stays filled, so rows are
 * short only when no assignment of questions could do better.
 */
export interface Matching {
  /** Question index → row index, or -1. */
  owner: Int32Array;
  /** Row index → places that stayed empty. */
  missing: number[];
}

/**
 * @param choices row index → indexes of the questions that may fill it, in the order in which they are tried
 * @param capacities row index → number of places
 * @param questions number of questions
 */
export function match(
  choices: readonly (readonly number[])[],
  capacities: readonly number[],
  questions: number,
): Matching {
  const owner = new Int32Array(questions).fill(-1);
  const missing = capacities.map(() => 0);
  capacities.forEach((capacity, row) => {
    for (let place = 0; place < capacity; place += 1) {
      if (augment(row, choices, owner, new Set())) continue;
      // No path now means none later: what is matched stays matched.
      missing[row] = capacity - place;
      return;
    }
  });
  return { owner, missing };
}

/** Gives `row` one more question, moving questions between rows where needed; false when none can be had. */
function augment(
  row: number,
  choices: readonly (readonly number[])[],
  owner: Int32Array,
  asked: Set<number>,
): boolean {
  asked.add(row);
  const own = choices[row] ?? [];
  const free = own.find((question) => owner[question] === -1);
  if (free !== undefined) {
    owner[free] = row;
    return true;
  }
  for (const question of own) {
    const holder = owner[question] as number;
    if (asked.has(holder) || !augment(holder, choices, owner, asked)) continue;
    owner[question] = row;
    return true;
  }
  return false;
}

/** Rows that compete with `row`: itself and every row holding a question that they, in turn, could use. */
export function competingRows(
  row: number,
  choices: readonly (readonly number[])[],
  owner: Int32Array,
): number[] {
  const found = new Set([row]);
  for (const one of found) {
    for (const question of choices[one] ?? []) {
      const holder = owner[question] as number;
      if (holder !== -1) found.add(holder);
    }
  }
  return [...found].sort((a, b) => a - b);
}
