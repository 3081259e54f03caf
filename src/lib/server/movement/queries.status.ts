import type { Insertable } from 'kysely';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import { activePost, postOn, unitLabel, unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertStatusChange(db: Db, row: Insertable<Tables['status_change']>) {
  return db.insertInto('status_change').values(row);
}

/** Changes of a person's status, the latest first. */
export function statusChangesOf(db: Db, personId: string) {
  return db
    .selectFrom('status_change')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('day', 'desc')
    .orderBy('entered_at', 'desc')
    .orderBy('id', 'desc');
}

/**
 * Departures whose day has come and which are not settled: of people who hold no post on `today` and do not sit in an
 * exam just now.
 */
export function departuresDue(db: Db, asked: { today: Day; limit: number; personId?: string | undefined }) {
  const due = db
    .selectFrom('status_change')
    .select(['status_change.id', 'status_change.person_id', 'status_change.status', 'status_change.day'])
    .where('status_change.settled_at', 'is', null)
    .where('status_change.day', '<=', asked.today)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('post')
            .select('post.id')
            .whereRef('post.person_id', '=', 'status_change.person_id')
            .where(postOn(asked.today))
            .where(activePost),
        ),
      ),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('attempt')
            .select('attempt.id')
            .whereRef('attempt.person_id', '=', 'status_change.person_id')
            .where('attempt.status', '=', 'open'),
        ),
      ),
    )
    .orderBy('status_change.day')
    .orderBy('status_change.id')
    .limit(asked.limit);
  return asked.personId === undefined ? due : due.where('status_change.person_id', '=', asked.personId);
}

/** Settles a departure once; numUpdatedRows is 0 when another was first. */
export function settleDeparture(db: Db, id: string, now: Instant) {
  return db
    .updateTable('status_change')
    .set({ settled_at: now })
    .where('id', '=', id)
    .where('settled_at', 'is', null);
}

/** Who comes back is no longer leaving. */
export function dropDepartures(db: Db, personId: string, now: Instant) {
  return db
    .updateTable('status_change')
    .set({ settled_at: now })
    .where('person_id', '=', personId)
    .where('settled_at', 'is', null);
}

export interface AwayAsk {
  /** Nothing named: all units (console). */
  unitIds?: readonly string[] | undefined;
  day: Day;
  statuses: readonly string[];
}

function away(db: Db, { unitIds, day, statuses }: AwayAsk) {
  const there = db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .leftJoin('status_change as change', (join) =>
      join
        .onRef('change.person_id', '=', 'post.person_id')
        .onRef('change.status', '=', 'post.status')
        .on('change.day', '<=', day)
        .on((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('status_change as later')
                .select('later.id')
                .whereRef('later.person_id', '=', 'change.person_id')
                .whereRef('later.day', '>', 'change.day')
                .where('later.day', '<=', day),
            ),
          ),
        ),
    )
    .where('post.is_principal', '=', 1)
    .where('post.status', 'in', statuses)
    .where(postOn(day))
    .where(activePost);
  if (unitIds === undefined) return there;
  return there.where('post.home_unit_id', 'in', unitsBelow(db, unitIds, day));
}

/** People who hold a post but are away on a day, those first whose time is over or ends first. */
export function awayRows(db: Db, asked: AwayAsk & { limit: number; offset: number }) {
  return away(db, asked)
    .select(['person.id', 'person.name', unitLabel.as('unit_name'), 'post.status'])
    .select(['change.day', 'change.expected_until', 'change.place', 'change.file_id'])
    .orderBy('change.expected_until', (order) => order.asc().nullsLast())
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function countAway(db: Db, asked: AwayAsk) {
  return away(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** Of those away, how many should be back by now. */
export function countOverdue(db: Db, asked: AwayAsk) {
  return away(db, asked)
    .where('change.expected_until', '<', asked.day)
    .select(({ fn }) => fn.countAll<number>().as('total'));
}
