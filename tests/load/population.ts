import type { Insertable } from 'kysely';
import { counterChanges } from '#lib/domain/completion/counters.ts';
import { ALL_HOURS, EXAM, NO_MARKS, type Standing } from '#lib/domain/completion/standing.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { addToCounters, writeStandings } from '#lib/server/completion/queries.standing.ts';
import { counterRowOf, rowOf } from '#lib/server/completion/rows.ts';
import { inTransaction, runtimeOf, writeFixed, type Db, type Tables } from '#lib/server/db/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import type { World } from '../support/world.ts';
import { openExam } from './sitting.ts';

/** Units below one. */
const FAN = 20;
const QUESTIONS = 10;
const PEOPLE_PER_UNIT = 100;
/** Rows of one statement on PostgreSQL, and people of one transaction. */
const BATCH = 400;
const CHUNK = 20_000;
const SINCE = { valid_from: '2020-01-01', valid_to: null };

type RowOf<Table extends keyof Tables> = Insertable<Tables[Table]>;

const insertUnits = (db: Db, rows: RowOf<'unit'>[]) => db.insertInto('unit').values(rows);
const insertClosure = (db: Db, rows: RowOf<'unit_closure'>[]) => db.insertInto('unit_closure').values(rows);
const insertPeople = (db: Db, rows: RowOf<'person'>[]) => db.insertInto('person').values(rows);
const insertPosts = (db: Db, rows: RowOf<'post'>[]) => db.insertInto('post').values(rows);
const insertSeats = (db: Db, rows: RowOf<'exam_candidate'>[]) => db.insertInto('exam_candidate').values(rows);
const insertAttempts = (db: Db, rows: RowOf<'attempt'>[]) => db.insertInto('attempt').values(rows);
const insertHours = (db: Db, rows: RowOf<'hour_entry'>[]) => db.insertInto('hour_entry').values(rows);

/** Where the people of a population are examined. */
interface Held {
  examId: string;
  sittingId: string;
}

/**
 * So many people, a hundred to a unit, in a tree with twenty units below each, all on the list of one exam: nine of ten
 * have sat it, each has an entry of hours; their standings of the year as completion keeps them, and the counters that
 * follow from these. Returns the unit at the top. A million take some minutes on SQLite.
 */
export async function populate(world: World, people: number): Promise<string> {
  const ids = Array.from({ length: Math.max(FAN + 1, Math.round(people / PEOPLE_PER_UNIT)) }, () => newId());
  const paths = ids.map((_, index) => pathOf(ids, index));
  await write(world, insertUnits, paths.map(unitRow));
  await write(world, insertClosure, paths.flatMap(closureRows));
  const unitId = ids[0] ?? '';
  const examId = await openExam(world, unitId, QUESTIONS);
  const sitting = await world.db
    .selectFrom('sitting')
    .select('id')
    .where('exam_id', '=', examId)
    .executeTakeFirstOrThrow();
  const held = { examId, sittingId: sitting.id };
  for (let from = 0; from < people; from += CHUNK) {
    const length = Math.min(CHUNK, people - from);
    // Neighbours share a unit: keys come in the order in which an index holds them.
    const chunk = Array.from({ length }, (_, at) => {
      const path = paths[Math.floor(((from + at) * paths.length) / people)] ?? [];
      return personAt(world, from + at, { path, held });
    });
    const standings = chunk.flatMap((one) => one.standings);
    await write(
      world,
      insertPeople,
      chunk.map((one) => one.person),
    );
    await write(
      world,
      insertPosts,
      chunk.map((one) => one.post),
    );
    await write(
      world,
      insertSeats,
      chunk.map((one) => one.seat),
    );
    await write(
      world,
      insertAttempts,
      chunk.flatMap((one) => one.attempts),
    );
    await write(
      world,
      insertHours,
      chunk.map((one) => one.entry),
    );
    await write(
      world,
      writeStandings,
      standings.map((one) => rowOf(one, world.now)),
    );
    await write(world, addToCounters, counterChanges([], standings).map(counterRowOf));
  }
  return unitId;
}

/** The unit first, then all above it. */
function pathOf(ids: string[], index: number): string[] {
  const own = ids[index] ?? '';
  return index === 0 ? [own] : [own, ...pathOf(ids, Math.floor((index - 1) / FAN))];
}

