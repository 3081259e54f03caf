import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

export interface LogAsk {
  /** Name of who acted, or of the person it was done to; empty for everybody. */
  who: string;
  /** A verb, or a room with a dot behind it; empty for all. */
  deed: string;
  unitId: string;
  from: Instant | null;
  /** Exclusive. */
  to: Instant | null;
  /** Units whose entries may be seen, with those below; null: the whole log. */
  within: readonly string[] | null;
  /** Entries before this one; empty from the newest on. */
  before: string;
  limit: number;
}

/** People of one name; a log is not searched by more than these. */
const MOST_NAMESAKES = 200;

function namesakes(db: Db, name: string) {
  return db.selectFrom('person').select('id').where('name', '=', name).limit(MOST_NAMESAKES);
}

/** Entries of the log, the newest first; ids are in the order of time, so that a page begins where the last ended. */
export async function logPage(db: Db, asked: LogAsk) {
  const people = asked.who === '' ? [] : await namesakes(db, asked.who).execute();
  return entries(db, asked, ['', asked.who, ...people.map((row) => row.id)]).execute();
}

/** Such a page; `ids` are whoever is meant by `who`. */
export function entries(db: Db, asked: LogAsk, ids: readonly string[]) {
  let found = db
    .selectFrom('audit_entry as entry')
    .leftJoin('unit', 'unit.id', 'entry.unit_id')
    .leftJoin('person as subject', (join) =>
      join.onRef('subject.id', '=', 'entry.subject_id').on('entry.subject_kind', '=', 'person'),
    )
    .select(['entry.id', 'entry.at', 'entry.actor_kind', 'entry.actor_id', 'entry.actor_name', 'entry.verb'])
    .select(['entry.subject_kind', 'entry.subject_id', 'entry.details', 'entry.request_id'])
    .select(['unit.name as unit_name', 'subject.name as subject_name']);
  if (asked.who !== '') {
    found = found.where((or) =>
      or.or([
        or('entry.actor_id', 'in', ids),
        or.and([or('entry.subject_kind', '=', 'person'), or('entry.subject_id', 'in', ids)]),
      ]),
    );
  }
  if (asked.deed.endsWith('.')) {
    // A range of the index instead of a pattern: '/' follows '.' in the order of letters.
    found = found
      .where('entry.verb', '>=', asked.deed)
      .where('entry.verb', '<', `${asked.deed.slice(0, -1)}/`);
  } else if (asked.deed !== '') found = found.where('entry.verb', '=', asked.deed);
  if (asked.unitId !== '') found = found.where('entry.unit_id', '=', asked.unitId);
  if (asked.from !== null) found = found.where('entry.at', '>=', asked.from);
  if (asked.to !== null) found = found.where('entry.at', '<', asked.to);
  const { within } = asked;
  if (within !== null) {
    found = found.where('entry.unit_id', 'in', (below) =>
      below
        .selectFrom('unit_closure')
        .select('unit_closure.unit_id')
        .where('unit_closure.ancestor_id', 'in', ['', ...within]),
    );
  }
  if (asked.before !== '') found = found.where('entry.id', '<', asked.before);
  return found.orderBy('entry.id', 'desc').limit(asked.limit);
}

/** Who looked at a person's data, the newest first. */
export function looksAt(db: Db, asked: { personId: string; verbs: readonly string[]; limit: number }) {
  return db
    .selectFrom('audit_entry')
    .select(['at', 'actor_name', 'verb', 'details'])
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', asked.personId)
    .where('verb', 'in', asked.verbs)
    .where('actor_id', '!=', asked.personId)
    .orderBy('id', 'desc')
    .limit(asked.limit);
}

/** The topmost units among some. */
export function topUnits(db: Db, unitIds: readonly string[]) {
  return db
    .selectFrom('unit')
    .select('id')
    .where('id', 'in', ['', ...unitIds])
    .where('parent_id', 'is', null);
}
