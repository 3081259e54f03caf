import { planYearOf } from '#lib/domain/shared/time.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import type { Wanted } from './contents.ts';
import { issueOne, issuerFor } from './issuing.ts';
import { certificateById, endCertificate, inForce, setSuccessor } from './queries.ts';
import { certificateOrThrow, pathOfIssuer } from './questions.ts';

/** Issues a certificate to one person; `conflict` when one of the kind and year is in force, or nothing is there. */
export async function issue(act: Act, wanted: Wanted): Promise<{ id: string; number: string }> {
  const unitPath = await people.unitPathOf(act, wanted.personId);
  access.require(act, 'certificates.issue', { unitPath });
  refuseYear(act, wanted.planYear);
  return inTransaction(act, (own) => issueWithin(own, wanted, unitPath));
}

/** The same within a transaction of the room, for one whose right to issue has been asked. */
export async function issueWithin(
  act: Act,
  wanted: Wanted,
  unitPath: readonly string[],
): Promise<{ id: string; number: string }> {
  const earlier = await inForce(act.db, wanted).executeTakeFirst();
  if (earlier)
    throw new DomainError(
      'conflict',
      `已有在用的证明 ${earlier.number}；记录有变动的，请打开那一份重新开具。`,
    );
  const [unitId = ''] = unitPath;
  const issuerUnitId = issuerFor(unitPath, access.unitsHeld(act, ['coordinator']));
  return issueOne(act, { ...wanted, unitId, issuerUnitId, by: signatureOf(act) });
}

/** Takes a certificate back for good; who verifies it is told, the reason is for its holder and for the unit. */
export async function revoke(act: Act, asked: { id: string; reason: string }): Promise<void> {
  const unitPath = await pathOfIssuer(act.db, asked.id);
  access.require(act, 'certificates.revoke', { unitPath });
  await inTransaction(act, (own) => end(own, { ...asked, status: 'revoked' }));
}

/** Issues anew what the records say now, under a new number; the old one says which replaces it. */
export async function reissue(
  act: Act,
  asked: { id: string; reason: string },
): Promise<{ id: string; number: string }> {
  const unitPath = await pathOfIssuer(act.db, asked.id);
  access.require(act, 'certificates.revoke', { unitPath });
  return inTransaction(act, async (own) => {
    const old = await certificateOrThrow(own.db, asked.id);
    await end(own, { ...asked, status: 'replaced' });
    const { personId, kind, planYear, issuerUnitId } = old;
    const [unitId = old.unitId] = await people.unitPathOf(own, personId);
    const by = signatureOf(own);
    const next = await issueOne(own, { personId, kind, planYear, unitId, issuerUnitId, by });
    await setSuccessor(own.db, { id: asked.id, replacedBy: next.id }).execute();
    return next;
  });
}

async function end(
  act: Act,
  asked: { id: string; status: 'revoked' | 'replaced'; reason: string },
): Promise<void> {
  const { id, status } = asked;
  const reason = asked.reason.trim();
  if (reason === '') {
    const sentence = '请写明原因。';
    throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  }
  const row = await certificateById(act.db, id).executeTakeFirstOrThrow();
  const ended = await endCertificate(act.db, {
    ...{ id, status, reason, at: act.now },
    by: signatureOf(act),
  }).executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw new DomainError('conflict', '这份证明已经撤销或更正，请刷新页面。');
  const subject = { kind: 'person', id: row.person_id };
  await audit.record(act, {
    verb: `certificates.${status}`,
    unitId: row.issuer_unit_id,
    subject,
    details: { certificate: id, number: row.number, reason },
  });
}

/** Years to come have nothing to certify. */
export function refuseYear(act: Act, planYear: number): void {
  if (Number.isInteger(planYear) && planYear >= 2000 && planYear <= planYearOf(act.now)) return;
  const sentence = '请选择本年度或以前的年度。';
  throw new DomainError('invalid', sentence, { fields: { planYear: sentence } });
}