function unitRow([id = '', parentId = null]: (string | null)[], index: number): RowOf<'unit'> {
  return { id: id ?? '', name: `单位${index}`, parent_id: parentId, sort_order: index, ...SINCE };
}

function closureRows(path: string[]): RowOf<'unit_closure'>[] {
  const unitId = path[0] ?? '';
  return path.map((ancestor, depth) => ({ ancestor_id: ancestor, unit_id: unitId, depth, ...SINCE }));
}

function personAt(world: World, index: number, { path: unitPath, held }: { path: string[]; held: Held }) {
  const id = newId();
  const person: RowOf<'person'> = {
    ...{ id, name: `人员${index}`, pinyin: `renyuan${index}`, pinyin_initials: 'ry' },
    ...{ identity_cipher: null, identity_hash: null, identity_last4: null },
    ...{ mobile_cipher: null, mobile_hash: null, mobile_last4: null, entered_on: null },
    ...{ political_status: null, party_branch: null, note: null, batch_id: null },
  };
  const post: RowOf<'post'> = {
    ...{ id: newId(), person_id: id, home_unit_id: unitPath[0] ?? '', work_unit_id: null, title: null },
    ...{ level_code: null, rank_code: null, staff_kind: null, is_principal: 1, counted_in: 'home' },
    ...{ status: 'active', batch_id: null, ...SINCE },
  };
  const place = { personId: id, planYear: planYearOf(world.now), unitPath, leadership: index % 20 === 0 };
  const marks = { present: index % 10 < 9, passed: index % 10 < 8, excellent: index % 10 < 3 };
  const standings: Standing[] = [
    { ...place, requirementId: EXAM, state: 'due', main: marks, best: marks },
    {
      ...{ ...place, requirementId: ALL_HOURS, main: NO_MARKS, best: NO_MARKS },
      state: index % 3 === 0 ? 'due' : 'reached',
    },
  ];
  const seat: RowOf<'exam_candidate'> = {
    ...{ exam_id: held.examId, person_id: id, unit_id: unitPath[0] ?? '', state: 'due' },
    ...{ added_on: shanghaiDay(world.now), origin: 'roster', deferred: 0, reason: null },
  };
  const entry: RowOf<'hour_entry'> = {
    ...{ id: newId(), ledger: 'training', person_id: id, plan_year: place.planYear, source_kind: 'import' },
    ...{
      source_id: id,
      revision: 1,
      seconds: null,
      hundredths: index % 3 === 0 ? 2000 : 4000,
      rule_id: null,
    },
    ...{
      origin: 'import',
      reverses: null,
      reason: null,
      entered_by: 'import',
      entered_at: world.now,
      cut: null,
    },
  };
  return {
    person,
    post,
    standings,
    seat,
    entry,
    attempts: marks.present ? [attemptOf(world, id, { held, marks })] : [],
  };
}

function attemptOf(
  world: World,
  personId: string,
  { held, marks }: { held: Held; marks: { passed: boolean; excellent: boolean } },
): RowOf<'attempt'> {
  const score = marks.excellent ? 950 : marks.passed ? 700 : 300;
  return {
    ...{ id: newId(), exam_id: held.examId, sitting_id: held.sittingId, person_id: personId, number: 1 },
    ...{ status: 'submitted', started_at: world.now, deadline: world.now, ended_at: world.now },
    ...{ seed: '', writer: 1, score_hundredths: score },
  };
}

type Insert<R> = Parameters<typeof writeFixed<[R[]]>>[1];

/** On SQLite a row a statement, prepared once: building the text of many rows costs five times what writing them does. */
async function write<R extends object>(world: World, insert: Insert<R>, rows: R[]): Promise<void> {
  const { sqlite } = runtimeOf(world.db);
  await inTransaction(world.console, async (act) => {
    if (sqlite) {
      const [first] = rows;
      if (!first) return;
      const statement = sqlite.prepare(insert(act.db, [first]).compile().sql);
      for (const row of rows) statement.run(Object.values(row));
      return;
    }
    for (let at = 0; at < rows.length; at += BATCH) {
      await writeFixed(act.db, insert, rows.slice(at, at + BATCH));
    }
  });
}
