import { randomBytes } from 'node:crypto';

/** UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then chance; sorts by time of making. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** `bytes` random bytes as base64url text. */
export function newToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Letters that are not mistaken for each other when read aloud or from paper: no 0/O, 1/I/L. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code to read out or type: groups of four from 31 letters, 4.95 bits each; 16 letters carry 79 bits. */
export function newSpokenCode(letters = 16): string {
  const picked: string[] = [];
  while (picked.length < letters) {
    const byte = randomBytes(1)[0] ?? 0;
    // 248 = 8 · 31: larger bytes would favour the first letters.
    if (byte < 248) picked.push(CODE_LETTERS[byte % 31] ?? '');
  }
  return (picked.join('').match(/.{4}/g) ?? []).join('-');
}
