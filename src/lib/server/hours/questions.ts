import type { Ledger } from '#lib/domain/facts/study.ts';
import { firstRule, type HourRule, type RuleKind } from '#lib/domain/hours/rule.ts';
import type { Entry } from '#lib/domain/hours/entry.ts';
import { totalHundredths } from '#lib/domain/hours/total.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { lines, type LedgerAsk } from './queries.ledger.ts';
import { ruleOn, sums } from './queries.ts';
import { entryOf, ruleOf } from './rows.ts';

/** Totals of a person's plan year by ledger, in hundredths. */
export async function totalsOf(
  db: Db,
  asked: { personId: string; planYear: number },
): Promise<Record<Ledger, number>> {
  const rows = await sums(db, asked).execute();
  const totalIn = (ledger: Ledger): number =>
    totalHundredths(joined(rows.filter((row) => row.ledger === ledger)));
  return { training: totalIn('training'), credit: totalIn('credit') };
}

/** Sums as PostgreSQL and SQLite give them, apart by length of the 学时 alone: rounding happens once for each. */
export function joined(
  rows: readonly { minutes_per_hour: number | null; seconds: number | null; hundredths: number | null }[],
) {
  const lengths = [...new Set(rows.map((row) => row.minutes_per_hour))];
  return lengths.map((minutesPerHour) => {
    const own = rows.filter((row) => row.minutes_per_hour === minutesPerHour);
    return {
      minutesPerHour,
      seconds: own.reduce((sum, row) => sum + Number(row.seconds ?? 0), 0),
      hundredths: own.reduce((sum, row) => sum + Number(row.hundredths ?? 0), 0),
    };
  });
}

/** Entries of a person's ledger and plan year, the latest first. */
export async function entriesOf(db: Db, asked: LedgerAsk): Promise<Entry[]> {
  return (await lines(db, asked).execute()).map(entryOf);
}

/** The rule that holds on a day, or the one that the installation would start with. */
export async function ruleOnDay(db: Db, sourceKind: RuleKind, day: Day): Promise<HourRule> {
  const row = await ruleOn(db, { sourceKind, day }).executeTakeFirst();
  return row ? ruleOf(row) : firstRule(sourceKind);
}
