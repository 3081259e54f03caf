import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/reports/figure.ts';

/** SQL: a row of `table` is valid on the as-of day. */
const validOn = (table: string, day: string) =>
  sql<SqlBool>`${sql.ref(`${table}.valid_from`)} <= ${day} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} >= ${day})`;

/** SQL: the post is not of a batch still being applied. */
const isSettled = (table: string) =>
  sql<SqlBool>`(${sql.ref(`${table}.batch_id`)} is null or exists (select 1 from import_batch where import_batch.id = ${sql.ref(`${table}.batch_id`)} and import_batch.state = 'done'))`;

/** Hundredths of a ledger's year: seconds are turned into hours once for each rule, floored, awards are added. */
const ledgerTotal = (planYear: number) => sql<number>`coalesce((
  select sum(part.hundredths) from (
    select coalesce(sum(hour_entry.seconds) * 100 / (60 * hour_rule.minutes_per_hour), 0)
      + coalesce(sum(hour_entry.hundredths), 0) as hundredths
    from hour_entry left join hour_rule on hour_rule.id = hour_entry.rule_id
    where hour_entry.person_id = person.id and hour_entry.plan_year = ${planYear}
      and hour_entry.ledger = requirement.ledger
    group by hour_rule.minutes_per_hour
  ) as part
), 0)`;

/**
 * People whom a requirement of hours concerns on the as-of day, each once in the counting unit of his principal post;
 * `reached` is 1 where no such requirement is left open, `hundredths` the lowest ledger total that is asked for.
 */
export function officers(db: Db, scope: FigureScope) {
  const { asOf, planYear } = scope;
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', (join) =>
      join.on(
        sql<SqlBool>`unit.id = case when post.counted_in = 'work' then coalesce(post.work_unit_id, post.home_unit_id) else post.home_unit_id end`,
      ),
    )
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'unit.id')
    .where('unit_closure.ancestor_id', '=', scope.unitId)
    .where(validOn('unit_closure', asOf))
    .where('post.is_principal', '=', 1)
    .where(validOn('post', asOf))
    .where(isSettled('post'))
    .where((of) => of.exists(asked(db, planYear, asOf).select('requirement.id')))
    .$if(scope.group === 'leadership', (query) => query.where((of) => of.exists(leadership(db, asOf))))
    .select((of) => [
      'person.id',
      'person.name as title',
      'person.pinyin as sorted_by',
      'unit.name as unit_name',
      asked(db, planYear, asOf)
        .select(sql<number>`min(${ledgerTotal(planYear)})`.as('total'))
        .as('hundredths'),
      of
        .case()
        .when(
          of.exists(
            asked(db, planYear, asOf)
              .select('requirement.id')
              .where(sql<SqlBool>`${ledgerTotal(planYear)} < requirement.target_hundredths`),
          ),
        )
        .then(of.lit(0))
        .else(of.lit(1))
        .end()
        .as('reached'),
    ]);
}

/** Requirements of hours that meet a class which the person holds on the day by any of his posts. */
function asked(db: Db, planYear: number, day: string) {
  return db
    .selectFrom('requirement')
    .where('requirement.plan_year', '=', planYear)
    .where('requirement.target_hundredths', '>', 0)
    .where(validOn('requirement', day))
    .where((of) =>
      of.exists(
        classHeld(db, day)
          .where(sql<SqlBool>`post_class.class_code = requirement.class_code`)
          .select('held.id'),
      ),
    );
}

function leadership(db: Db, day: string) {
  return classHeld(db, day).where('post_class.class_code', '=', 'leadership').select('held.id');
}

function classHeld(db: Db, day: string) {
  return db
    .selectFrom('post as held')
    .innerJoin('post_class', 'post_class.post_id', 'held.id')
    .where(sql<SqlBool>`held.person_id = person.id`)
    .where(validOn('held', day))
    .where(isSettled('held'))
    .where(validOn('post_class', day));
}
