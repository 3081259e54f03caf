import { toMs, type Instant } from '../shared/time.ts';

/** A time step (RFC 6238: X = 30 s, T0 = 0). */
const STEP_SECONDS = 30;
/** A clock may be one step slow or fast (RFC 6238 section 5.2). */
const DRIFT_STEPS = 1;

/** The counter of the time step in which `now` falls. */
export function counterAt(now: Instant): number {
  return Math.floor(toMs(now) / 1000 / STEP_SECONDS);
}

/** Counters whose code is taken at `now`: those near enough, later than the one used last, so that none works twice. */
export function counters(now: Instant, lastCounter: number): number[] {
  const at = counterAt(now);
  const near = [at];
  for (let drift = 1; drift <= DRIFT_STEPS; drift += 1) near.push(at - drift, at + drift);
  return near.filter((counter) => counter > lastCounter);
}

/**
 * Dynamic truncation of an HMAC to a code (RFC 4226 section 5.3): the last nibble says where 31 bits begin.
 *
 * @param mac bytes of HMAC-SHA-1 (20) or longer
 */
export function truncated(mac: Uint8Array, digits: number): string {
  const offset = (mac[mac.length - 1] ?? 0) & 0x0f;
  const bytes = new DataView(mac.buffer, mac.byteOffset + offset, 4);
  const code = (bytes.getUint32(0) & 0x7fffffff) % 10 ** digits;
  return String(code).padStart(digits, '0');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as base32 without padding (RFC 4648), as authenticator apps read a secret. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += LETTERS[(bits >> held) & 31];
    }
  }
  return held > 0 ? text + LETTERS[(bits << (5 - held)) & 31] : text;
}
