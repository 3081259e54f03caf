import type { CandidateState, SittingKind } from '#lib/domain/exams/sitting.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { attemptsOfYear, examsOfYear, scoresOf } from './queries.results.ts';

/** A marked attempt, with what its paper was worth. */
export interface MarkedAttempt {
  attemptId: string;
  number: number;
  sitting: SittingKind;
  endedAt: Instant;
  scoreHundredths: number;
  fullHundredths: number;
  questions: number;
}

/** One exam of a year as it went for one person. */
export interface YearResult {
  title: string;
  /** Title of the blueprint from which papers are drawn. */
  paper: string;
  /** The unit that holds the exam. */
  organiser: string;
  opensAt: Instant;
  /** End of the last window. */
  closesAt: Instant;
  passHundredths: number;
  excellentHundredths: number;
  /** `outside` for somebody who sat without being listed. */
  candidateState: CandidateState;
  isDeferred: boolean;
  /** An attempt is under way. */
  isSitting: boolean;
  attempts: MarkedAttempt[];
}

/** A person's published exams of a plan year, the earliest first, with his marked attempts. */
export async function resultsOf(
  db: Db,
  asked: { personId: string; planYear: number },
): Promise<YearResult[]> {
  const attempts = await attemptsOfYear(db, asked).execute();
  const rows = await examsOfYear(db, asked).execute();
  return rows.map((row) => {
    const own = attempts.filter((attempt) => attempt.exam_id === row.id);
    return {
      ...{ title: row.title, paper: row.paper, organiser: row.organiser },
      ...{ opensAt: row.opens_at, closesAt: row.closes_at },
      ...{ passHundredths: row.pass_hundredths, excellentHundredths: row.excellent_hundredths },
      candidateState: row.state ?? 'outside',
      isDeferred: row.deferred === 1,
      isSitting: own.some((attempt) => attempt.status === 'open'),
      attempts: own.flatMap(markedOf),
    };
  });
}

function markedOf(row: {
  id: string;
  number: number;
  kind: SittingKind;
  ended_at: string | null;
  score_hundredths: number | null;
  points: number | null;
  items: number | null;
}): MarkedAttempt[] {
  if (row.ended_at === null || row.score_hundredths === null) return [];
  return [
    {
      ...{ attemptId: row.id, number: row.number, sitting: row.kind, endedAt: row.ended_at },
      scoreHundredths: row.score_hundredths,
      fullHundredths: Number(row.points ?? 0),
      questions: Number(row.items ?? 0),
    },
  ];
}

/** Scores of attempts as they count today; one whose exam was cancelled since has none. */
export async function currentScores(db: Db, attemptIds: readonly string[]): Promise<Map<string, number>> {
  if (attemptIds.length === 0) return new Map();
  const rows = await scoresOf(db, attemptIds).execute();
  return new Map(
    rows.flatMap((row) => (row.score_hundredths === null ? [] : [[row.id, row.score_hundredths]])),
  );
}
