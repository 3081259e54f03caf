import type { Db, Tables } from '../db/index.ts';

export function openingById(db: Db, id: string) {
  return db.selectFrom('opening').selectAll().where('id', '=', id);
}

export function lastOpening(db: Db, { personId, lessonId }: { personId: string; lessonId: string }) {
  return db
    .selectFrom('opening')
    .selectAll()
    .where('person_id', '=', personId)
    .where('lesson_id', '=', lessonId)
    .orderBy('ordinal', 'desc')
    .limit(1);
}

/** Opens once, although two devices ask at the same time: the second finds the first's row. */
export function insertOpening(db: Db, row: Tables['opening']) {
  return db
    .insertInto('opening')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id', 'ordinal']).doNothing());
}

/** The person's latest span, of whichever lesson. */
export function currentSpan(db: Db, personId: string) {
  return db
    .selectFrom('reading_span')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
}

export function insertSpan(db: Db, row: Tables['reading_span']) {
  return db.insertInto('reading_span').values(row);
}

/** A sign of life; an earlier one that arrives late changes nothing. */
export function extendSpan(db: Db, id: string, at: string) {
  return db
    .updateTable('reading_span')
    .set({ last_sign_at: at })
    .where('id', '=', id)
    .where('last_sign_at', '<', at);
}

/** Spans of an opening, each with the start of the person's next span of any lesson. */
export function spansOf(db: Db, openingId: string) {
  return db
    .selectFrom('reading_span as span')
    .select(['span.started_at', 'span.last_sign_at'])
    .select((span) =>
      span
        .selectFrom('reading_span as later')
        .select(({ fn }) => fn.min('later.started_at').as('started_at'))
        .whereRef('later.person_id', '=', 'span.person_id')
        .where((later) =>
          later.or([
            later('later.started_at', '>', later.ref('span.started_at')),
            later.and([
              later('later.started_at', '=', later.ref('span.started_at')),
              later('later.id', '>', later.ref('span.id')),
            ]),
          ]),
        )
        .as('next_started_at'),
    )
    .where('span.opening_id', '=', openingId);
}

export function placeOf(db: Db, openingId: string) {
  return db.selectFrom('reading_place').select('paragraph').where('opening_id', '=', openingId);
}

/** Keeps the latest place; one that was sent earlier and arrives late does not overwrite. */
export function savePlaceRow(db: Db, row: Tables['reading_place']) {
  return db
    .insertInto('reading_place')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('opening_id')
        .doUpdateSet({ paragraph: row.paragraph, saved_at: row.saved_at })
        .where('reading_place.saved_at', '<=', row.saved_at),
    );
}
