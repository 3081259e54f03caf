import { covers, overlaps, type DayInterval } from '../shared/interval.ts';
import { addDays, type Day } from '../shared/time.ts';

export type CountedIn = 'home' | 'work';

/** The unit in whose figures a post counts: the home unit unless the post says work and has one. */
export function countedUnit(post: {
  homeUnitId: string;
  workUnitId: string | null;
  countedIn: CountedIn;
}): string {
  return post.countedIn === 'work' ? (post.workUnitId ?? post.homeUnitId) : post.homeUnitId;
}

/** Two principal posts that share a day, or null: on any day a person has at most one (主职). */
export function principalClash<Post extends DayInterval & { isPrincipal: boolean }>(
  posts: readonly Post[],
): [Post, Post] | null {
  const principal = posts.filter((post) => post.isPrincipal);
  for (const [at, post] of principal.entries()) {
    const other = principal.slice(at + 1).find((later) => overlaps(post, later));
    if (other) return [post, other];
  }
  return null;
}

/** Interval that ends on the day before `day`; null when nothing of it would be left. */
export function endedBefore(interval: DayInterval, day: Day): DayInterval | null {
  const to = addDays(day, -1);
  if (interval.to !== null && interval.to <= to) return interval;
  return interval.from <= to ? { from: interval.from, to } : null;
}

/** Of dated things those that hold on a day. */
export function heldOn<Dated extends DayInterval>(things: readonly Dated[], day: Day): Dated[] {
  return things.filter((thing) => covers(thing, day));
}
