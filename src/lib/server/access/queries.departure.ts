import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** `last` becomes the last day of every grant of an account that reaches beyond it. */
export function endGrantsOf(db: Db, accountId: string, last: Day) {
  return db
    .updateTable('role_grant')
    .set({ valid_to: last })
    .where('account_id', '=', accountId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', last)]));
}
