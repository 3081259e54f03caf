import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { byHand, issue, refuseBeyondOwnReach, thingOfPerson, type IssuedCode } from './codes.ts';
import { withoutAccount } from './queries.accounts.ts';
import { pathOfUnit } from './queries.ts';
import { require } from './require.ts';

/** Slips printed at a time; people listed at a time. */
const MOST_SLIPS = 200;
const MOST_LISTED = 500;

export interface Unopened {
  personId: string;
  name: string;
  unitId: string;
  unitName: string;
  /** A code has been issued before, and not been used. */
  isInvited: boolean;
}

/** People of a unit and all below it who have not opened their account yet; at most 500. */
export async function listUnopened(act: Act, unitId: string): Promise<Unopened[]> {
  const path = await pathOfUnit(act.db, unitId, shanghaiDay(act.now)).execute();
  require(act, 'access.issueCode', { unitPath: path.map((one) => one.ancestor_id) });
  const scope = { unitIds: [unitId], day: shanghaiDay(act.now) };
  const rows = await withoutAccount(act.db, scope, MOST_LISTED).execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    isInvited: row.login !== null,
  }));
}

export interface Slip extends IssuedCode {
  name: string;
  unitName: string;
}

/** Issues a one-time code to each of the people, to be printed, cut and handed over; all of them or none. */
export async function issueSlips(act: Act, personIds: readonly string[]): Promise<Slip[]> {
  require(act, 'access.issueSlips');
  const wanted = [...new Set(personIds)];
  if (wanted.length === 0) throw new DomainError('invalid', '请先选择人员。');
  if (wanted.length > MOST_SLIPS)
    throw new DomainError('invalid', `一次最多打印 ${MOST_SLIPS} 人，请分几次。`);
  return inTransaction(act, async (own) => {
    const delivery = await byHand(own.db);
    const slips: Slip[] = [];
    for (const personId of wanted) {
      const thing = await thingOfPerson(own, personId);
      require(own, 'access.issueCode', { unitPath: thing.unitPath });
      await refuseBeyondOwnReach(own, personId);
      const issued = await issue(own, { personId, thing, delivery });
      slips.push({ ...issued, name: thing.name, unitName: thing.unitName });
    }
    return slips;
  });
}
