import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { handleOf, type Db } from '../db/index.ts';

/** argon2id with 19 MiB, two passes, one lane (OWASP); parameters stand in the stored text. */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);

/** As many hashes at a time as cores, so that a rush of sign-ins neither starves answers nor fills the memory. */
class Turnstile {
  #free = availableParallelism();
  readonly #waiting: (() => void)[] = [];

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

const TURNSTILE = Symbol('password turnstile');

async function tag(db: Db, password: string, nonce: Buffer, parameters: typeof PARAMETERS): Promise<Buffer> {
  const turnstile = handleOf(db, TURNSTILE, () => new Turnstile());
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return turnstile.pass(() => derive('argon2id', { message, nonce, ...parameters }));
}

/** Salted hash in the usual `$argon2id$…` text. Never called inside a transaction. */
export async function hashPassword(db: Db, password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await tag(db, password, nonce, PARAMETERS);
  const { memory, passes, parallelism } = PARAMETERS;
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(nonce)}$${text(hash)}`;
}

/** A hash that no password has: checking it costs an unknown account the same time as a known one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** True when the password is the one of the stored hash; a missing hash costs the same time and is false. */
export async function isPassword(db: Db, password: string, stored: string | null): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored ?? NOBODY);
  if (!match) return false;
  const [, memory, passes, parallelism, nonce = '', hash = ''] = match;
  const expected = Buffer.from(hash, 'base64');
  const parameters = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  };
  const actual = await tag(db, password, Buffer.from(nonce, 'base64'), parameters);
  return timingSafeEqual(actual, expected) && stored !== null;
}
