import { hash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import { toInstant } from '#lib/domain/shared/time.ts';
import { askFixed, handleOf, type Db } from '../db/index.ts';
import type { Grant, Role } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import {
  deleteExpired,
  deleteSession,
  deleteSessionsOf,
  insertSession,
  openAttemptOf,
  sessionByHash,
  slideSession,
} from './queries.sessions.ts';

/** Idle limit of a session in minutes; Lucia slides a session of twice that length once half of it is gone. */
const IDLE_MINUTES = 30;
/** However active, a session ends after this. */
const ABSOLUTE_HOURS = 12;

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
}

export interface UserFacts {
  personId: string;
  name: string;
  grants: Grant[];
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
    const expiresAt = await this.#expiryOf(row);
    if (!expiresAt) return [null, null];
    const session: DatabaseSession = {
      id: token,
      userId: row.account_id,
      expiresAt,
      attributes: { publicId: row.session_id, address: '', agent: '' },
    };
    const attributes = { personId: row.person_id, name: row.name, grants: grantsIn(rows) };
    return [session, { id: row.account_id, attributes }];
  }

  async setSession(session: DatabaseSession): Promise<void> {
    await insertSession(this.#db, {
      token_hash: hashOf(session.id),
      id: session.attributes.publicId,
      account_id: session.userId,
      created_at: toInstant(Date.now()),
      expires_at: session.expiresAt.toISOString(),
      address: session.attributes.address,
      agent: session.attributes.agent,
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

  async #expiryOf(row: { expires_at: string; created_at: string; person_id: string }): Promise<Date | null> {
    const now = Date.now();
    const absolute = Date.parse(row.created_at) + ABSOLUTE_HOURS * 3_600_000;
    const expires = Math.min(Date.parse(row.expires_at), absolute);
    if (expires > now) return new Date(row.expires_at);
    const attempt = await openAttemptOf(this.#db, row.person_id, toInstant(now)).executeTakeFirst();
    return attempt ? new Date(now + IDLE_MINUTES * 60_000) : null;
  }
}

/** Name of the cookie that carries a session's token. */
export const sessionCookie = 'xuefa_session';

/** Lucia over the act's database. `secure` marks the cookie for TLS only. */
export function sessionsOver(db: Db, secure = false): Lucia<SessionFacts, UserFacts> {
  return new Lucia(new HashingAdapter(db), {
    sessionExpiresIn: new TimeSpan(2 * IDLE_MINUTES, 'm'),
    sessionCookie: {
      name: sessionCookie,
      expires: false,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });
}

const STANDING = Symbol('sessions');

/** Session and user behind a token by Lucia's check, for every request: one query, no write but to slide. */
export function checkSession(db: Db, token: string) {
  const sessions = handleOf(db, STANDING, (runtime) => sessionsOver(runtime.root));
  return sessions.validateSession(token);
}

/** Opens a session for an account; the token belongs into the cookie and nowhere else. */
export async function openSession(
  db: Db,
  accountId: string,
  from: { address: string; agent: string },
): Promise<{ token: string; publicId: string }> {
  const publicId = newId();
  const session = await sessionsOver(db).createSession(accountId, {
    publicId,
    address: from.address,
    agent: from.agent.slice(0, 200),
  });
  return { token: session.id, publicId };
}
