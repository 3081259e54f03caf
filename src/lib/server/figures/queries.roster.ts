import { sql, type SqlBool } from 'kysely';
import { countingUnit, type Db } from '../db/index.ts';
import { listed } from './queries.listed.ts';
import { unitTradeOn } from './queries.unit.ts';
import { isBelow, isWithin } from './queries.spans.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';

/** SQL: a row of `table` is valid on the as-of day. */
export const validOn = (table: string, day: string) =>
  sql<SqlBool>`${sql.ref(`${table}.valid_from`)} <= ${day} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} >= ${day})`;

/** SQL: the post is not of a batch still being applied. */
export const isSettled = (table: string) =>
  sql<SqlBool>`(${sql.ref(`${table}.batch_id`)} is null or exists (select 1 from import_batch where import_batch.id = ${sql.ref(`${table}.batch_id`)} and import_batch.state = 'done'))`;

/**
 * People who count in the scope's unit or below it on the as-of day, each once in the counting unit of his principal
 * post; secondary posts give classes, never a second count.
 */
export function roster(db: Db, scope: FigureScope) {
  const { asOf } = scope;
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', (join) => join.on(sql<SqlBool>`unit.id = ${countingUnit}`))
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'unit.id')
    .where(isBelow(scope))
    .$if(scope.span !== undefined, (query) => query.where(isWithin('post.person_id', scope)))
    .where(validOn('unit_closure', asOf))
    .where('post.is_principal', '=', 1)
    .where(validOn('post', asOf))
    .where(isSettled('post'))
    .$if(scope.group === 'leadership', (query) =>
      query.where((of) => of.exists(classHeld(db, asOf).where('post_class.class_code', '=', 'leadership'))),
    )
    .$if(Boolean(scope.trade), (query) =>
      query.where(sql<SqlBool>`coalesce(post.trade_code, ${unitTradeOn('unit.id', asOf)}) = ${scope.trade}`),
    )
    .$if(Boolean(scope.selectionId), (query) => query.where('person.id', 'in', listed(db, scope)))
    .$if(scope.classCode !== null, (query) =>
      query.where((of) =>
        of.exists(classHeld(db, asOf).where('post_class.class_code', '=', scope.classCode ?? '')),
      ),
    );
}

/** Classes that `person` holds on the day by any of his posts; his posts are asked first, not all who hold a class. */
export function classHeld(db: Db, day: string) {
  return db
    .selectFrom('post as held')
    .crossJoin('post_class')
    .whereRef('post_class.post_id', '=', 'held.id')
    .where(sql<SqlBool>`held.person_id = person.id`)
    .where(validOn('held', day))
    .where(isSettled('held'))
    .where(validOn('post_class', day))
    .select('held.id');
}
