import { shanghaiClock, type Day, type Instant } from '../shared/time.ts';

/** `11 月 22 日 09:00` on a Shanghai clock. */
export function sayMoment(instant: Instant): string {
  const clock = shanghaiClock(instant);
  return `${sayDay(clock.slice(0, 10))} ${clock.slice(11, 16)}`;
}

/** `11 月 22 日`. */
export function sayDay(day: Day): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;
}
