import type { Ledger } from '#lib/domain/facts/study.ts';
import { shownHundredths, type EntryOrigin, type SourceKind } from '#lib/domain/hours/entry.ts';
import { totalHundredths } from '#lib/domain/hours/total.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { standing } from './queries.ledger.ts';
import { joined } from './questions.ts';
import { entryOf } from './rows.ts';
import { titleOf } from './rows.titles.ts';

/** An entry that stands, as it is told outside the ledger. */
export interface StandingLine {
  ledger: Ledger;
  sourceKind: SourceKind;
  /** Lesson, event, claim or result of another system; for what was carried over the year before. */
  sourceId: string;
  title: string;
  origin: EntryOrigin;
  /** Day of the event or training, else the day of the entry. */
  on: Day;
  /** What the line shows by itself. */
  hundredths: number;
}

/** Everything that stands in a person's ledgers of a plan year, the latest first. */
export async function standingLines(
  db: Db,
  asked: { personId: string; planYear: number },
): Promise<StandingLine[]> {
  const rows = await standing(db, asked).execute();
  return rows.map((row) => {
    const entry = entryOf(row);
    const { ledger, sourceKind, sourceId, origin } = entry;
    return {
      ...{ ledger, sourceKind, sourceId, origin, title: titleOf(row) },
      on: row.held_on ?? row.claim_held_on ?? row.completed_on ?? shanghaiDay(entry.enteredAt),
      hundredths: shownHundredths(entry, row.minutes_per_hour),
    };
  });
}

/** What a person's ledgers of a plan year come to over some sources alone (`kind:id`), rounded once as a year is. */
export async function totalsOfSources(
  db: Db,
  asked: { personId: string; planYear: number; sources: readonly string[] },
): Promise<Record<Ledger, number>> {
  const wanted = new Set(asked.sources);
  const rows = (await standing(db, asked).execute()).filter((row) =>
    wanted.has(`${row.source_kind}:${row.source_id}`),
  );
  const totalIn = (ledger: Ledger): number =>
    totalHundredths(joined(rows.filter((row) => row.ledger === ledger)));
  return { training: totalIn('training'), credit: totalIn('credit') };
}
