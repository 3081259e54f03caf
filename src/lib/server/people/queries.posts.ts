import type { Day } from '#lib/domain/shared/time.ts';
import { activePost, type Db } from '../db/index.ts';

/** One post of a person. */
export function postOfPerson(db: Db, asked: { personId: string; postId: string }) {
  return db
    .selectFrom('post')
    .selectAll()
    .where('id', '=', asked.postId)
    .where('person_id', '=', asked.personId)
    .where(activePost);
}

/** Posts in a unit, home or work, held on a day or later, whether or not they have begun. */
export function postsIn(db: Db, asked: { unitId: string; day: Day }) {
  return db
    .selectFrom('post')
    .selectAll()
    .where((or) => or.or([or('home_unit_id', '=', asked.unitId), or('work_unit_id', '=', asked.unitId)]))
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)]))
    .orderBy('person_id')
    .orderBy('valid_from');
}

/** Secondary posts of a person in a unit that share a day with those from `from` on. */
export function secondaryIn(db: Db, asked: { personId: string; unitId: string; from: Day }) {
  return db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', asked.personId)
    .where('home_unit_id', '=', asked.unitId)
    .where('is_principal', '=', 0)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.from)]));
}

/** All posts of a person that reach to a day or beyond, whether principal or not. */
export function postsReaching(db: Db, personId: string, day: Day) {
  return db
    .selectFrom('post')
    .select(['id', 'home_unit_id', 'valid_from', 'valid_to', 'is_principal'])
    .where('person_id', '=', personId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
    .orderBy('is_principal', 'desc')
    .orderBy('id');
}
