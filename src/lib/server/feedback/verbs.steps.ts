import { LONGEST_TEXT, type FeedbackKind } from '#lib/domain/feedback/kinds.ts';
import { endOf, startsOf, type FeedbackStep } from '#lib/domain/feedback/steps.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf, type Signature } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { insertReply, markSeen, moveFeedback, standOf } from './queries.ts';

export interface FeedbackThing extends access.Thing {
  kind: FeedbackKind;
  unitId: string | null;
}

/** What access needs of a piece: its sender, and the unit whose office it went to. */
export async function thingOfFeedback(act: Act, id: string): Promise<FeedbackThing> {
  const row = await standOf(act.db, id).executeTakeFirst();
  if (!row) return { kind: 'suggestion', unitId: null, unitPath: [] };
  const unitPath = await units.pathOf(act.db, row.unit_id);
  return { kind: row.kind as FeedbackKind, unitId: row.unit_id, ownerId: row.person_id, unitPath };
}

/** Problems with the system also reach its administrators; everything else is the coordinators'. */
export function mayAnswer(kind: FeedbackKind): access.Verb {
  return kind === 'problem' ? 'feedback.answerProblem' : 'feedback.answer';
}

interface Stepping {
  id: string;
  thing: FeedbackThing;
  step: FeedbackStep;
  /** What is said with it; null where nothing is. */
  body: string | null;
  isOffice: boolean;
  /** To whom the office gives it, and why; itself unless told. */
  handing?: { to: Signature; note: string };
}

/** Makes a step with what is said, and notes it. Throws `conflict` when the piece is no longer where the step begins. */
export async function stepOn(act: Act, asked: Stepping): Promise<void> {
  const { id, thing, step, body, isOffice, handing } = asked;
  const by = signatureOf(act);
  const handled = isOffice ? handlerOf(by, handing) : {};
  await inTransaction(act, async (own) => {
    const change = { status: endOf(step), changed_at: own.now, ...handled, ...noted(step, own.now) };
    const moved = await moveFeedback(own.db, { id, from: startsOf(step), change }).executeTakeFirstOrThrow();
    if (moved.numUpdatedRows === 0n)
      throw new DomainError('conflict', '这条意见的状态已经变了，请刷新页面再看。');
    if (body !== null)
      await insertReply(own.db, {
        ...{ id: newId(), feedback_id: id, is_office: isOffice ? 1 : 0 },
        ...{ by_id: by.id, by_name: by.name, body, said_at: own.now },
      }).execute();
    await audit.record(own, {
      verb: `feedback.${deeds[step]}`,
      unitId: thing.unitId,
      subject: { kind: 'feedback', id },
      details: { kind: thing.kind, isOffice, ...(handing && { to: handing.to, note: handing.note }) },
    });
  });
}

/** Who has it from now on; taking it up or answering does not forget who handed it over. */
function handlerOf(by: Signature, handing: Stepping['handing']) {
  if (!handing) return { handler_id: by.id, handler_name: by.name };
  const { to, note } = handing;
  return { handler_id: to.id, handler_name: to.name, handed_by: by.name, handed_note: note };
}

/** A new answer has not been seen; who insists has seen the last. */
function noted(step: FeedbackStep, now: Instant): { seen_at?: Instant | null } {
  if (step === 'answer') return { seen_at: null };
  return step === 'insist' ? { seen_at: now } : {};
}

const deeds = {
  take: 'taken',
  hand: 'handed',
  answer: 'answered',
  insist: 'insisted',
  close: 'closed',
} as const;

function saidOrThrow(text: string, sentence: string): string {
  const body = text.trim();
  if (body !== '' && body.length <= LONGEST_TEXT) return body;
  const said = body === '' ? sentence : `请不超过 ${LONGEST_TEXT} 个字。`;
  throw new DomainError('invalid', said, { fields: { body: said } });
}

/** Who sent a piece does not handle it. Throws `forbidden`. */
export function refuseOwn(act: Act, thing: FeedbackThing): void {
  if (thing.ownerId === signatureOf(act).id)
    throw new DomainError('forbidden', '自己提的意见由另一位管理员办理。');
}

/** Takes a piece up, so that its sender and the others of the office see who handles it. */
export async function takeFeedback(act: Act, id: string): Promise<void> {
  const thing = await thingOfFeedback(act, id);
  access.require(act, mayAnswer(thing.kind), { unitPath: thing.unitPath ?? [] });
  refuseOwn(act, thing);
  await stepOn(act, { id, thing, step: 'take', body: null, isOffice: true });
}

/** Answers a piece, or adds to an answer. Throws `invalid` for an empty one, `conflict` once it is closed. */
export async function answerFeedback(act: Act, asked: { id: string; body: string }): Promise<void> {
  const thing = await thingOfFeedback(act, asked.id);
  access.require(act, mayAnswer(thing.kind), { unitPath: thing.unitPath ?? [] });
  refuseOwn(act, thing);
  const body = saidOrThrow(asked.body, '请写明答复，本人看得到。');
  await stepOn(act, { id: asked.id, thing, step: 'answer', body, isOffice: true });
}

/** Closes what is answered: nothing is added any more. */
export async function closeFeedback(act: Act, id: string): Promise<void> {
  const thing = await thingOfFeedback(act, id);
  access.require(act, mayAnswer(thing.kind), { unitPath: thing.unitPath ?? [] });
  refuseOwn(act, thing);
  await stepOn(act, { id, thing, step: 'close', body: null, isOffice: true });
}

/** The sender says that the answer does not settle it: the office has it again. */
export async function insistOnFeedback(act: Act, asked: { id: string; body: string }): Promise<void> {
  const thing = await thingOfFeedback(act, asked.id);
  access.require(act, 'feedback.own', thing);
  const body = saidOrThrow(asked.body, '请写明还有什么没有解决。');
  await stepOn(act, { id: asked.id, thing, step: 'insist', body, isOffice: false });
}

/** The sender takes note of an answer; it no longer counts as new. */
export async function noteAnswer(act: Act, id: string): Promise<void> {
  const thing = await thingOfFeedback(act, id);
  access.require(act, 'feedback.own', thing);
  await markSeen(act.db, { id, now: act.now }).execute();
}
