import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import {
  activePerson,
  activePost,
  classOn,
  countingUnit,
  postOn,
  type Db,
  type Tables,
} from '../db/index.ts';

export function personById(db: Db, id: string) {
  return db.selectFrom('person').selectAll().where('id', '=', id).where(activePerson);
}

/** Who bears one of these hashes ('' is nobody's), whether or not the importing batch is done. */
export function holdersOf(db: Db, hashes: { identity: readonly string[]; mobile: readonly string[] }) {
  return db
    .selectFrom('person')
    .select(['id', 'identity_hash', 'mobile_hash'])
    .where((or) =>
      or.or([
        or('identity_hash', 'in', ['', ...hashes.identity]),
        or('mobile_hash', 'in', ['', ...hashes.mobile]),
      ]),
    );
}

export function personByMobileHash(db: Db, hashes: readonly string[]) {
  return db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('mobile_hash', 'in', hashes)
    .where(activePerson);
}

export function namesOf(db: Db, ids: readonly string[]) {
  return db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).where(activePerson);
}

/** The principal post of a person on a day, with the unit in which it counts. */
export function principalPostOn(db: Db, personId: string, day: Day) {
  return db
    .selectFrom('post')
    .selectAll('post')
    .select(countingUnit.as('counted_unit_id'))
    .where('post.person_id', '=', personId)
    .where('post.is_principal', '=', 1)
    .where(postOn(day))
    .where(activePost);
}

/** Classes of a person on a day, through any post. */
export function classesOfPerson(db: Db, personId: string, day: Day) {
  return db
    .selectFrom('post_class')
    .innerJoin('post', 'post.id', 'post_class.post_id')
    .select('post_class.class_code')
    .distinct()
    .where('post.person_id', '=', personId)
    .where(postOn(day))
    .where(activePost)
    .where(classOn(day))
    .orderBy('post_class.class_code');
}

/** All posts of a person, the latest first, with names of their units. */
export function postsOf(db: Db, personId: string) {
  return db
    .selectFrom('post')
    .innerJoin('unit as home', 'home.id', 'post.home_unit_id')
    .leftJoin('unit as work', 'work.id', 'post.work_unit_id')
    .selectAll('post')
    .select(['home.name as home_name', 'work.name as work_name'])
    .where('post.person_id', '=', personId)
    .where(activePost)
    .orderBy('post.valid_from', 'desc')
    .orderBy('post.is_principal', 'desc');
}

/** Units at which people counted, each with all above it, by the posts and the tree of their days. */
export function placesOfPeople(db: Db, personIds: readonly string[]) {
  return db
    .selectFrom('post')
    .innerJoin('unit_closure', (join) => join.on(sql<SqlBool>`unit_closure.unit_id = ${countingUnit}`))
    .select(['post.person_id', 'unit_closure.ancestor_id', 'post.valid_from', 'post.valid_to'])
    .select(['unit_closure.valid_from as since', 'unit_closure.valid_to as until'])
    .where('post.person_id', 'in', personIds)
    .where('post.is_principal', '=', 1)
    .where(activePost)
    .orderBy('post.valid_from')
    .orderBy('unit_closure.ancestor_id');
}

/** Classes of people over all posts, with the days of post and class. */
export function classesOverTime(db: Db, personIds: readonly string[]) {
  return db
    .selectFrom('post_class')
    .innerJoin('post', 'post.id', 'post_class.post_id')
    .select(['post_class.class_code', 'post_class.valid_from as since', 'post_class.valid_to as until'])
    .select(['post.person_id', 'post.valid_from', 'post.valid_to'])
    .where('post.person_id', 'in', personIds)
    .where(activePost)
    .orderBy('post_class.class_code')
    .orderBy('post_class.valid_from');
}

export function classesOfPosts(db: Db, postIds: readonly string[]) {
  return db.selectFrom('post_class').selectAll().where('post_id', 'in', postIds).orderBy('valid_from');
}

/** The next principal post that begins after a day. */
export function nextPrincipal(db: Db, personId: string, day: Day) {
  return db
    .selectFrom('post')
    .select('valid_from')
    .where('person_id', '=', personId)
    .where('is_principal', '=', 1)
    .where('valid_from', '>', day)
    .orderBy('valid_from')
    .limit(1);
}

export function insertPersons(db: Db, rows: readonly Insertable<Tables['person']>[]) {
  return db.insertInto('person').values(rows);
}

export function updatePerson(db: Db, id: string, change: Updateable<Tables['person']>) {
  return db.updateTable('person').set(change).where('id', '=', id);
}

export function insertPosts(db: Db, rows: readonly Insertable<Tables['post']>[]) {
  return db.insertInto('post').values(rows);
}

export function updatePost(db: Db, id: string, change: Updateable<Tables['post']>) {
  return db.updateTable('post').set(change).where('id', '=', id);
}

/** A post as somebody saw it who is about to change it. */
export interface PostSeen {
  id: string;
  homeUnitId: string;
  to: Day | null;
}

/** Changes a post that still stands as it was seen; numUpdatedRows is 0 when another was first. */
export function changePostSeen(db: Db, seen: PostSeen, change: Updateable<Tables['post']>) {
  const own = db
    .updateTable('post')
    .set(change)
    .where('id', '=', seen.id)
    .where('home_unit_id', '=', seen.homeUnitId);
  return seen.to === null ? own.where('valid_to', 'is', null) : own.where('valid_to', '=', seen.to);
}

export function insertClasses(db: Db, rows: readonly Insertable<Tables['post_class']>[]) {
  return db
    .insertInto('post_class')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['post_id', 'class_code', 'valid_from']).doUpdateSet({ valid_to: null }),
    );
}

/** These classes of a post end with the day `last`. */
export function endClasses(db: Db, asked: { postId: string; codes: readonly string[]; last: Day }) {
  return db
    .updateTable('post_class')
    .set({ valid_to: asked.last })
    .where('post_id', '=', asked.postId)
    .where('class_code', 'in', asked.codes)
    .where('valid_from', '<=', asked.last)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', asked.last)]));
}

/** Classes that began only on the day from which they no longer hold never were. */
export function dropClasses(db: Db, asked: { postId: string; codes: readonly string[]; last: Day }) {
  return db
    .deleteFrom('post_class')
    .where('post_id', '=', asked.postId)
    .where('class_code', 'in', asked.codes)
    .where('valid_from', '>', asked.last);
}
