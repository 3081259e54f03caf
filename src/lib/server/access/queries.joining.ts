import type { Db } from '../db/index.ts';

export function accountsOfPeople(db: Db, personIds: readonly string[]) {
  return db.selectFrom('account').select(['id', 'person_id', 'state']).where('person_id', 'in', personIds);
}

export function giveAccount(db: Db, asked: { id: string; personId: string }) {
  return db.updateTable('account').set({ person_id: asked.personId }).where('id', '=', asked.id);
}

export function setAccountState(db: Db, asked: { id: string; state: string }) {
  return db.updateTable('account').set({ state: asked.state }).where('id', '=', asked.id);
}

export function endSessionsOf(db: Db, accountId: string) {
  return db.deleteFrom('session').where('account_id', '=', accountId);
}
