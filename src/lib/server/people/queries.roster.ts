import type { Day } from '#lib/domain/shared/time.ts';
import { activePost, classOn, countingUnit, postOn, unitsBelow, type Db } from '../db/index.ts';

export interface RosterAsk {
  unitId: string;
  day: Day;
  /** Only people of this class on the day, through any post. */
  classCode?: string | undefined;
}

/** People of a class on a day, as a subquery of person ids. */
function peopleOfClass(db: Db, classCode: string, day: Day) {
  return db
    .selectFrom('post_class')
    .innerJoin('post', 'post.id', 'post_class.post_id')
    .select('post.person_id')
    .where('post_class.class_code', '=', classCode)
    .where(classOn(day))
    .where(postOn(day))
    .where(activePost);
}

/** Everyone who counts at or below a unit on a day, once each, in the order of names. */
export function rosterRows(db: Db, asked: RosterAsk) {
  const { unitId, day, classCode } = asked;
  const all = db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .leftJoin(peopleOfClass(db, 'leadership', day).distinct().as('leading'), 'leading.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'post.id as post_id',
      'post.status',
      'leading.person_id as leading_id',
    ])
    .select(countingUnit.as('unit_id'))
    .where('post.is_principal', '=', 1)
    .where(countingUnit, 'in', unitsBelow(db, [unitId], day))
    .where(postOn(day))
    .where(activePost)
    .orderBy('person.name_key')
    .orderBy('person.id');
  return classCode === undefined ? all : all.where('person.id', 'in', peopleOfClass(db, classCode, day));
}
