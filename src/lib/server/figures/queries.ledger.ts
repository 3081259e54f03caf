import { sql } from 'kysely';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { endOf, isMidYear } from './queries.day.ts';

/**
 * SQL: hundredths of a ledger's year of `person`: seconds are turned into hours once for each rule, floored, awards
 * are added; on a day before the year's last without what was entered later.
 */
export function ledgerTotal(scope: FigureScope, ledger: 'training' | 'requirement.ledger') {
  const which = ledger === 'training' ? sql.lit('training') : sql.ref(ledger);
  const until = isMidYear(scope) ? sql`and hour_entry.entered_at < ${endOf(scope)}` : sql``;
  return sql<number>`coalesce((
  select sum(part.hundredths) from (
    select coalesce(sum(hour_entry.seconds) * 100 / (60 * hour_rule.minutes_per_hour), 0)
      + coalesce(sum(hour_entry.hundredths), 0) as hundredths
    from hour_entry left join hour_rule on hour_rule.id = hour_entry.rule_id
    where hour_entry.person_id = person.id and hour_entry.plan_year = ${scope.planYear}
      and hour_entry.ledger = ${which} ${until}
    group by hour_rule.minutes_per_hour
  ) as part
), 0)`;
}
