import type { Insertable } from 'kysely';
import { counterChanges } from '#lib/domain/completion/counters.ts';
import { ALL_HOURS, EXAM, NO_MARKS, type Standing } from '#lib/domain/completion/standing.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { addToCounters, writeStandings } from '#lib/server/completion/queries.standing.ts';
import { counterRowOf, rowOf } from '#lib/server/completion/rows.ts';
import { inTransaction, writeFixed, type Db, type Tables } from '#lib/server/db/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import type { World } from '../support/world.ts';

/** Units below one. */
const FAN = 20;
const PEOPLE_PER_UNIT = 100;
/** Rows of one statement, and people of one transaction. */
const BATCH = 400;
const CHUNK = 20_000;
const SINCE = { valid_from: '2020-01-01', valid_to: null };

type RowOf<Table extends keyof Tables> = Insertable<Tables[Table]>;

const insertUnits = (db: Db, rows: RowOf<'unit'>[]) => db.insertInto('unit').values(rows);
const insertClosure = (db: Db, rows: RowOf<'unit_closure'>[]) => db.insertInto('unit_closure').values(rows);
const insertPeople = (db: Db, rows: RowOf<'person'>[]) => db.insertInto('person').values(rows);
const insertPosts = (db: Db, rows: RowOf<'post'>[]) => db.insertInto('post').values(rows);

/**
 * So many people, a hundred to a unit, in a tree with twenty units below each; their standings of the year as
 * completion keeps them, and the counters that follow from these. Returns the unit at the top.
 */
export async function populate(world: World, people: number): Promise<string> {
  const ids = Array.from({ length: Math.max(FAN + 1, Math.round(people / PEOPLE_PER_UNIT)) }, () => newId());
  const paths = ids.map((_, index) => pathOf(ids, index));
  const units = paths.map(unitRow);
  await write(world, insertUnits, units);
  await write(world, insertClosure, paths.flatMap(closureRows));
  for (let from = 0; from < people; from += CHUNK) {
    const length = Math.min(CHUNK, people - from);
    const chunk = Array.from({ length }, (_, at) => personAt(world, from + at, paths));
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
      writeStandings,
      standings.map((one) => rowOf(one, world.now)),
    );
    await write(world, addToCounters, counterChanges([], standings).map(counterRowOf));
  }
  return ids[0] ?? '';
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

function personAt(world: World, index: number, paths: string[][]) {
  const id = newId();
  const unitPath = paths[index % paths.length] ?? [];
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
  return { person, post, standings };
}

type Insert<R> = Parameters<typeof writeFixed<[R[]]>>[1];

async function write<R>(world: World, insert: Insert<R>, rows: R[]): Promise<void> {
  await inTransaction(world.console, async (act) => {
    for (let at = 0; at < rows.length; at += BATCH) {
      await writeFixed(act.db, insert, rows.slice(at, at + BATCH));
    }
  });
}
