import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addSeconds } from '../shared/time.ts';
import { base32, counterAt, counters, truncated } from './totp.ts';

/** Vectors of RFC 6238 appendix B, SHA-1, eight digits. */
const vectors: [time: string, code: string][] = [
  ['1970-01-01T00:00:59.000Z', '94287082'],
  ['2005-03-18T01:58:29.000Z', '07081804'],
  ['2005-03-18T01:58:31.000Z', '14050471'],
  ['2009-02-13T23:31:30.000Z', '89005924'],
  ['2033-05-18T03:33:20.000Z', '69279037'],
  ['2603-10-11T11:33:20.000Z', '65353130'],
];

function codeOf(counter: number, digits: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  return truncated(createHmac('sha1', '12345678901234567890').update(message).digest(), digits);
}

describe('a time-based code', () => {
  it.each(vectors)('is at %s that of RFC 6238: %s', (time, code) => {
    expect(codeOf(counterAt(time), 8)).toBe(code);
  });

  it('has six digits like the counter codes of RFC 4226 appendix D', () => {
    expect([0, 1, 2, 9].map((counter) => codeOf(counter, 6))).toEqual([
      '755224',
      '287082',
      '359152',
      '520489',
    ]);
  });

  it('is taken one step early or late, never twice and never backwards', () => {
    const now = '2026-03-02T01:00:00.000Z';
    const at = counterAt(now);
    expect(counters(now, 0).sort()).toEqual([at - 1, at, at + 1]);
    expect(counters(now, at)).toEqual([at + 1]);
    expect(counters(addSeconds(now, 30), at + 2)).toEqual([]);
  });
});

it('writes a secret in base32 as RFC 4648 does', () => {
  const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'];
  expect(texts.map((text) => base32(Buffer.from(text)))).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
});
