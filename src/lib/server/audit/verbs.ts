import { addSeconds } from '#lib/domain/shared/time.ts';
import { inTransaction, writeFixed } from '../db/index.ts';
import type { Act, Actor } from '../platform/act.ts';
import { sign } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';
import { insertEntry, lookSince } from './queries.ts';
import { coveredText } from './rows.ts';

export interface Deed {
  /** Room and past act, e.g. `people.imported`. */
  verb: string;
  unitId?: string | null;
  subject?: { kind: string; id: string };
  /** Plain facts; never secrets, answers or full identity numbers. */
  details?: Record<string, unknown>;
}

function nameOf(actor: Actor): { id: string; name: string } {
  switch (actor.kind) {
    case 'person':
      return { id: actor.personId, name: actor.name };
    case 'visitor':
      return { id: actor.address, name: '访客' };
    case 'console':
      return { id: actor.user, name: actor.user };
    case 'system':
      return { id: actor.job, name: '系统' };
  }
}

/** Writes an entry into the act's own transaction, so that neither stands without the other. */
export async function record(act: Act, deed: Deed): Promise<void> {
  const actor = nameOf(act.actor);
  const entry = {
    id: newId(),
    at: act.now,
    actor_kind: act.actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    verb: deed.verb,
    unit_id: deed.unitId ?? null,
    subject_kind: deed.subject?.kind ?? null,
    subject_id: deed.subject?.id ?? null,
    details: JSON.stringify({ v: 1, ...deed.details }),
    request_id: act.requestId,
  };
  const mac = sign(act.db, 'audit entry', coveredText(entry));
  await writeFixed(act.db, insertEntry, { ...entry, mac, seal_number: null, position: null });
}

/** Time within which looking again is the same look. */
const SAME_LOOK_SECONDS = 3600;

/**
 * Notes that somebody looked at another person's data, once an hour, in a transaction of its own; who looks at his own
 * leaves no trace. The person himself is shown these entries.
 */
export async function noteLook(act: Act, look: { verb: string; personId: string; unitId?: string | null }) {
  const { verb, personId } = look;
  const { actor } = act;
  if (actor.kind !== 'person' || actor.personId === personId) return;
  const since = addSeconds(act.now, -SAME_LOOK_SECONDS);
  const asked = { actorId: actor.personId, verb, personId, since };
  if (await lookSince(act.db, asked).executeTakeFirst()) return;
  const subject = { kind: 'person', id: personId };
  await inTransaction(act, (own) => record(own, { verb, subject, unitId: look.unitId ?? null }));
}

/** A refusal leaves its trace after the roll-back, in a transaction of its own. */
export async function recordRefusal(act: Act, deed: Deed): Promise<void> {
  await inTransaction(act, (own) => record(own, deed));
}
