import { claimFault, type Declared } from '#lib/domain/hours/claim.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as files from '../files/index.ts';
import * as people from '../people/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { claimById, claimedOn, claimsOf, insertClaim, moveClaim, openClaims } from './queries.claims.ts';
import { claimOf, type Claim } from './rows.claims.ts';

export interface NewClaim extends Declared {
  note: string;
  /** The certificate, notice or list that proves it. */
  file: { name: string; bytes: Uint8Array };
}

/** So many claims of one person may wait at a time. */
const MOST_OPEN = 20;

async function refuseFaulty(act: Act, personId: string, wanted: NewClaim): Promise<void> {
  const day = shanghaiDay(act.now);
  const fault = claimFault(wanted, { day, planYear: planYearOf(act.now) });
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  const same = await claimedOn(act.db, { personId, day: wanted.heldOn }).execute();
  if (same.some((one) => one.title === wanted.title.trim()))
    throw new DomainError('conflict', '这次培训已经申报过了，请在下面的列表中查看。');
  const { total } = await openClaims(act.db, personId).executeTakeFirstOrThrow();
  if (Number(total) >= MOST_OPEN)
    throw new DomainError('conflict', `还有 ${MOST_OPEN} 项申报等待审核，请待审核之后再申报。`);
}

/**
 * Declares own training outside the installation with its proof; a coordinator of his unit decides.
 * Throws `invalid` with the field, `conflict` for one that was declared already.
 */
export async function declareClaim(act: Act, wanted: NewClaim): Promise<{ id: string }> {
  access.require(act, 'claim.declare');
  const { personId } = personOf(act);
  await refuseFaulty(act, personId, wanted);
  const unitPath = await people.unitPathOf(act, personId);
  if (unitPath.length === 0)
    throw new DomainError('conflict', '您目前没有任职单位，请先联系培训管理员登记任职。');
  const file = await files.store(act, { unitPath, ownerId: personId, ...wanted.file });
  const id = newId();
  const { title, organiser, heldOn, span, minutes } = wanted;
  await inTransaction(act, async (own) => {
    await insertClaim(own.db, {
      ...{ id, person_id: personId, ledger: 'training', plan_year: Number(heldOn.slice(0, 4)) },
      ...{ title: title.trim(), organiser: organiser.trim(), held_on: heldOn, span, minutes },
      ...{ note: wanted.note.trim(), file_id: file.id, status: 'asked', asked_at: act.now },
    }).execute();
    await audit.record(own, {
      verb: 'hours.claimed',
      unitId: unitPath[0] ?? null,
      subject: { kind: 'claim', id },
      details: { title, heldOn, span, minutes },
    });
  });
  return { id };
}

async function ownClaim(act: Act, claimId: string): Promise<access.Thing> {
  const row = await claimById(act.db, claimId).executeTakeFirst();
  return { ownerId: row?.person_id ?? null, unitPath: [] };
}

/** Withdraws one's own claim while nobody has decided it. */
export async function withdrawClaim(act: Act, claimId: string): Promise<void> {
  const thing = await ownClaim(act, claimId);
  access.require(act, 'claim.withdraw', thing);
  await inTransaction(act, async (own) => {
    const moved = { id: claimId, from: 'asked', change: { status: 'withdrawn' } };
    const { numUpdatedRows } = await moveClaim(own.db, moved).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new DomainError('conflict', '这项申报已经审核或撤回，请刷新页面。');
    await audit.record(own, { verb: 'hours.claimWithdrawn', subject: { kind: 'claim', id: claimId } });
  });
}

/** The signed-in person's claims of all years, the latest first. */
export async function myClaims(act: Act, { limit = 200 } = {}): Promise<Claim[]> {
  access.require(act, 'claim.declare');
  return (await claimsOf(act.db, { personId: personOf(act).personId, limit }).execute()).map(claimOf);
}
