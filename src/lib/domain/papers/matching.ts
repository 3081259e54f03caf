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

/**
 * The rows that explain why others stay short: the short ones and every row that holds a question which one of these
 * could use. All questions that fit these rows are held by them, so together they ask for exactly as many too many
 * as are missing: Hall's condition is broken there, nowhere else, and by no smaller set of rows as much
 * (Dulmage and Mendelsohn 1958). Which rows these are does not depend on the order in which they were filled.
 */
export function overdrawnRows(choices: readonly (readonly number[])[], matching: Matching): number[] {
  const found = new Set(matching.missing.flatMap((missing, row) => (missing > 0 ? [row] : [])));
  for (const row of found) {
    for (const question of choices[row] ?? []) found.add(matching.owner[question] as number);
  }
  return [...found].sort((a, b) => a - b);
}
