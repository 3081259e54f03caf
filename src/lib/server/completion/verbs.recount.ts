import type { CompiledQuery } from 'kysely';
import { counterChanges } from '#lib/domain/completion/counters.ts';
import { isSameStanding, standingKey, type Standing } from '#lib/domain/completion/standing.ts';
import { asOfDay } from '#lib/domain/completion/year.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { askFixed, writeFixed, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import {
  addToCounters,
  keptStandings,
  removeStanding,
  takeTurns,
  writeStandings,
} from './queries.standing.ts';
import { yearRows, type Ask } from './queries.year.ts';
import { counterRowOf, rowOf, standingOf } from './rows.ts';
import { standingsFrom } from './rows.year.ts';

/** So many persons are judged by one set of statements. */
const CHUNK = 200;
/** Rows of one statement; both engines bear far more, a long statement bears no witness. */
const ROWS = 400;
const FEW = 20;

type Write<Row> = (db: Db, rows: Row[]) => { compile(): CompiledQuery; execute(): Promise<unknown> };

/**
 * Judges persons anew in these plan years from the rows as they stand within the act's transaction, and moves the
 * counters by the difference. Repeating it changes nothing.
 */
export async function recount(act: Act, personIds: readonly string[], planYears: number[]): Promise<void> {
  const distinct = [...new Set(personIds)].sort();
  if (planYears.length === 0) return;
  for (let at = 0; at < distinct.length; at += CHUNK) {
    await recountChunk(act, distinct.slice(at, at + CHUNK), planYears);
  }
}

/** By statements that are compiled already, as the many questions about one person or a few want it. */
const compiled: Ask = (db, query, asked) => askFixed(db, query, asked);

async function recountChunk(act: Act, personIds: string[], planYears: number[]): Promise<void> {
  await takeTurnsOf(act.db, personIds);
  const before = (await keptOf(act.db, { personIds, planYears })).map(standingOf);
  const ask = personIds.length <= FEW ? compiled : undefined;
  const after: Standing[] = [];
  for (const planYear of planYears) {
    const day = asOfDay(planYear, shanghaiDay(act.now));
    after.push(...standingsFrom(personIds, await yearRows(act.db, { personIds, planYear, day }, ask)));
  }
  await keep(act, before, after);
}

/** A few persons, as one person's act names them, go by statements that are compiled already. */
async function takeTurnsOf(db: Db, personIds: string[]): Promise<void> {
  if (personIds.length <= FEW) await writeFixed(db, takeTurns, personIds);
  else await takeTurns(db, personIds).execute();
}

function keptOf(db: Db, asked: { personIds: string[]; planYears: number[] }) {
  return asked.personIds.length <= FEW
    ? askFixed(db, keptStandings, asked)
    : keptStandings(db, asked).execute();
}

/** Writes what changed from `before` to `after`, and moves the counters by the difference. */
export async function keep(act: Act, before: Standing[], after: Standing[]): Promise<void> {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const current = new Set(after.map(keyOf));
  const changed = after.filter((one) => {
    const was = old.get(keyOf(one));
    return !was || !isSameStanding(was, one);
  });
  for (const rows of portions(changed.map((one) => rowOf(one, act.now)))) {
    await write(act.db, writeStandings, rows);
  }
  for (const one of before.filter((was) => !current.has(keyOf(was)))) {
    await removeStanding(act.db, one).execute();
  }
  for (const rows of portions(counterChanges(before, after).map(counterRowOf))) {
    await write(act.db, addToCounters, rows);
  }
}

async function write<Row>(db: Db, query: Write<Row>, rows: Row[]): Promise<void> {
  if (rows.length <= FEW) await writeFixed(db, query, rows);
  else await query(db, rows).execute();
}

function keyOf(standing: Standing): string {
  return `${standing.personId}/${standingKey(standing)}`;
}

function portions<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS);
  return Array.from({ length: count }, (_, at) => rows.slice(at * ROWS, (at + 1) * ROWS));
}
