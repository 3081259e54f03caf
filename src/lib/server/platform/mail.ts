import { createTransport } from 'nodemailer';
import * as v from 'valibot';
import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import { findsAny } from '../db/any.ts';
import { handleOf, runtimeOf } from '../db/runtime.ts';
import type { Db } from '../db/schema/index.ts';
import type { Act } from './act.ts';
import { decrypt, encrypt } from './cipher.ts';
import { newId } from './ids.ts';

/** How letters leave: `smtp://…` or `smtps://…`, and under whose address. */
export interface MailSettings {
  url: string;
  from: string;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Letters that one round of the job sends. */
const MOST_LETTERS = 20;
const MOST_TRIES = 5;
/** Time between two tries; doubled at each. */
const RETRY_SECONDS = 60;
const TIMEOUT_MS = 10_000;

const letterSchema = v.object({ v: v.literal(1), to: v.string(), subject: v.string(), text: v.string() });

/** True where the installation has somebody to send mail through. */
export function canMail(db: Db): boolean {
  return runtimeOf(db).mail !== null;
}

/** Puts a letter on its way within the act's transaction; it leaves within seconds after that holds. */
export async function queueLetter(act: Act, letter: Letter): Promise<void> {
  await act.db
    .insertInto('mail')
    .values({
      ...{ id: newId(), letter_cipher: encrypt(act.db, JSON.stringify({ v: 1, ...letter })) },
      ...{ queued_at: act.now, tries: 0, next_at: act.now, sent_at: null, fault: null },
    })
    .execute();
}

const TRANSPORT = Symbol('mail transport');

function transportOf(db: Db, { url }: MailSettings) {
  return handleOf(db, TRANSPORT, () =>
    createTransport({
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    }),
  );
}

/** Takes a letter for this try, so that no other process sends it too; it comes up again should this one die. */
async function take(db: Db, row: { id: string; tries: number }, now: Instant): Promise<boolean> {
  const next_at = addSeconds(now, RETRY_SECONDS * 2 ** row.tries);
  const taken = await db
    .updateTable('mail')
    .set({ tries: row.tries + 1, next_at })
    .where('id', '=', row.id)
    .where('tries', '=', row.tries)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** What went wrong, without the words of the letter or its receiver. */
function faultOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
}

function waitingLetters(db: Db, now: Instant) {
  return db
    .selectFrom('mail')
    .select(['id', 'tries', 'letter_cipher'])
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(MOST_LETTERS);
}

/** Whether a letter waits for its next try, and can leave. */
export async function isLetterDue(db: Db, now: Instant): Promise<boolean> {
  return canMail(db) && findsAny(waitingLetters(db, now));
}

/** Sends what waits; what fails is tried again four times, ever later. Answers how many letters left. */
export async function sendLetters(act: Act): Promise<number> {
  const { mail, log } = runtimeOf(act.db);
  if (mail === null) return 0;
  const waiting = await waitingLetters(act.db, act.now).execute();
  let sent = 0;
  for (const row of waiting) {
    if (row.letter_cipher === null || !(await take(act.db, row, act.now))) continue;
    const { to, subject, text } = v.parse(letterSchema, JSON.parse(decrypt(act.db, row.letter_cipher)));
    const end = act.db.updateTable('mail').where('id', '=', row.id);
    try {
      await transportOf(act.db, mail).sendMail({ from: mail.from, to, subject, text });
      await end.set({ sent_at: act.now, next_at: null, letter_cipher: null, fault: null }).execute();
      sent += 1;
    } catch (error) {
      const fault = faultOf(error);
      log.warn({ mail: row.id, tries: row.tries + 1, fault }, 'a letter could not be sent');
      const isLast = row.tries + 1 >= MOST_TRIES;
      await end.set(isLast ? { fault, next_at: null, letter_cipher: null } : { fault }).execute();
    }
  }
  return sent;
}

/** Forgets letters that left, or were given up, before a moment. */
export function forgetLetters(db: Db, before: Instant) {
  return db.deleteFrom('mail').where('next_at', 'is', null).where('queued_at', '<', before);
}
