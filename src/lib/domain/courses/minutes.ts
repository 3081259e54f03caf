/** Reading no faster than this many characters a minute earns nothing (`product.md`, Credit). */
const FASTEST_CHARACTERS_PER_MINUTE = 600;
/** Pace at which declared study minutes are proposed. */
const STUDY_CHARACTERS_PER_MINUTE = 250;

/** Characters that are read: code points of plain text without white space. */
export function countCharacters(plainText: string): number {
  return [...plainText.replace(/\s+/gu, '')].length;
}

/** Least time a text takes: characters / 600 per minute, in whole seconds, rounded up. */
export function minimumSecondsOf(characters: number): number {
  return Math.ceil((characters * 60) / FASTEST_CHARACTERS_PER_MINUTE);
}

/** Study minutes may never be declared below the minimum time; whole minutes, rounded up, at least one. */
export function leastStudyMinutes(minimumSeconds: number): number {
  return Math.max(1, Math.ceil(minimumSeconds / 60));
}

/**
 * Study minutes that are proposed unless the author says otherwise: characters / 250 per minute, rounded up,
 * and a minute for each check question, never below the minimum time.
 */
export function defaultStudyMinutes(measure: {
  characters: number;
  checkQuestions: number;
  minimumSeconds: number;
}): number {
  const reading = Math.ceil(measure.characters / STUDY_CHARACTERS_PER_MINUTE);
  return Math.max(reading + measure.checkQuestions, leastStudyMinutes(measure.minimumSeconds));
}
