import type { Day, Instant } from '#lib/domain/shared/time.ts';
import { contains, unitLabel, type Db } from '../db/index.ts';

export interface AccountsAsk {
  /** Units whose people are listed, with all below them; null: everybody. */
  unitIds: string[] | null;
  day: Day;
  /** Part of name, pinyin, initials or account name. */
  q: string;
  state: 'all' | 'active' | 'invited' | 'closed' | 'none';
  page: number;
  pageSize: number;
}

type Scope = Pick<AccountsAsk, 'unitIds' | 'day'>;

/** People who hold, or last held, a principal post in a unit under the given ones, with that post's unit. */
function peopleUnder(db: Db, { unitIds, day }: Scope) {
  return db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .leftJoin('import_batch', 'import_batch.id', 'post.batch_id')
    .select(['post.person_id', 'post.home_unit_id as unit_id', unitLabel.as('unit_name'), 'post.valid_to'])
    .where('post.is_principal', '=', 1)
    .where((or) => or.or([or('import_batch.id', 'is', null), or('import_batch.state', '=', 'done')]))
    .where('post.valid_from', '=', (sub) =>
      sub
        .selectFrom('post as later')
        .select((max) => max.fn.max('later.valid_from').as('last'))
        .whereRef('later.person_id', '=', 'post.person_id')
        .where('later.is_principal', '=', 1)
        .where('later.valid_from', '<=', day),
    )
    .$if(unitIds !== null, (all) =>
      all.where('post.home_unit_id', 'in', (sub) =>
        sub
          .selectFrom('unit_closure')
          .select('unit_closure.unit_id')
          .where('unit_closure.ancestor_id', 'in', unitIds ?? [])
          .where('unit_closure.valid_from', '<=', day)
          .where((or) =>
            or.or([or('unit_closure.valid_to', 'is', null), or('unit_closure.valid_to', '>=', day)]),
          ),
      ),
    );
}

function found(db: Db, asked: AccountsAsk) {
  const has = (column: 'person.name' | 'person.pinyin' | 'person.pinyin_initials' | 'account.login') =>
    contains(column, asked.q);
  return db
    .with('under', () => peopleUnder(db, asked))
    .selectFrom('under')
    .innerJoin('person', 'person.id', 'under.person_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .$if(asked.q !== '', (all) =>
      all.where((or) =>
        or.or([
          has('person.name'),
          has('person.pinyin'),
          has('person.pinyin_initials'),
          has('account.login'),
        ]),
      ),
    )
    .$if(asked.state === 'none', (all) => all.where('account.id', 'is', null))
    .$if(asked.state !== 'none' && asked.state !== 'all', (all) =>
      all.where('account.state', '=', asked.state),
    );
}

/** A page of people with their accounts, by pinyin. */
export function accountRows(db: Db, asked: AccountsAsk) {
  return found(db, asked)
    .leftJoin('second_factor', 'second_factor.account_id', 'account.id')
    .select([
      'person.id as person_id',
      'person.name',
      'under.unit_name',
      'under.valid_to',
      'account.id as account_id',
      'account.login',
      'account.state',
      'second_factor.confirmed_at',
    ])
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize);
}

export function accountCount(db: Db, asked: AccountsAsk) {
  return found(db, asked).select((count) => count.fn.countAll<number>().as('total'));
}

/** People in office on the day whose account nobody has opened yet, by unit and pinyin. */
export function withoutAccount(db: Db, scope: Scope, most: number) {
  return db
    .with('under', () => peopleUnder(db, scope))
    .selectFrom('under')
    .innerJoin('person', 'person.id', 'under.person_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'under.unit_id', 'under.unit_name', 'account.login'])
    .where((or) => or.or([or('under.valid_to', 'is', null), or('under.valid_to', '>=', scope.day)]))
    .where((or) => or.or([or('account.id', 'is', null), or('account.state', '=', 'invited')]))
    .orderBy('under.unit_name')
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(most);
}

export interface SessionsAsk extends Scope {
  now: Instant;
  q: string;
  page: number;
  pageSize: number;
}

function openSessions(db: Db, asked: SessionsAsk) {
  const has = (column: 'person.name' | 'person.pinyin' | 'account.login' | 'session.address') =>
    contains(column, asked.q);
  return db
    .with('under', () => peopleUnder(db, asked))
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('under', 'under.person_id', 'person.id')
    .where('session.expires_at', '>', asked.now)
    .$if(asked.q !== '', (all) =>
      all.where((or) =>
        or.or([has('person.name'), has('person.pinyin'), has('account.login'), has('session.address')]),
      ),
    );
}

/** A page of the sessions that are open, the last used first. */
export function sessionRows(db: Db, asked: SessionsAsk) {
  return openSessions(db, asked)
    .select([
      'session.id',
      'session.created_at',
      'session.seen_at',
      'session.address',
      'session.agent',
      'session.method',
      'person.id as person_id',
      'person.name',
      'under.unit_name',
    ])
    .orderBy((by) => by.fn.coalesce('session.seen_at', 'session.created_at'), 'desc')
    .orderBy('session.id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize);
}

export function sessionCount(db: Db, asked: SessionsAsk) {
  return openSessions(db, asked).select((count) => count.fn.countAll<number>().as('total'));
}

/** Closes or opens an account that is in the other state. */
export function moveAccount(db: Db, id: string, { from, to }: { from: string[]; to: string }) {
  return db.updateTable('account').set({ state: to }).where('id', '=', id).where('state', 'in', from);
}
