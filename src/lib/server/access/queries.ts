import type { Insertable } from 'kysely';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import { unitLabel, type Db, type Tables } from '../db/index.ts';

/** The account of a login or of a mobile's keyed hash, whichever of them it is stored under. */
export function accountBySignIn(db: Db, login: string, mobileHashes: readonly string[]) {
  return db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.person_id', 'account.login', 'account.password_hash', 'account.state'])
    .select('account.password_set_at')
    .where((or) => or.or([or('account.login', '=', login), or('person.mobile_hash', 'in', mobileHashes)]))
    .limit(2);
}

export function accountById(db: Db, id: string) {
  return db.selectFrom('account').selectAll().where('id', '=', id);
}

export function accountOfPerson(db: Db, personId: string) {
  return db.selectFrom('account').selectAll().where('person_id', '=', personId);
}

export function insertAccount(db: Db, account: Insertable<Tables['account']>) {
  return db.insertInto('account').values(account);
}

export function setPassword(db: Db, id: string, change: { hash: string; login: string; now: Instant }) {
  return db
    .updateTable('account')
    .set({ password_hash: change.hash, login: change.login, password_set_at: change.now, state: 'active' })
    .where('id', '=', id);
}

export function isLoginTaken(db: Db, login: string, exceptId: string) {
  return db.selectFrom('account').select('id').where('login', '=', login).where('id', '!=', exceptId);
}

export function grantsOf(db: Db, accountId: string) {
  return db
    .selectFrom('role_grant')
    .select(['role', 'unit_id', 'valid_from', 'valid_to'])
    .where('account_id', '=', accountId);
}

export function insertGrant(db: Db, grant: Insertable<Tables['role_grant']>) {
  return db.insertInto('role_grant').values(grant);
}

export function endGrant(db: Db, id: string, day: Day) {
  return db.updateTable('role_grant').set({ valid_to: day }).where('id', '=', id);
}

/** Counts one more change to an account's grants; no row changes when another came first. */
export function countGrantChange(db: Db, accountId: string, revision: number) {
  return db
    .updateTable('account')
    .set({ grants_revision: revision + 1 })
    .where('id', '=', accountId)
    .where('grants_revision', '=', revision);
}

/** Which of these roles somebody with an open account holds on a day. */
export function rolesHeldOn(db: Db, { roles, day }: { roles: readonly string[]; day: Day }) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select('role_grant.role')
    .distinct()
    .where('role_grant.role', 'in', roles)
    .where('account.state', '!=', 'closed')
    .where('role_grant.valid_from', '<=', day)
    .where((or) => or.or([or('role_grant.valid_to', 'is', null), or('role_grant.valid_to', '>=', day)]));
}

export function anyUnit(db: Db) {
  return db.selectFrom('unit').select('id').limit(1);
}

/** Unused setup codes are void once a new one is issued. */
export function voidSetupCodes(db: Db, now: Instant) {
  return db
    .updateTable('code')
    .set({ used_at: now })
    .where('purpose', '=', 'setup')
    .where('used_at', 'is', null);
}

export function insertCode(db: Db, code: Insertable<Tables['code']>) {
  return db.insertInto('code').values(code);
}

/** Keeps a password's hash for later comparison. */
export function insertPassword(db: Db, row: Insertable<Tables['password_history']>) {
  return db.insertInto('password_history').values(row);
}

/** Passwords of an account, newest first. */
export function passwordsOf(db: Db, accountId: string, most: number) {
  return db
    .selectFrom('password_history')
    .select(['id', 'password_hash'])
    .where('account_id', '=', accountId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most);
}

/** Forgets passwords of an account that the policy no longer compares. */
export function forgetPasswords(db: Db, accountId: string, keptIds: string[]) {
  return db
    .deleteFrom('password_history')
    .where('account_id', '=', accountId)
    .$if(keptIds.length > 0, (all) => all.where('id', 'not in', keptIds));
}

/** Unused codes of a person for a password are void once a new one goes the same way, by hand or by mail. */
export function voidCodes(db: Db, voided: { personId: string; now: Instant; isMailed: boolean }) {
  return db
    .updateTable('code')
    .set({ used_at: voided.now })
    .where('person_id', '=', voided.personId)
    .where('purpose', '=', 'password')
    .where('email_hash', voided.isMailed ? 'is not' : 'is', null)
    .where('used_at', 'is', null);
}

export function codeByHash(db: Db, hashes: readonly string[]) {
  return db.selectFrom('code').selectAll().where('code_hash', 'in', hashes);
}

/** Marks a code as used; no row changes when another request was faster. */
export function useCodeOnce(db: Db, id: string, now: Instant) {
  return db.updateTable('code').set({ used_at: now }).where('id', '=', id).where('used_at', 'is', null);
}

/** The person's name and the unit of the principal post on a day, for accounts, grants and the frame. */
export function personForAccess(db: Db, personId: string, day: Day) {
  return db
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_id', '=', 'person.id')
        .on('post.is_principal', '=', 1)
        .on('post.valid_from', '<=', day)
        .on((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', day)])),
    )
    .leftJoin('unit', 'unit.id', 'post.home_unit_id')
    .select(['person.id', 'person.name', 'person.pinyin', 'unit.id as unit_id', unitLabel.as('unit_name')])
    .where('person.id', '=', personId)
    .limit(1);
}

/** The unit of a person's last principal post, for who has left. */
export function lastUnitOf(db: Db, personId: string) {
  return db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .select(['unit.id', 'unit.name'])
    .where('post.person_id', '=', personId)
    .where('post.is_principal', '=', 1)
    .orderBy('post.valid_from', 'desc')
    .limit(1);
}

/** A unit and all above it on a day: the scope of what belongs to the unit. */
export function pathOfUnit(db: Db, unitId: string, day: Day) {
  return db
    .selectFrom('unit_closure')
    .select('ancestor_id')
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
    .orderBy('depth');
}

/** Units that stand below no other. */
export function topUnits(db: Db) {
  return db.selectFrom('unit').select('id').where('parent_id', 'is', null);
}

export function grantById(db: Db, id: string) {
  return db.selectFrom('role_grant').selectAll().where('id', '=', id);
}
