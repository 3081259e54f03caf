import { createHmac, randomBytes } from 'node:crypto';
import { base32, counters, truncated } from '#lib/domain/access/totp.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { decrypt, encrypt, keyedHash, keyedHashes } from '../platform/cipher.ts';
import { newSpokenCode } from '../platform/ids.ts';
import { secondFactorOf, spendCounter, spendRecoveryCode } from './queries.secondFactor.ts';

/** As RFC 4226 section 4 recommends: the length of the hash. */
const SECRET_BYTES = 20;
const DIGITS = 6;
const RECOVERY_CODES = 10;

/** Ciphertext of a new secret. */
export function newSecret(db: Db): string {
  return encrypt(db, randomBytes(SECRET_BYTES).toString('base64'));
}

/** The secret as an app takes it in: typed (base32), and as the address of its square code. */
export function secretForApp(db: Db, cipher: string, account: string): { secret: string; uri: string } {
  const secret = base32(Buffer.from(decrypt(db, cipher), 'base64'));
  const label = encodeURIComponent(`学法:${account}`);
  const issuer = encodeURIComponent('学法');
  return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}` };
}

/** Code of a time step (RFC 6238, HMAC-SHA-1, six digits, as every app computes it). */
export function codeAt(db: Db, cipher: string, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const key = Buffer.from(decrypt(db, cipher), 'base64');
  return truncated(createHmac('sha1', key).update(message).digest(), DIGITS);
}

const RECOVERY = 'recovery code';
const spoken = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Codes to be kept on paper, each good for one sign-in; only `rows` are stored. */
export function newRecoveryCodes(db: Db, accountId: string) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newSpokenCode());
  const rows = codes.map((code) => ({
    code_hash: keyedHash(db, RECOVERY, spoken(code)),
    account_id: accountId,
    used_at: null,
  }));
  return { codes, rows };
}

/** Which secret was shown, spent by this call; null when neither fits. Within a transaction. */
export async function spendFactor(
  db: Db,
  shown: { accountId: string; code: string; now: Instant },
): Promise<'app' | 'recovery' | null> {
  const { accountId, now } = shown;
  const digits = shown.code.replace(/\s/g, '');
  if (!/^\d+$/.test(digits)) {
    const codeHashes = keyedHashes(db, RECOVERY, spoken(shown.code));
    const spent = await spendRecoveryCode(db, { accountId, codeHashes, now }).executeTakeFirst();
    return spent.numUpdatedRows > 0n ? 'recovery' : null;
  }
  const factor = await secondFactorOf(db, accountId).executeTakeFirst();
  if (!factor) return null;
  const near = counters(now, factor.last_counter);
  const counter = near.find((one) => codeAt(db, factor.secret_cipher, one) === digits);
  if (counter === undefined) return null;
  const spent = await spendCounter(db, accountId, counter).executeTakeFirst();
  return spent.numUpdatedRows > 0n ? 'app' : null;
}
