import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** The next openings from before a moment that still have spans of reading, a place, or no check that names them. */
export function oldOpenings(db: Db, asked: { before: Instant; limit: number }) {
  return db
    .selectFrom('opening')
    .select('opening.id')
    .select((one) =>
      one
        .selectFrom('check_attempt')
        .select((checks) => checks.fn.countAll<number>().as('checks'))
        .whereRef('check_attempt.opening_id', '=', 'opening.id')
        .as('checks'),
    )
    .where('opening.opened_at', '<', asked.before)
    .where((or) => {
      const of = (table: 'reading_span' | 'reading_place' | 'check_attempt') =>
        or.selectFrom(table).select('opening_id').whereRef('opening_id', '=', 'opening.id');
      return or.or([
        or.exists(of('reading_span')),
        or.exists(of('reading_place')),
        or.not(or.exists(of('check_attempt'))),
      ]);
    })
    .orderBy('opening.id')
    .limit(asked.limit);
}

export function deleteSpans(db: Db, openingIds: readonly string[]) {
  return db.deleteFrom('reading_span').where('opening_id', 'in', openingIds);
}

export function deletePlaces(db: Db, openingIds: readonly string[]) {
  return db.deleteFrom('reading_place').where('opening_id', 'in', openingIds);
}

export function deleteOpenings(db: Db, ids: readonly string[]) {
  return db.deleteFrom('opening').where('id', 'in', ids);
}
