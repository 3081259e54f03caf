import { createHash } from 'node:crypto';
import type { BrowserContextOptions } from 'playwright';
import { addSeconds, toInstant } from '#lib/domain/shared/time.ts';
import { closeDatabase, type Db } from '#lib/server/db/index.ts';
import { newId, newToken } from '#lib/server/platform/ids.ts';
import { openTestDatabase } from './databases.ts';
import type { Settings } from './engines.ts';
import { examination, type Examination, type ExaminationWish } from './exams.ts';
import { worldOver, type World } from './world.ts';

/** A signed-in candidate. */
export interface Sitter {
  personId: string;
  /** Value of the session's cookie. */
  token: string;
}

export interface ExamHouse extends Omit<Examination, 'takers'> {
  sitters: Sitter[];
}

/** Fills an installation with an exam that is open now, and candidates who are signed in. */
export function examHouse(settings: Settings, wish: ExaminationWish = {}): Promise<ExamHouse> {
  return within(settings, async (world) => {
    const opensAt = addSeconds(world.now, -3600);
    const { takers, ...exam } = await examination(world, { opensAt, windowSeconds: 86_400, ...wish });
    const sitters: Sitter[] = [];
    for (const personId of takers) sitters.push({ personId, token: await sessionOf(world, personId) });
    return { ...exam, sitters };
  });
}

/** Opens an installation beside its server, for what a test does to it from outside. */
export async function within<T>(settings: Settings, work: (world: World) => Promise<T>): Promise<T> {
  const db = openTestDatabase(settings.databaseUrl, settings.dataFolder);
  try {
    return await work(worldOver(db).at(toInstant(Date.now())));
  } finally {
    await closeDatabase(db);
  }
}

/** Account and session as rows: no journey of the room is about passwords. Returns the cookie's value. */
export async function sessionOf(world: World, personId: string): Promise<string> {
  const token = newToken(30);
  const accountId = newId();
  await world.db
    .insertInto('account')
    .values({
      ...{ id: accountId, person_id: personId, login: personId, password_hash: null, state: 'active' },
      ...{ created_at: world.now, password_set_at: world.now },
    })
    .execute();
  await world.db
    .insertInto('session')
    .values({
      ...{ token_hash: createHash('sha256').update(token).digest('hex'), id: newId(), account_id: accountId },
      ...{ created_at: world.now, expires_at: addSeconds(world.now, 3500), address: '', agent: '' },
    })
    .execute();
  return token;
}

/** A browser in which this candidate is signed in. */
export function signedIn({ token }: Sitter): BrowserContextOptions {
  const cookie = { name: 'xuefa_session', value: token, domain: '127.0.0.1', path: '/' };
  const way = { expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
  return { storageState: { cookies: [{ ...cookie, ...way }], origins: [] } };
}

/** Moves the end of the open attempt, or of every one unless told which, to so many seconds from now. */
export async function endsIn(db: Db, seconds: number, attemptId?: string): Promise<void> {
  const deadline = addSeconds(toInstant(Date.now()), seconds);
  const open = db.updateTable('attempt').set({ deadline }).where('status', '=', 'open');
  await (attemptId === undefined ? open : open.where('id', '=', attemptId)).execute();
}
