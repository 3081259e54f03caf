import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import { countingUnit, type Db } from '../db/index.ts';
import type { Day } from '#lib/domain/shared/time.ts';

/** Persons on one day; at most some hundreds at a time. */
export interface PeopleOn {
  personIds: string[];
  day: Day;
}

/** Posts that are valid on the day and not of a batch still being applied. */
export function activePosts(db: Db, day: Day) {
  return db
    .selectFrom('post')
    .where('post.valid_from', '<=', day)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', day)]))
    .where((or) =>
      or.or([
        or('post.batch_id', 'is', null),
        or.exists(
          or
            .selectFrom('import_batch')
            .select('import_batch.id')
            .whereRef('import_batch.id', '=', 'post.batch_id')
            .where('import_batch.state', '=', 'done'),
        ),
      ]),
    );
}

/** Counting unit of each person's principal post with all units above it on that day, nearest first. */
export function placesOn(db: Db, { personIds, day }: PeopleOn) {
  return activePosts(db, day)
    .innerJoin('unit_closure', (join) => join.on(sql<SqlBool>`unit_closure.unit_id = ${countingUnit}`))
    .where('post.person_id', 'in', personIds)
    .where('post.is_principal', '=', 1)
    .where('unit_closure.valid_from', '<=', day)
    .where((or) => or.or([or('unit_closure.valid_to', 'is', null), or('unit_closure.valid_to', '>=', day)]))
    .select(['post.person_id', 'unit_closure.ancestor_id', 'unit_closure.depth'])
    .orderBy('post.person_id')
    .orderBy('unit_closure.depth');
}

/** Classes that persons hold by any of their posts on that day. */
export function classesOn(db: Db, { personIds, day }: PeopleOn) {
  return activePosts(db, day)
    .innerJoin('post_class', 'post_class.post_id', 'post.id')
    .where('post.person_id', 'in', personIds)
    .where('post_class.valid_from', '<=', day)
    .where((or) => or.or([or('post_class.valid_to', 'is', null), or('post_class.valid_to', '>=', day)]))
    .select(['post.person_id', 'post_class.class_code'])
    .distinct();
}

/** Days from one to another on which persons held classes, post by post; a post of a batch still being applied gives none. */
export function classDaysIn(
  db: Db,
  { personIds, first, last }: { personIds: string[]; first: Day; last: Day },
) {
  return db
    .selectFrom('post')
    .innerJoin('post_class', 'post_class.post_id', 'post.id')
    .leftJoin('import_batch', 'import_batch.id', 'post.batch_id')
    .where('post.person_id', 'in', personIds)
    .where((or) => or.or([or('post.batch_id', 'is', null), or('import_batch.state', '=', 'done')]))
    .where('post.valid_from', '<=', last)
    .where('post_class.valid_from', '<=', last)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', first)]))
    .where((or) => or.or([or('post_class.valid_to', 'is', null), or('post_class.valid_to', '>=', first)]))
    .select([
      'post.person_id',
      'post_class.class_code',
      'post.valid_from as post_from',
      'post.valid_to as post_to',
      'post_class.valid_from as class_from',
      'post_class.valid_to as class_to',
    ]);
}

/** Persons after `after`, in order of id, for walking through all of them. */
export function personsAfter(db: Db, { after, limit }: { after: string; limit: number }) {
  return db.selectFrom('person').where('id', '>', after).select('id').orderBy('id').limit(limit);
}

/** Persons who hold a class by a post valid on that day. */
export function personsOfClass(db: Db, { classCode, day }: { classCode: string; day: Day }) {
  return activePosts(db, day)
    .innerJoin('post_class', 'post_class.post_id', 'post.id')
    .where('post_class.class_code', '=', classCode)
    .select('post.person_id')
    .distinct()
    .orderBy('post.person_id');
}
