import { sql, type AliasedRawBuilder } from 'kysely';
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
    .select(['entry.id', 'entry.at', 'entry.actor_kind', 'entry.actor_id', 'entry.actor_name', 'entry.verb'])
    .select(['entry.subject_kind', 'entry.subject_id', 'entry.details', 'entry.request_id'])
    .select(['unit.name as unit_name']);
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

/** What the things behind some identifiers are called today; several may answer for one. */
export function namesBehind(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .unionAll(db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('course').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('module').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('lesson_version').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(
      db
        .selectFrom('lesson_version')
        .select(['lesson_id as id', 'title as name'])
        .where('lesson_id', 'in', ids),
    )
    .unionAll(db.selectFrom('plan').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('event').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('event_series').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('claim').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('import_batch').select(['id', 'file_name as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('blueprint').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('exam').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('question').select(['id', 'code as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('selection').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('file').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('certificate').select(['id', 'number as name']).where('id', 'in', ids))
    .unionAll(
      db
        .selectFrom('attempt')
        .innerJoin('person', 'person.id', 'attempt.person_id')
        .innerJoin('exam', 'exam.id', 'attempt.exam_id')
        .select(['attempt.id', nameOf('exam.title')])
        .where('attempt.id', 'in', ids),
    )
    .unionAll(
      db
        .selectFrom('exemption')
        .innerJoin('person', 'person.id', 'exemption.person_id')
        .innerJoin('exam', 'exam.id', 'exemption.exam_id')
        .select(['exemption.id', nameOf('exam.title')])
        .where('exemption.id', 'in', ids),
    )
    .unionAll(db.selectFrom('requirement').select(['id', 'legal_basis as name']).where('id', 'in', ids))
    .unionAll(
      db
        .selectFrom('waiver')
        .innerJoin('person', 'person.id', 'waiver.person_id')
        .innerJoin('requirement', 'requirement.id', 'waiver.requirement_id')
        .select(['waiver.id', nameOf('requirement.legal_basis')])
        .where('waiver.id', 'in', ids),
    );
}

/** SQL: a person, and of what it is his. */
function nameOf(of: string): AliasedRawBuilder<string, 'name'> {
  return sql<string>`person.name || '（' || ${sql.ref(of)} || '）'`.as('name');
}

/** The engines bind a limited number of values to a statement, and each identifier is asked of many tables. */
const ASKED_AT_ONCE = 500;

/** Names by identifier; what is gone, and what has none, is left out. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<[id: string, name: string][]> {
  const found: [string, string][] = [];
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
    const rows = await namesBehind(db, ids.slice(at, at + ASKED_AT_ONCE)).execute();
    found.push(...rows.map(({ id, name }): [string, string] => [id, name]));
  }
  return found;
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
