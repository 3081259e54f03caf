import { hash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import { dutyOf, heldDespite, type Duty } from '#lib/domain/access/duties.ts';
import { isAdministrator } from '#lib/domain/access/roles.ts';
import type { AccountPolicy } from '#lib/domain/access/policy.ts';
import { covers } from '#lib/domain/shared/interval.ts';
import { shanghaiDay, toInstant, type Day, type Instant } from '#lib/domain/shared/time.ts';
import { askFixed, handleOf, runtimeOf, writeFixed, type Db } from '../db/index.ts';
import type { Grant, Role } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import {
  deleteExpired,
  deleteSession,
  deleteSessionsOf,
  insertSession,
  openAttemptOf,
  seeSession,
  sessionByHash,
  slideSession,
} from './queries.sessions.ts';
import { policyOf } from './questions.policy.ts';

/** A session's use is noted once a minute, not at every request. */
const SEEN_EVERY_MS = 60_000;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionFacts, UserFacts>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: UserFacts;
  }
}

export interface SessionFacts {
  publicId: string;
  address: string;
  agent: string;
  method: SignInMethod;
  hasSecondFactor: boolean;
}

/** How a session begins. */
export type SignInMethod = 'password' | 'portal';

export interface UserFacts {
  personId: string;
  name: string;
  /** What holds now: without those that an open duty withholds. */
  grants: Grant[];
  duty: Duty | null;
}

type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];

function sessionRows(db: Db, token: string) {
  return askFixed(db, sessionByHash, hashOf(token));
}

function grantsIn(rows: readonly SessionRow[]): Grant[] {
  return rows.flatMap(({ role, unit_id, valid_from, valid_to }) =>
    role === null || unit_id === null || valid_from === null
      ? []
      : [{ role: role as Role, unitId: unit_id, from: valid_from, to: valid_to }],
  );
}

/** Roles that are held on a day, whatever the unit. */
function rolesOn(grants: readonly Grant[], day: Day): Role[] {
  return grants.filter((grant) => covers(grant, day)).map((grant) => grant.role);
}

function hashOf(token: string): string {
  return hash('sha256', token);
}

/** Stores only hashes of tokens, and hands back the token as `id`: otherwise expiry would never slide. */
class HashingAdapter implements Adapter {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const rows = await sessionRows(this.#db, token);
    const [row] = rows;
    if (!row) return [null, null];
    const policy = await policyOf(this.#db);
    const now = toInstant(Date.now());
    const grants = grantsIn(rows);
    const roles = rolesOn(grants, shanghaiDay(now));
    const expiresAt = await this.#expiryOf(row, { now, roles, policy });
    if (!expiresAt) return [null, null];
    const hasSecondFactor = row.has_second_factor === 1;
    const duty = dutyOf({ roles, passwordSetAt: row.password_set_at, hasSecondFactor }, now, policy);
    const session: DatabaseSession = {
      id: token,
      userId: row.account_id,
      expiresAt,
      attributes: { publicId: row.session_id, address: '', agent: '', method: 'password', hasSecondFactor },
    };
    const attributes = {
      personId: row.person_id,
      name: row.name,
      grants: heldDespite(duty, grants),
      duty,
    };
    return [session, { id: row.account_id, attributes }];
  }

  async setSession(session: DatabaseSession): Promise<void> {
    const now = toInstant(Date.now());
    await insertSession(this.#db, {
      token_hash: hashOf(session.id),
      id: session.attributes.publicId,
      account_id: session.userId,
      created_at: now,
      expires_at: session.expiresAt.toISOString(),
      seen_at: now,
      address: session.attributes.address,
      agent: session.attributes.agent,
      method: session.attributes.method,
      has_second_factor: session.attributes.hasSecondFactor ? 1 : 0,
    }).execute();
  }

  async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
    await slideSession(this.#db, hashOf(token), expiresAt.toISOString()).execute();
  }

  async deleteSession(token: string): Promise<void> {
    await deleteSession(this.#db, hashOf(token)).execute();
  }

  async deleteUserSessions(accountId: string): Promise<void> {
    await deleteSessionsOf(this.#db, accountId).execute();
  }

  async deleteExpiredSessions(): Promise<void> {
    await deleteExpired(this.#db, toInstant(Date.now())).execute();
  }

  /** Lists are our own queries on the public id; Lucia's would hand out what cannot revoke. */
  async getUserSessions(): Promise<DatabaseSession[]> {
    throw new Error('sessions are listed by their public id');
  }

  /** End of a session, or null when it has come; an open attempt puts off every end. Notes the use. */
  async #expiryOf(row: SessionRow, { now, roles, policy }: Circumstances): Promise<Date | null> {
    const [nowMs, seenMs] = [Date.parse(now), Date.parse(row.seen_at ?? row.created_at)];
    const idleMinutes = roles.some(isAdministrator)
      ? Math.min(policy.idleMinutes, policy.administratorIdleMinutes)
      : policy.idleMinutes;
    const ends = [
      Date.parse(row.expires_at),
      Date.parse(row.created_at) + policy.sessionHours * 3_600_000,
      seenMs + idleMinutes * 60_000 + SEEN_EVERY_MS,
    ];
    const isOver = Math.min(...ends) <= nowMs;
    const [attempt] = isOver ? await askFixed(this.#db, openAttemptOf, row.person_id, now) : [];
    if (isOver && !attempt) return null;
    if (nowMs - seenMs >= SEEN_EVERY_MS) await writeFixed(this.#db, seeSession, row.token_hash, now);
    return attempt ? new Date(nowMs + policy.idleMinutes * 60_000) : new Date(row.expires_at);
  }
}

interface Circumstances {
  now: Instant;
  roles: readonly string[];
  policy: AccountPolicy;
}

/** Name of the cookie that carries a session's token. */
export const sessionCookie = 'xuefa_session';

/** Lucia over the act's database: a session of twice the idle limit is slid once half of it is gone. */
function sessionsOver(db: Db, idleMinutes: number): Lucia<SessionFacts, UserFacts> {
  return new Lucia(new HashingAdapter(db), {
    sessionExpiresIn: new TimeSpan(2 * idleMinutes, 'm'),
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });
}

const STANDING = Symbol('sessions');

/** Session and user behind a token by Lucia's check, for every request: one query, no write but once a minute. */
export async function checkSession(db: Db, token: string) {
  const { idleMinutes } = await policyOf(db);
  const standing = handleOf(db, STANDING, () => new Map<number, Lucia<SessionFacts, UserFacts>>());
  let sessions = standing.get(idleMinutes);
  if (!sessions) standing.set(idleMinutes, (sessions = sessionsOver(runtimeOf(db).root, idleMinutes)));
  return sessions.validateSession(token);
}

export interface Opening {
  address: string;
  agent: string;
  method: SignInMethod;
  hasSecondFactor: boolean;
}

/** Opens a session for an account; the token belongs into the cookie and nowhere else. */
export async function openSession(
  db: Db,
  accountId: string,
  opening: Opening,
): Promise<{ token: string; publicId: string }> {
  const publicId = newId();
  const { idleMinutes } = await policyOf(db);
  const agent = opening.agent.slice(0, 200);
  const session = await sessionsOver(db, idleMinutes).createSession(accountId, {
    ...opening,
    ...{ publicId, agent },
  });
  return { token: session.id, publicId };
}

/** Ends the session of a token. */
export async function closeSession(db: Db, token: string): Promise<void> {
  await deleteSession(db, hashOf(token)).execute();
}
