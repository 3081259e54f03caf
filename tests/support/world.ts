import type { Day, Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '#lib/server/db/index.ts';
import type { Act, Actor, Grant, Role } from '#lib/server/platform/act.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { wire } from '#lib/server/wiring.ts';

/** A Monday morning in the plan year 2026, 09:00 in Shanghai. */
export const monday: Instant = '2026-03-02T01:00:00.000Z';

export interface SignedIn {
  personId?: string;
  name?: string;
  /** Roles of this person, by unit: `{ coordinator: unitId }`. Open from 2020 on. */
  roles?: Partial<Record<Role, string>>;
}

/** A test's installation: one database, the acts that may touch it, and a moment that the test sets. */
export interface World {
  db: Db;
  now: Instant;
  /** What the command line does. */
  console: Act;
  /** What the server does by itself. */
  system: Act;
  /** An act of someone not signed in. */
  visitor: Act;
  /** The same installation at another moment. */
  at(now: Instant): World;
  /** An act of this actor at this world's moment. */
  act(actor: Actor): Act;
  /** An act of a signed-in person; without `personId` of one whom the database does not know. */
  signedIn(who?: SignedIn): Act;
}

/** Wires the rooms over `db` and answers its world at `monday`. */
export function worldOver(db: Db): World {
  wire(db);
  return worldAt(db, monday);
}

function worldAt(db: Db, now: Instant): World {
  const act = (actor: Actor): Act => ({ actor, now, requestId: newId(), db });
  return {
    db,
    now,
    console: act({ kind: 'console', user: 'test' }),
    system: act({ kind: 'system', job: 'test' }),
    visitor: act({ kind: 'visitor', address: '127.0.0.1' }),
    at: (then) => worldAt(db, then),
    act,
    signedIn: (who = {}) => act(personActor(who)),
  };
}

const longAgo: Day = '2020-01-01';

function personActor({ personId = newId(), name = '测试人员', roles = {} }: SignedIn): Actor {
  const grants: Grant[] = Object.entries(roles).map(([role, unitId]) => ({
    role: role as Role,
    unitId,
    from: longAgo,
    to: null,
  }));
  return { kind: 'person', personId, accountId: `account of ${personId}`, sessionId: null, name, grants };
}
