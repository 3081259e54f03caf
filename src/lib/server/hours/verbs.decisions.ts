import { isChanged, lengthFault, type Length } from '#lib/domain/hours/claim.ts';
import { measureOf } from '#lib/domain/hours/rule.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { bookByRule, ruleFor } from './booking.ts';
import { claimById, moveClaim } from './queries.claims.ts';
import { claimOf, type Claim } from './rows.claims.ts';
import { thingOfClaim } from './verbs.claimsDesk.ts';
import { takeBackSource } from './verbs.facts.ts';

function refuseOwn(act: Act, thing: access.Thing): void {
  if (thing.ownerId === signatureOf(act).id)
    throw new DomainError('conflict', '本人的申报须由其他管理员审核。');
}

function reasonOf(text: string, sentence: string): string {
  const reason = text.trim();
  if (reason === '') throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  return reason;
}

interface Move {
  claim: Claim;
  from: 'asked' | 'approved';
  to: 'asked' | 'approved' | 'refused';
  reason: string;
  approved: Length | null;
  unitId: string | null;
}

async function decide(act: Act, { claim, from, to, reason, approved, unitId }: Move): Promise<void> {
  const change = {
    ...{ status: to, decided_by: signatureOf(act).id, decided_at: act.now, decided_reason: reason || null },
    ...{ approved_span: approved?.span ?? null, approved_minutes: approved?.minutes ?? null },
  };
  const { numUpdatedRows } = await moveClaim(act.db, {
    id: claim.id,
    from,
    change,
  }).executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new DomainError('conflict', '这项申报的状态已经变化，请刷新页面。');
  await audit.record(act, {
    verb: `hours.claim${{ approved: 'Approved', refused: 'Refused', asked: 'TakenBack' }[to]}`,
    unitId,
    subject: { kind: 'claim', id: claim.id },
    details: { personId: claim.personId, reason, ...approved },
  });
}

/**
 * Approves a claim, with another length if need be (then a reason is owed); its hours are entered by the rule of its
 * day. Throws `conflict` for one's own and for one decided already.
 */
export async function approveClaim(
  act: Act,
  asked: { claimId: string; reason: string } & Length,
): Promise<void> {
  const thing = await thingOfClaim(act, asked.claimId);
  access.require(act, 'claim.decide', { unitPath: thing.unitPath ?? [] });
  refuseOwn(act, thing);
  const fault = lengthFault(asked);
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  const claim = claimOf(await claimById(act.db, asked.claimId).executeTakeFirstOrThrow());
  const owed = isChanged(claim, asked);
  const reason = owed ? reasonOf(asked.reason, '认定的时长与申报不同，请写明原因。') : asked.reason.trim();
  const approved: Length = { span: asked.span, minutes: asked.minutes };
  await inTransaction(act, async (own) => {
    const unitId = thing.unitPath?.[0] ?? null;
    await decide(own, { claim, from: 'asked', to: 'approved', reason, approved, unitId });
    const rule = await ruleFor(own, 'claim', claim.heldOn);
    const { personId, planYear } = claim;
    const key = { ledger: 'training', personId, planYear, sourceKind: 'claim', sourceId: claim.id } as const;
    await bookByRule(own, key, { measure: measureOf(rule, approved), rule, origin: 'claim' });
  });
}

/** Refuses a claim with a reason that its owner sees. */
export async function refuseClaim(act: Act, asked: { claimId: string; reason: string }): Promise<void> {
  const thing = await thingOfClaim(act, asked.claimId);
  access.require(act, 'claim.decide', { unitPath: thing.unitPath ?? [] });
  refuseOwn(act, thing);
  const reason = reasonOf(asked.reason, '请写明不通过的原因，本人看得到。');
  const claim = claimOf(await claimById(act.db, asked.claimId).executeTakeFirstOrThrow());
  const unitId = thing.unitPath?.[0] ?? null;
  await inTransaction(act, (own) =>
    decide(own, { claim, from: 'asked', to: 'refused', reason, approved: null, unitId }),
  );
}

/** Takes an approval back with a reason: its entry is reversed, and the claim waits to be decided again. */
export async function takeBackClaim(act: Act, asked: { claimId: string; reason: string }): Promise<void> {
  const thing = await thingOfClaim(act, asked.claimId);
  access.require(act, 'claim.decide', { unitPath: thing.unitPath ?? [] });
  refuseOwn(act, thing);
  const reason = reasonOf(asked.reason, '请写明退回重审的原因。');
  const claim = claimOf(await claimById(act.db, asked.claimId).executeTakeFirstOrThrow());
  const unitId = thing.unitPath?.[0] ?? null;
  await inTransaction(act, async (own) => {
    await decide(own, { claim, from: 'approved', to: 'asked', reason, approved: null, unitId });
    const { id: sourceId, personId, planYear } = claim;
    await takeBackSource(own, { sourceKind: 'claim', sourceId, personIds: [personId], planYear, reason });
  });
}
