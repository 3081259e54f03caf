import type { Instant } from '../shared/time.ts';

/** What a 回执 seals: the attempt, its items in order with the last revision and value of each, and the time. */
export interface SealedAttempt {
  attemptId: string;
  endedAt: Instant;
  /** In the order of the paper; revision 0 and an empty value where nothing was answered. */
  items: { itemId: string; revision: number; value: string }[];
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** JSON without white space and with sorted keys (RFC 8785 for the values used here: text and whole numbers). */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** The text whose SHA-256 stands on the receipt. */
export function sealedText(attempt: SealedAttempt): string {
  return canonicalJson({ v: 1, attempt: attempt.attemptId, endedAt: attempt.endedAt, items: attempt.items });
}

/** The text that is signed: number, time and digest belong together. */
export function signedText(receipt: { number: string; endedAt: Instant; digest: string }): string {
  return canonicalJson({ number: receipt.number, endedAt: receipt.endedAt, digest: receipt.digest });
}
