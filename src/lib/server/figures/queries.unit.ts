import { sql, type RawBuilder } from 'kysely';

/** SQL: the name that `unit` bore on a day. */
export function unitNameOn(day: RawBuilder<unknown> | string): RawBuilder<string> {
  return sql<string>`coalesce((select former.name from unit_former_name as former
    where former.unit_id = unit.id and former.last_day >= ${day} order by former.last_day limit 1), unit.name)`;
}

/** SQL: 行业 of a unit on a day, its own or that of the nearest unit above which has one. */
export function unitTradeOn(unitId: string, day: RawBuilder<unknown> | string): RawBuilder<string | null> {
  return sql<string | null>`(select tag.trade_code from unit_trade as tag
    inner join unit_closure as up on up.ancestor_id = tag.unit_id
    where up.unit_id = ${sql.ref(unitId)} and up.valid_from <= ${day}
      and (up.valid_to is null or up.valid_to >= ${day})
      and tag.valid_from <= ${day} and (tag.valid_to is null or tag.valid_to >= ${day})
    order by up.depth limit 1)`;
}
