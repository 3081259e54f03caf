import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { endOf, isMidYear } from './queries.day.ts';
import { ledgerTotal } from './queries.ledger.ts';
import { unitNameOn } from './queries.unit.ts';
import { classHeld, isSettled, roster, validOn } from './queries.roster.ts';

/**
 * People whom a requirement of hours concerns on the as-of day and who are not released from all of them; `reached`
 * is 1 where no such requirement is left open, `hundredths` the lowest ledger total that is asked for.
 */
export function officers(db: Db, scope: FigureScope) {
  return roster(db, scope)
    .where((of) => of.exists(asked(db, scope).select('requirement.id')))
    .select((of) => [
      'person.id',
      'person.name as title',
      'person.name_key as sorted_by',
      unitNameOn(scope.asOf).as('unit_name'),
      asked(db, scope)
        .select(sql<number>`min(${ledgerTotal(scope, 'requirement.ledger')})`.as('total'))
        .as('hundredths'),
      of
        .case()
        .when(of.exists(asked(db, scope).select('requirement.id').where(isOpen(scope))))
        .then(of.lit(0))
        .else(of.lit(1))
        .end()
        .as('reached'),
    ]);
}

/** People whom a requirement of hours would concern on the as-of day, had they not been released from all of them. */
export function released(db: Db, scope: FigureScope) {
  return roster(db, scope)
    .where((of) => of.exists(meant(db, scope).select('requirement.id')))
    .where((of) => of.not(of.exists(asked(db, scope).select('requirement.id'))))
    .select(['person.id', 'person.name as title', 'person.name_key as sorted_by'])
    .select(unitNameOn(scope.asOf).as('unit_name'));
}

/** Requirements of hours that meet a class which the person holds on the day, without those he is released from. */
function asked(db: Db, scope: FigureScope) {
  return meant(db, scope).where((of) =>
    of.not(of.exists(releases(db, scope).where('waiver.released_hundredths', 'is', null))),
  );
}

/** Requirements of hours that meet a class which the person holds on the day. */
function meant(db: Db, scope: FigureScope) {
  return db
    .selectFrom('requirement')
    .where('requirement.plan_year', '=', scope.planYear)
    .where(sql<SqlBool>`${target(scope)} > 0`)
    .where(validOn('requirement', scope.asOf))
    .where((of) =>
      of.exists(
        classHeld(db, scope.asOf).where(sql<SqlBool>`post_class.class_code = requirement.class_code`),
      ),
    );
}

/**
 * SQL: what the requirement asks of the person before any release: of who came under it in the course of the year a
 * quarter of it for each quarter left, or nothing, where it says so.
 */
function target({ planYear }: FigureScope) {
  const first = `${planYear}-01-01`;
  const since = sql`(select min(case when held.valid_from > post_class.valid_from
      then held.valid_from else post_class.valid_from end)
    from post as held inner join post_class on post_class.post_id = held.id
    where held.person_id = person.id and post_class.class_code = requirement.class_code
      and ${isSettled('held')}
      and (held.valid_to is null or held.valid_to >= ${first})
      and (post_class.valid_to is null or post_class.valid_to >= ${first}))`;
  return sql<number>`case when requirement.joiners = 'full' or ${since} <= ${first}
      then requirement.target_hundredths
    when requirement.joiners = 'none' then 0
    else requirement.target_hundredths * (5 - (cast(substr(${since}, 6, 2) as integer) + 2) / 3) / 4 end`;
}

/** SQL: the ledger's total is below the target, less what was released of it. */
function isOpen(scope: FigureScope) {
  const released = sql`coalesce((select sum(waiver.released_hundredths) from waiver
    where waiver.person_id = person.id and waiver.requirement_id = requirement.id
      and waiver.status = 'approved' ${decidedBy(scope)}), 0)`;
  const total = ledgerTotal(scope, 'requirement.ledger');
  return sql<SqlBool>`${total} < ${target(scope)} - ${released}`;
}

/** Approved releases of the person from the requirement. */
function releases(db: Db, scope: FigureScope) {
  return db
    .selectFrom('waiver')
    .where(sql<SqlBool>`waiver.person_id = person.id`)
    .where(sql<SqlBool>`waiver.requirement_id = requirement.id`)
    .where('waiver.status', '=', 'approved')
    .$if(isMidYear(scope), (query) => query.where('waiver.decided_at', '<', endOf(scope)))
    .select('waiver.id');
}

function decidedBy(scope: FigureScope) {
  return isMidYear(scope) ? sql`and waiver.decided_at < ${endOf(scope)}` : sql``;
}
