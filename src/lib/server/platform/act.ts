import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/schema/index.ts';

export type { Role };

/** A role over a unit and everything below it, on the days from `from` to `to` (null: open). */
export interface Grant {
  role: Role;
  unitId: string;
  from: Day;
  to: Day | null;
}

export interface PersonActor {
  kind: 'person';
  personId: string;
  accountId: string;
  /** Public id of the session; null in tests and for acts without one. */
  sessionId: string | null;
  name: string;
  /** What holds now: of a person with an open duty the learner's alone. */
  grants: Grant[];
  /** What is owed before the powers over others come back; nothing unless said. */
  duty?: 'password' | 'secondFactor' | null;
}

export type Actor =
  | PersonActor
  | { kind: 'visitor'; address: string }
  | { kind: 'console'; user: string }
  | { kind: 'system'; job: string };

/** First argument of every verb: who does it, when, under which request, over which database or transaction. */
export interface Act {
  actor: Actor;
  now: Instant;
  requestId: string;
  db: Db;
}

/** The signed-in person of an act; throws `unauthenticated` for anyone else. */
export function personOf(act: Act): PersonActor {
  if (act.actor.kind !== 'person') throw new DomainError('unauthenticated', '请先登录。');
  return act.actor;
}
