import { sql, type SqlBool } from 'kysely';
import type { SelectionRule } from '#lib/domain/selections/rule.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { activePost, classOn, countingUnit, postOn, unitsBelow, type Db } from '../db/index.ts';

/** SQL: 行业 of a post on a day: its own, else that of its counting unit or the nearest above which has one. */
function tradeOn(day: Day) {
  return sql<string | null>`coalesce(post.trade_code, (select tag.trade_code from unit_trade as tag
    inner join unit_closure as up on up.ancestor_id = tag.unit_id
    where up.unit_id = ${countingUnit} and up.valid_from <= ${day} and (up.valid_to is null or up.valid_to >= ${day})
      and tag.valid_from <= ${day} and (tag.valid_to is null or tag.valid_to >= ${day})
    order by up.depth limit 1))`;
}

function oneOf(what: ReturnType<typeof tradeOn>, codes: readonly string[]) {
  return sql<SqlBool>`${what} in (${sql.join(codes)})`;
}

/** Everyone who counts at or below a unit on a day and meets a rule, in the order of names. */
export function peopleByRule(db: Db, asked: { unitId: string; day: Day; rule: SelectionRule }) {
  const { unitId, day, rule } = asked;
  const held = db
    .selectFrom('post_class')
    .innerJoin('post', 'post.id', 'post_class.post_id')
    .select('post.person_id')
    .where(classOn(day))
    .where(postOn(day))
    .where(activePost);
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person.id', 'person.name'])
    .where('post.is_principal', '=', 1)
    .where(countingUnit, 'in', unitsBelow(db, [unitId], day))
    .where(postOn(day))
    .where(activePost)
    .$if(rule.classes.length > 0, (all) =>
      all.where('person.id', 'in', held.where('post_class.class_code', 'in', rule.classes)),
    )
    .$if(rule.levels.length > 0, (all) => all.where('post.level_code', 'in', rule.levels))
    .$if(rule.statuses.length > 0, (all) => all.where('post.status', 'in', rule.statuses))
    .$if(rule.trades.length > 0, (all) => all.where(oneOf(tradeOn(day), rule.trades)))
    .orderBy('person.name_key')
    .orderBy('person.id');
}
