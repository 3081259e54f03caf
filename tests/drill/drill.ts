import { seededRng } from '#lib/domain/shared/rng.ts';
import { freePort } from '../support/ports.ts';
import { examHouse, within, type ExamHouse } from '../support/examHouse.ts';
import type { Settings } from '../support/engines.ts';
import { bureau, publishedLesson } from '../support/lessons.ts';
import { startServer } from '../support/programs.ts';
import { nothingYet } from './acknowledged.ts';
import { Candidate } from './candidate.ts';
import { faultsIn } from './compare.ts';

export interface DrillResult {
  rounds: number;
  answers: number;
  receipts: number;
  lessons: number;
  /** One sentence for each thing that is missing, doubled or changed. */
  faults: string[];
}

export interface DrillOptions {
  rounds: number;
  /** The same seed kills at the same moments; what is under way then depends on the machine. */
  seed: string;
  candidates?: number;
  lessons?: number;
  /** Told after every round. */
  onRound?: (round: number, result: DrillResult) => void;
}

/** The server dies after so many more acknowledgements, however fast the machine; one of as many, by chance. */
const FEWEST = 40;
const MOST = 160;
/** ... and then so many milliseconds at most, by chance, in the middle of whatever is under way. */
const LAST_MS = 40;

/**
 * Kills the built server at random moments under load, starts it again, and compares after every round what it had
 * acknowledged with what is in the database: answers, receipts, completed lessons with their entries.
 */
export async function drill(settings: Settings, options: DrillOptions): Promise<DrillResult> {
  const rng = seededRng(options.seed);
  const { house, lessonIds } = await prepared(settings, options);
  const known = nothingYet();
  const drilled = { examId: house.examId, lessonIds, known, rng };
  const candidates = house.sitters.map((sitter) => new Candidate(sitter, drilled));
  const port = await freePort();
  const result: DrillResult = { rounds: 0, answers: 0, receipts: 0, lessons: 0, faults: [] };
  for (let round = 1; round <= options.rounds && result.faults.length === 0; round += 1) {
    const server = await startServer(settings, { port, env: { LOG_LEVEL: 'error' } });
    let left = FEWEST + Math.floor((MOST - FEWEST) * rng());
    const lastMs = LAST_MS * rng();
    const onStep = () => {
      left -= 1;
      if (left === 0) setTimeout(() => void server.kill(), lastMs);
    };
    await Promise.all(candidates.map((candidate) => candidate.work(server.origin, onStep)))
      .catch((cause: unknown) => {
        throw new Error(`round ${round}; the server said:\n${server.said()}`, { cause });
      })
      .finally(server.kill);
    Object.assign(result, {
      rounds: round,
      answers: [...known.answers.values()].reduce((sum, { revision }) => sum + revision, 0),
      receipts: known.receipts.size,
      lessons: known.lessons.length,
      faults: await within(settings, ({ db }) => faultsIn(db, known)),
    });
    options.onRound?.(round, result);
  }
  return result;
}

async function prepared(
  settings: Settings,
  { candidates = 12, lessons = 20 }: DrillOptions,
): Promise<{ house: ExamHouse; lessonIds: string[] }> {
  const house = await examHouse(settings, { takers: candidates, attemptsAllowed: 1000 });
  const lessonIds = await within(settings, async (world) => {
    const of = await bureau(world);
    const ids: string[] = [];
    for (let n = 0; n < lessons; n += 1)
      ids.push((await publishedLesson(world, of, { title: `课时 ${n + 1}` })).lessonId);
    return ids;
  });
  return { house, lessonIds };
}
