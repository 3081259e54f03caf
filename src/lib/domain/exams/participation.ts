import type { Instant } from '../shared/time.ts';
import { isReleased, type ReleaseFacts } from './candidacy.ts';

/** How far somebody on the list has come with an exam as a whole, whatever its windows. */
export type Participation = 'upcoming' | 'awaited' | 'sitting' | 'sat' | 'absent';

export const participations: Record<
  Participation,
  { label: string; tone: 'good' | 'warn' | 'bad' | 'plain' }
> = {
  upcoming: { label: '考试还没有开放', tone: 'plain' },
  awaited: { label: '还没有作答', tone: 'plain' },
  sitting: { label: '作答中', tone: 'warn' },
  sat: { label: '已交卷', tone: 'good' },
  absent: { label: '未参加', tone: 'bad' },
};

/** Participation at `now` of somebody with these attempts; `lastCloses` ends the last window of the exam. */
export function participationOf(
  exam: { opensAt: Instant; lastCloses: Instant },
  attempts: readonly { status: 'open' | 'submitted' | 'closed' }[],
  now: Instant,
): Participation {
  if (attempts.some((one) => one.status === 'open')) return 'sitting';
  if (attempts.length > 0) return 'sat';
  if (now < exam.opensAt) return 'upcoming';
  return now <= exam.lastCloses ? 'awaited' : 'absent';
}

/** When items, keys and explanations are told: now, after the last window, or never, as the coordinator settled. */
export type ItemRelease = 'told' | 'awaited' | 'never';

export function itemReleaseOf(exam: ReleaseFacts, now: Instant): ItemRelease {
  if (exam.policy === 'totals') return 'never';
  return isReleased(exam, now) ? 'told' : 'awaited';
}
