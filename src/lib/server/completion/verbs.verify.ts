import { counterDifferences, standingDifferences, type Difference } from '#lib/domain/completion/compare.ts';
import {
  addCounts,
  counterChanges,
  counterName,
  noCounts,
  type Counts,
} from '#lib/domain/completion/counters.ts';
import type { Standing } from '#lib/domain/completion/standing.ts';
import { asOfDay } from '#lib/domain/completion/year.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { judgedYears } from './queries.hours.ts';
import { faultyReversals } from './queries.ledger.ts';
import { countOwed } from './queries.owed.ts';
import { allCounters, keptStandings } from './queries.standing.ts';
import type { nextPersons } from './queries.year.ts';
import { countsOfRow, standingOf } from './rows.ts';
import { standingsFrom } from './rows.year.ts';

const CHUNK = 200;

/** How many recounts wait for the server: until they are done the counters of those concerned are those of before. */
export async function countRecountsOwed(act: Act): Promise<number> {
  access.require(act, 'completion.verify');
  return Number((await countOwed(act.db).executeTakeFirstOrThrow()).owed);
}

/**
 * Recounts every person from the rows, compares with the standings and counters that are kept, and looks that
 * ledgers add up. Rows are read away from the answering thread; nothing is written.
 */
export async function verifyCounters(act: Act): Promise<Difference[]> {
  access.require(act, 'completion.verify');
  const planYears = (await judgedYears(act.db, 0).execute()).map((one) => one.plan_year);
  const counted = new Map<string, Counts>();
  const differences: Difference[] = [];
  for await (const { personIds, standings } of recounted(act, planYears)) {
    const rows = await keptStandings(act.db, { personIds, planYears }).execute();
    differences.push(...standingDifferences(rows.map(standingOf), standings));
    for (const change of counterChanges([], standings)) {
      const name = counterName(change);
      counted.set(name, addCounts(counted.get(name) ?? noCounts(), change.counts));
    }
  }
  const kept = (await allCounters(act.db).execute()).map((row) => ({
    unitId: row.unit_id,
    planYear: row.plan_year,
    requirementId: row.requirement_id,
    leadership: row.leadership === 1 ? (1 as const) : (0 as const),
    slot: row.slot,
    counts: countsOfRow(row),
  }));
  return [...differences, ...counterDifferences(kept, counted), ...(await ledgerDifferences(act))];
}

/** All persons in portions with their standings as the rows say. */
async function* recounted(
  act: Act,
  planYears: number[],
): AsyncGenerator<{ personIds: string[]; standings: Standing[] }> {
  if (planYears.length === 0) return;
  const today = shanghaiDay(act.now);
  const years = planYears.map((planYear) => ({ planYear, day: asOfDay(planYear, today) }));
  for (let after = ''; ;) {
    const next = await readHeavy<Awaited<ReturnType<typeof nextPersons>>>(
      act.db,
      'completion/queries.year.ts',
      'nextPersons',
      { after, limit: CHUNK, years },
    );
    if (next.personIds.length === 0) return;
    yield {
      personIds: next.personIds,
      standings: next.years.flatMap((rows) => standingsFrom(next.personIds, rows)),
    };
    after = next.personIds[next.personIds.length - 1] ?? '';
  }
}

async function ledgerDifferences(act: Act): Promise<Difference[]> {
  const write = (seconds: number | null, hundredths: number | null) =>
    `${seconds ?? 0} 秒，${hundredths ?? 0} 百分学时`;
  const reversals = await faultyReversals(act.db).execute();
  return reversals.map((row) => ({
    kind: 'ledger',
    subject: `冲销 ${row.id} → ${row.reverses}`,
    kept: write(row.seconds, row.hundredths),
    counted: `应为 ${write(-(row.entry_seconds ?? 0), -(row.entry_hundredths ?? 0))}`,
  }));
}
