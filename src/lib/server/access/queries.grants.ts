import type { Day } from '#lib/domain/shared/time.ts';
import { beginsWith, contains, unitLabel, type Db } from '../db/index.ts';

export interface GrantsAsk {
  /** Part of name, pinyin, initials, account name or unit. */
  q: string;
  page: number;
  pageSize: number;
  unitIds: string[];
  day: Day;
}

/** Grants of every role but learner under some units that hold on the day or later. */
function matching(db: Db, { q, unitIds, day }: GrantsAsk) {
  const found = db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
    .where('role_grant.role', '!=', 'learner')
    .where('role_grant.unit_id', 'in', (sub) =>
      sub
        .selectFrom('unit_closure')
        .select('unit_closure.unit_id')
        .where('unit_closure.ancestor_id', 'in', unitIds),
    )
    .where((or) => or.or([or('role_grant.valid_to', 'is', null), or('role_grant.valid_to', '>=', day)]));
  if (q === '') return found;
  return found.where((or) =>
    or.or([
      ...[contains('person.name', q), contains('account.login', q), contains('unit.name', q)],
      ...[beginsWith('person.pinyin', q), beginsWith('person.pinyin_initials', q)],
    ]),
  );
}

/** A page of grants, by name. */
export function grantRows(db: Db, asked: GrantsAsk) {
  return matching(db, asked)
    .select([
      ...(['role_grant.id', 'role_grant.role', 'role_grant.valid_from', 'role_grant.valid_to'] as const),
      ...(['account.login', 'person.name'] as const),
      unitLabel.as('unit_name'),
    ])
    .orderBy('person.name_key')
    .orderBy('role_grant.id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize);
}

export function grantCount(db: Db, asked: GrantsAsk) {
  return matching(db, asked).select((of) => of.fn.countAll<number>().as('total'));
}
