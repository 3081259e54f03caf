import { bestOf } from '../exams/candidacy.ts';

/** An attempt with the score that it has now. */
export interface Scored {
  attemptId: string;
  personId: string;
  number: number;
  scoreHundredths: number;
}

/** A score that a regrade moves. */
export interface Move {
  attemptId: string;
  beforeHundredths: number;
  afterHundredths: number;
}

/** What a regrade does to an exam; people by their best attempt. */
export interface Effect {
  /** Ended attempts that met the question. */
  met: number;
  raised: number;
  lowered: number;
  /** People who pass now and did not, and the other way round. */
  passGained: number;
  passLost: number;
  excellentGained: number;
  excellentLost: number;
}

export interface Lines {
  passHundredths: number;
  excellentHundredths: number;
}

/**
 * Counts what a regrade changes.
 * @param attempts every graded attempt of the exam
 * @param moves those whose score changes
 */
export function effectOf(
  met: number,
  attempts: readonly Scored[],
  moves: readonly Move[],
  lines: Lines,
): Effect {
  const after = new Map(moves.map((move) => [move.attemptId, move.afterHundredths]));
  const effect: Effect = {
    met,
    raised: moves.filter((move) => move.afterHundredths > move.beforeHundredths).length,
    lowered: moves.filter((move) => move.afterHundredths < move.beforeHundredths).length,
    ...{ passGained: 0, passLost: 0, excellentGained: 0, excellentLost: 0 },
  };
  for (const own of Map.groupBy(attempts, (attempt) => attempt.personId).values()) {
    if (!own.some((attempt) => after.has(attempt.attemptId))) continue;
    const was = bestOf(own)?.scoreHundredths ?? 0;
    const is =
      bestOf(own.map((one) => ({ ...one, scoreHundredths: after.get(one.attemptId) ?? one.scoreHundredths })))
        ?.scoreHundredths ?? 0;
    const crossed = (line: number) => Number(is >= line) - Number(was >= line);
    effect.passGained += Number(crossed(lines.passHundredths) === 1);
    effect.passLost += Number(crossed(lines.passHundredths) === -1);
    effect.excellentGained += Number(crossed(lines.excellentHundredths) === 1);
    effect.excellentLost += Number(crossed(lines.excellentHundredths) === -1);
  }
  return effect;
}
