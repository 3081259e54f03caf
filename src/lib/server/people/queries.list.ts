import type { Day } from '#lib/domain/shared/time.ts';
import { activePost, beginsWith, contains, postOn, unitLabel, unitsBelow, type Db } from '../db/index.ts';

export interface ListAsk {
  /** Null: the whole installation (console). */
  unitIds: readonly string[] | null;
  day: Day;
  /** Part of a name, its pinyin or initials, or the last four digits of identity number or mobile. */
  q: string;
  sort: 'name' | 'unit' | 'title';
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
}

/** Posts that the list shows, all pages; before its columns are chosen. */
export function matching(db: Db, asked: Omit<ListAsk, 'sort' | 'direction' | 'page' | 'pageSize'>) {
  const { unitIds, day, q } = asked;
  let found = db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .where('post.is_principal', '=', 1)
    .where(postOn(day))
    .where(activePost);
  if (unitIds !== null) {
    found = found.where((or) =>
      or.or([
        or('post.home_unit_id', 'in', unitsBelow(db, unitIds, day)),
        or('post.work_unit_id', 'in', unitsBelow(db, unitIds, day)),
      ]),
    );
  }
  if (q === '') return found;
  return found.where((or) =>
    or.or([
      contains('person.name', q),
      beginsWith('person.pinyin', q),
      beginsWith('person.pinyin_initials', q),
      or('person.identity_last4', '=', q.toUpperCase()),
      or('person.mobile_last4', '=', q),
    ]),
  );
}

const SORTED_BY = { name: 'person.name_key', unit: 'unit.name', title: 'post.title' } as const;

/** One page of people with their principal post of the day. */
export function listRows(db: Db, asked: ListAsk) {
  return matching(db, asked)
    .select([
      'person.id',
      'person.name',
      'person.identity_last4',
      'person.mobile_last4',
      'post.id as post_id',
      'post.title',
      'post.level_code',
      'post.status',
      unitLabel.as('unit_name'),
    ])
    .orderBy(SORTED_BY[asked.sort], (order) =>
      (asked.direction === 'desc' ? order.desc() : order.asc()).nullsLast(),
    )
    .orderBy('person.id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize);
}

export function listCount(db: Db, asked: ListAsk) {
  return matching(db, asked).select((row) => row.fn.countAll<number>().as('total'));
}
