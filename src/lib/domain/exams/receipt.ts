import { canonicalJson } from '../shared/canonicalJson.ts';
import type { Instant } from '../shared/time.ts';

/** What a 回执 seals: the attempt, its items in order with the last revision and value of each, and the time. */
export interface SealedAttempt {
  attemptId: string;
  endedAt: Instant;
  /** In the order of the paper; revision 0 and an empty value where nothing was answered. */
  items: { itemId: string; revision: number; value: string }[];
}

/** The text whose SHA-256 stands on the receipt. */
export function sealedText(attempt: SealedAttempt): string {
  return canonicalJson({ v: 1, attempt: attempt.attemptId, endedAt: attempt.endedAt, items: attempt.items });
}

/** The text that is signed: number, time and digest belong together. */
export function signedText(receipt: { number: string; endedAt: Instant; digest: string }): string {
  return canonicalJson({ number: receipt.number, endedAt: receipt.endedAt, digest: receipt.digest });
}
