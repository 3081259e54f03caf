import { askFixed, writeFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { attempts, candidacies, leadersOnRoster, type PeopleIn } from './queries.exams.ts';
import { keptExamStandings, takeTurns } from './queries.standing.ts';
import { standingOf } from './rows.ts';
import { examStandingsFrom } from './rows.year.ts';
import { keep } from './verbs.recount.ts';

/** So many persons are judged by one set of statements; each number of them has statements of its own. */
const CHUNK = 20;

/**
 * Judges persons anew in the exams of one plan year from the rows as they stand within the act's transaction, and moves
 * the counters by the difference. What an exam does moves no hours, so this asks less than half of what `recount` asks.
 */
export async function recountExams(act: Act, { personIds, planYear }: PeopleIn): Promise<void> {
  const distinct = [...new Set(personIds)].sort();
  for (let at = 0; at < distinct.length; at += CHUNK) {
    await recountChunk(act, { personIds: distinct.slice(at, at + CHUNK), planYear });
  }
}

async function recountChunk(act: Act, of: PeopleIn): Promise<void> {
  await writeFixed(act.db, takeTurns, of.personIds);
  const before = (await askFixed(act.db, keptExamStandings, of)).map(standingOf);
  const after = examStandingsFrom(of, {
    candidacies: await askFixed(act.db, candidacies, of),
    attempts: await askFixed(act.db, attempts, of),
    leaders: await askFixed(act.db, leadersOnRoster, of),
  });
  await keep(act, before, after);
}
