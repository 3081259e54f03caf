/** A moment: ISO-8601 UTC with milliseconds; sorts and compares as text. */
export type Instant = string;
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

/** China has kept UTC+8 without daylight saving since 1991; earlier moments are not handled. */
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Moment of a count of milliseconds since 1970. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Milliseconds since 1970; throws RangeError on text that is no moment. */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(toMs(instant) + seconds * 1000);
}

/** Whole seconds from `from` to `to`, rounded down; negative when `to` lies before. */
export function secondsBetween(from: Instant, to: Instant): number {
  return Math.floor((toMs(to) - toMs(from)) / 1000);
}

/** The earlier of moments; at least one is needed. */
export function earliest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((least, one) => (one < least ? one : least), first);
}

/** Day in Asia/Shanghai on which a moment falls (31 December ends at 16:00Z). */
export function shanghaiDay(instant: Instant): Day {
  return toInstant(toMs(instant) + SHANGHAI_MS).slice(0, 10);
}

/** First moment of a Shanghai day. */
export function startOfDay(day: Day): Instant {
  return toInstant(toMs(`${day}T00:00:00.000Z`) - SHANGHAI_MS);
}

/** First moment after a Shanghai day (exclusive end). */
export function endOfDay(day: Day): Instant {
  return startOfDay(addDays(day, 1));
}

export function addDays(day: Day, days: number): Day {
  return toInstant(toMs(`${day}T00:00:00.000Z`) + days * DAY_MS).slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(`${to}T00:00:00.000Z`) - toMs(`${from}T00:00:00.000Z`)) / DAY_MS);
}

/** Plan year in which a moment falls, by the Shanghai calendar. */
export function planYearOf(instant: Instant): number {
  return Number(shanghaiDay(instant).slice(0, 4));
}

/** True for text that is an existing day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && toInstant(ms).slice(0, 10) === text;
}

/** `YYYY-MM-DD HH:mm:ss` on a Shanghai clock. */
export function shanghaiClock(instant: Instant): string {
  return toInstant(toMs(instant) + SHANGHAI_MS)
    .slice(0, 19)
    .replace('T', ' ');
}

/** Moment of a Shanghai wall clock `YYYY-MM-DDTHH:mm` or `YYYY-MM-DD HH:mm[:ss]`; null for anything else. */
export function fromShanghaiClock(text: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', hour = '', minute = '', second = '00'] = match;
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return toInstant(toMs(`${day}T${hour}:${minute}:${second}.000Z`) - SHANGHAI_MS);
}
