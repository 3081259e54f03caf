import { sql, type Expression, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { isMidYear } from './queries.day.ts';
import { addRows, countRows, empty, pageRows, type PageOf, type Rows } from './queries.figure.ts';
import { unitNameOn, unitTradeOn } from './queries.unit.ts';

/** Which events a figure counts: any of the forms, and the topic; empty forms: whatever its form. */
export interface EventKind {
  audience?: 'staff' | 'public';
  forms?: readonly string[];
  topic?: string;
}

/**
 * Verified events of the plan year of this kind, hosted on their day in the scope's unit or below it; one row each,
 * however many hosts and tags they have, with its forms in `tags` and the people reached in `amount`. All rows count.
 */
export function events(db: Db, scope: FigureScope, { audience, forms = [], topic }: EventKind): Rows {
  return db
    .selectFrom('event')
    .where('event.plan_year', '=', scope.planYear)
    .where('event.status', '=', 'verified')
    .$if(isMidYear(scope), (query) => query.where('event.held_on', '<=', scope.asOf))
    .$if(audience !== undefined, (query) => query.where('event.audience', '=', audience ?? ''))
    .$if(forms.length > 0, (query) => query.where((of) => of.exists(tagged(db, 'form', forms))))
    .$if(topic !== undefined, (query) => query.where((of) => of.exists(tagged(db, 'topic', [topic ?? '']))))
    .where((of) => of.exists(hostsBelow(db, scope)))
    .select((of) => [
      'event.id',
      'event.title',
      'event.held_on as sorted_by',
      of.fn.coalesce(firstHost(db), sql.lit('')).as('unit_name'),
      'event.held_on as day',
      empty.hundredths.as('hundredths'),
      reached().as('amount'),
      formsOf().as('tags'),
      of.lit(1).as('counted'),
    ]);
}

/** `population`, `value` and `rows` of a figure that counts the events of a kind. */
export function countsEvents(kind: EventKind) {
  const population = (db: Db, scope: FigureScope) => events(db, scope, kind);
  return {
    population,
    value: async (db: Db, scope: FigureScope): Promise<FigureCount> => ({
      ...(await countRows(db, population(db, scope))),
      quarters: await byQuarter(db, population(db, scope), { scope, what: sql.lit(1) }),
      tags: await byForm(db, population(db, scope)),
    }),
    rows: (db: Db, page: PageOf): Promise<FigureRow[]> => pageRows(db, population(db, page.scope), page),
  };
}

/** `population`, `value` and `rows` of a figure that adds up the people reached by the events of a kind. */
export function addsPeople(kind: EventKind) {
  const population = (db: Db, scope: FigureScope) => events(db, scope, kind);
  return {
    population,
    value: async (db: Db, scope: FigureScope): Promise<FigureCount> => ({
      ...(await addRows(db, population(db, scope), 'amount')),
      quarters: await byQuarter(db, population(db, scope), { scope, what: sql.ref('row.amount') }),
    }),
    rows: (db: Db, page: PageOf): Promise<FigureRow[]> => pageRows(db, population(db, page.scope), page),
  };
}

interface Quartered {
  scope: FigureScope;
  what: Expression<unknown>;
}

/** Sums by quarter of the plan year; what was held before it counts in the first, after it in the last. */
async function byQuarter(
  db: Db,
  rows: Rows,
  { scope: { planYear }, what }: Quartered,
): Promise<[number, number, number, number]> {
  const during = (from: string, to: string) =>
    sql<number | null>`sum(case when row.day >= ${from} and row.day < ${to} then ${what} else 0 end)`;
  const [second, third, fourth] = [`${planYear}-04-01`, `${planYear}-07-01`, `${planYear}-10-01`];
  const sums = await db
    .selectFrom(rows.as('row'))
    .select([
      during('', second).as('first'),
      during(second, third).as('second'),
      during(third, fourth).as('third'),
      during(fourth, '9').as('fourth'),
    ])
    .executeTakeFirstOrThrow();
  return [
    Number(sums.first ?? 0),
    Number(sums.second ?? 0),
    Number(sums.third ?? 0),
    Number(sums.fourth ?? 0),
  ];
}

/** Events under each form, most first; one with several forms counts under each. */
async function byForm(db: Db, rows: Rows): Promise<{ tag: string; count: number }[]> {
  const found = await db
    .selectFrom('event_tag')
    .where('event_tag.kind', '=', 'form')
    .where('event_tag.event_id', 'in', db.selectFrom(rows.as('row')).select('row.id'))
    .groupBy('event_tag.tag')
    .select((of) => ['event_tag.tag', of.fn.count<number>('event_tag.event_id').distinct().as('count')])
    .orderBy('count', 'desc')
    .orderBy('event_tag.tag')
    .execute();
  return found.map(({ tag, count }) => ({ tag, count: Number(count) }));
}

function tagged(db: Db, kind: 'form' | 'topic', tags: readonly string[]) {
  return db
    .selectFrom('event_tag')
    .where(sql<SqlBool>`event_tag.event_id = event.id`)
    .where('event_tag.kind', '=', kind)
    .where('event_tag.tag', 'in', tags)
    .select('event_tag.event_id');
}

function hostsBelow(db: Db, { unitId, trade }: FigureScope) {
  return db
    .selectFrom('event_host')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'event_host.unit_id')
    .where(sql<SqlBool>`event_host.event_id = event.id`)
    .where('unit_closure.ancestor_id', '=', unitId)
    .where(sql<SqlBool>`unit_closure.valid_from <= event.held_on`)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= event.held_on)`)
    .$if(Boolean(trade), (query) =>
      query.where(sql<SqlBool>`${unitTradeOn('event_host.unit_id', sql.ref('event.held_on'))} = ${trade}`),
    )
    .select('event_host.event_id');
}

/** Name of the host that stands first by name; the event's page lists all. */
function firstHost(db: Db) {
  return db
    .selectFrom('event_host')
    .innerJoin('unit', 'unit.id', 'event_host.unit_id')
    .where(sql<SqlBool>`event_host.event_id = event.id`)
    .select(sql<string>`min(${unitNameOn(sql.ref('event.held_on'))})`.as('name'));
}

/** 人次: counted heads of a public event, the list of one of the staff. */
function reached() {
  return sql<number>`case when event.audience = 'public' then coalesce(event.head_count, 0)
    else (select count(*) from attendance where attendance.event_id = event.id) end`;
}

/** Forms of an event; two of them by name, `…` when there are more: enough to see that it has several labels. */
function formsOf() {
  return sql<string | null>`(select case count(*) when 0 then null when 1 then min(event_tag.tag)
    when 2 then min(event_tag.tag) || ' ' || max(event_tag.tag)
    else min(event_tag.tag) || ' ' || max(event_tag.tag) || ' …' end
    from event_tag where event_tag.event_id = event.id and event_tag.kind = 'form')`;
}
