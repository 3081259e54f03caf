import type { Decision, KnownPerson, OpenRow, RowKeys } from '#lib/domain/rosters/decide.ts';
import { decideRow } from '#lib/domain/rosters/decide.ts';
import type { Issue } from '#lib/domain/imports/issue.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { PlacedUnit } from '#lib/domain/units/tree.ts';
import type { Db } from '../db/index.ts';
import { classesHeld, knownByKeys } from './queries.ts';

/** A row of a roster with the hashes of its secrets. */
export interface KeyedRow {
  row: OpenRow;
  keys: RowKeys;
}

/** A row with what it would do. */
export interface DecidedRow extends KeyedRow {
  decision: Decision;
}

export interface Reach {
  /** Ids of the units within it. */
  ids: ReadonlySet<string>;
  nameOf(id: string): string;
}

export function reachOver(units: readonly PlacedUnit[]): Reach {
  const names = new Map(units.map((unit) => [unit.id, unit.path.join('/')]));
  return { ids: new Set(names.keys()), nameOf: (id) => names.get(id) ?? '范围以外的单位' };
}

export interface DecideAsk {
  /** Day from which changes hold. */
  day: Day;
  /** Null where the scope was checked before (applying). */
  reach: Reach | null;
}

async function knownPeople(db: Db, keys: readonly RowKeys[], asked: DecideAsk): Promise<KnownPerson[]> {
  const identityHashes = ['', ...keys.flatMap((key) => key.identityHash ?? [])];
  const mobileHashes = ['', ...keys.flatMap((key) => key.mobileHash ?? [])];
  const rows = await knownByKeys(db, { identityHashes, mobileHashes, day: asked.day }).execute();
  const postIds = rows.flatMap((row) => row.post_id ?? []);
  const held = postIds.length === 0 ? [] : await classesHeld(db, postIds, asked.day).execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    identityHash: row.identity_hash,
    mobileHash: row.mobile_hash,
    enteredOn: row.entered_on,
    politicalStatus: row.political_status,
    partyBranch: row.party_branch,
    note: row.note,
    nextFrom: row.next_from,
    post:
      row.post_id === null || row.home_unit_id === null
        ? null
        : {
            id: row.post_id,
            homeUnitId: row.home_unit_id,
            workUnitId: row.work_unit_id,
            title: row.title,
            level: row.level_code,
            rank: row.rank_code,
            staffKind: row.staff_kind,
            status: row.status ?? 'active',
            classes: held.filter((one) => one.post_id === row.post_id).map((one) => one.class_code),
            isInScope: asked.reach === null || asked.reach.ids.has(row.home_unit_id),
          },
  }));
}

/** Someone's whose keys a row names, by those keys: a block of rows looks up each of them at once. */
function byKeys(known: readonly KnownPerson[]): (keys: RowKeys) => KnownPerson[] {
  const found = new Map<string, KnownPerson>();
  for (const one of known) {
    if (one.identityHash !== null) found.set(`i${one.identityHash}`, one);
    if (one.mobileHash !== null) found.set(`m${one.mobileHash}`, one);
  }
  return ({ identityHash, mobileHash }) =>
    [found.get(`i${identityHash}`), found.get(`m${mobileHash}`)].filter((one) => one !== undefined);
}

/** What rows mean for what is recorded now. Rows come in blocks that one query can look up. */
export async function decideRows(
  db: Db,
  rows: readonly KeyedRow[],
  asked: DecideAsk,
): Promise<{ decided: DecidedRow[]; issues: Issue[] }> {
  const known = byKeys(
    await knownPeople(
      db,
      rows.map((one) => one.keys),
      asked,
    ),
  );
  const decided: DecidedRow[] = [];
  const issues: Issue[] = [];
  const nameOf = asked.reach?.nameOf ?? ((id: string) => id);
  for (const { row, keys } of rows) {
    const result = decideRow(row, keys, known(keys), nameOf);
    if ('issue' in result) issues.push(result.issue);
    else decided.push({ row, keys, decision: result.decision });
  }
  return { decided, issues };
}
