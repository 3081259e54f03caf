import type { Ledger } from '../facts/study.ts';
import type { Day } from '../shared/time.ts';
import { plainTitle } from './mark.ts';
import type { Result } from './row.ts';

/** Something of the same person and plan year that is recorded here already. */
export interface Recorded {
  kind: 'lesson' | 'event' | 'claim' | 'asked' | 'import';
  ledger: Ledger;
  title: string;
  /** Day of the training; null for a lesson, which is read on any day. */
  on: Day | null;
  /** What it is worth or how long it was, in words: `8 学时`, `一天`. */
  amount: string;
}

const KINDS: Record<Recorded['kind'], string> = {
  lesson: '在线课时',
  event: '学法活动',
  claim: '已通过的申报',
  asked: '待审核的申报',
  import: '已导入的成绩',
};

/** Shorter titles are not taken for a part of longer ones: 培训 stands in most. */
const SHORTEST_PART = 5;
/** Share of common pairs of signs from which two titles are near: Dice's coefficient in hundredths. */
const NEAR = 75;

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const signs = [...text];
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const pair = `${signs[at]}${signs[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** True for titles that may well name the same training: equal, one within the other, or mostly of the same pairs. */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [plainTitle(one), plainTitle(other)];
  if (a === b) return a !== '';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= SHORTEST_PART && long.includes(short)) return true;
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  let common = 0;
  for (const [pair, times] of pairs) common += Math.min(times, others.get(pair) ?? 0);
  const all = [...pairs.values(), ...others.values()].reduce((sum, times) => sum + times, 0);
  return all > 0 && 200 * common >= NEAR * all;
}

/**
 * Of what is recorded, what may be the same training as a result: in the same ledger on the same day, or of a title
 * that is near.
 */
export function overlapsOf(result: Result, recorded: readonly Recorded[]): Recorded[] {
  return recorded.filter(
    (one) =>
      one.ledger === result.ledger &&
      ((one.on !== null && one.on === result.completedOn) || isNear(one.title, result.title)),
  );
}

/** `已通过的申报“市里的专题班”（2026-02-26，8 学时）` */
export function recordedText({ kind, title, on, amount }: Recorded): string {
  const parts = [...(on === null ? [] : [on]), amount];
  return `${KINDS[kind]}“${title}”（${parts.join('，')}）`;
}
