import type { ExpressionBuilder } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from './schema/index.ts';

/** Rows that an import brought in count from the moment when its batch is done. */
export function activePost(where: ExpressionBuilder<Tables, 'post'>) {
  return where.or([
    where('post.batch_id', 'is', null),
    where('post.batch_id', 'in', where.selectFrom('import_batch').select('id').where('state', '=', 'done')),
  ]);
}

export function activePerson(where: ExpressionBuilder<Tables, 'person'>) {
  return where.or([
    where('person.batch_id', 'is', null),
    where('person.batch_id', 'in', where.selectFrom('import_batch').select('id').where('state', '=', 'done')),
  ]);
}

/** Posts held on a day, both ends included. */
export function postOn(day: Day) {
  return (where: ExpressionBuilder<Tables, 'post'>) =>
    where.and([
      where('post.valid_from', '<=', day),
      where.or([where('post.valid_to', 'is', null), where('post.valid_to', '>=', day)]),
    ]);
}

/** Classes held on a day. */
export function classOn(day: Day) {
  return (where: ExpressionBuilder<Tables, 'post_class'>) =>
    where.and([
      where('post_class.valid_from', '<=', day),
      where.or([where('post_class.valid_to', 'is', null), where('post_class.valid_to', '>=', day)]),
    ]);
}

/** Persons with a post, today or ever, in a unit or below it as the tree is recorded; each once, in no order. */
export function personsUnder(db: Db, unitId: string) {
  return db
    .selectFrom('unit_closure')
    .innerJoin('post', (join) =>
      join.on((or) =>
        or.or([
          or('post.home_unit_id', '=', or.ref('unit_closure.unit_id')),
          or('post.work_unit_id', '=', or.ref('unit_closure.unit_id')),
        ]),
      ),
    )
    .where('unit_closure.ancestor_id', '=', unitId)
    .select('post.person_id')
    .distinct();
}
