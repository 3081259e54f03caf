import { seededRng, type Rng } from '#lib/domain/shared/rng.ts';
import { addDays, fromShanghaiClock, type Day, type Instant } from '#lib/domain/shared/time.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { Chronicle } from '../chronicle.ts';
import type { Someone, Story } from '../words.ts';
import type { Department } from './departments.ts';
import type { Hire } from './staff.ts';

/** Somebody of the district, with what he is like. */
export interface Member extends Someone, Pick<Hire, 'classes' | 'zeal' | 'skill'> {
  department: Department;
  /** By it other systems know him. */
  mobile: string;
}

const SATURDAY = 6;
const MILLISECONDS_OF_DAY = 86_400_000;

/** 0 for Sunday to 6. */
function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (Math.floor(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_OF_DAY) + 4) % 7;
}

/** The first day from `day` on that is no weekend. */
export function workday(day: Day): Day {
  if (weekdayOf(day) === 0) return addDays(day, 1);
  return weekdayOf(day) === SATURDAY ? addDays(day, 2) : day;
}

/** The first Monday from `day` on. */
export function mondayFrom(day: Day): Day {
  return addDays(day, (8 - weekdayOf(day)) % 7);
}

/** A clock time within a span of minutes of the day. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Seconds by which what is done in a minute is late; the same for all of that minute, so that their order stays. */
function secondsAfter(at: Instant): number {
  return Math.floor(seededRng(at)() * 60);
}

/** Two years of an invented district: its people, and what they do when. */
export class World {
  readonly story: Story;
  readonly chronicle: Chronicle;
  /** The year of the story's end, and the one before. */
  readonly year: number;
  readonly lastYear: number;
  readonly #now: Instant;
  readonly units: Record<string, string> = {};
  readonly members: Member[] = [];
  departments: readonly Department[] = [];
  /** Who keeps the records of a department. */
  readonly clerks: Record<string, Member> = {};
  /** When somebody is not there, by his id. */
  readonly away = new Map<string, { from: Instant; to: Instant | null }[]>();

  constructor(story: Story, now: Instant) {
    this.story = story;
    this.#now = now;
    this.chronicle = new Chronicle(now, secondsAfter);
    this.year = Number(story.today.slice(0, 4));
    this.lastYear = this.year - 1;
  }

  get root(): string {
    return this.unit('云山区');
  }

  unit(name: string): string {
    const id = this.units[name];
    if (id === undefined) throw new Error(`no unit is called ${name}`);
    return id;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.units, name);
  }

  member(name: string): Member {
    const found = this.members.find((one) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  /** Whether somebody is there to learn: he has not gone and is not away for months. */
  isThere({ id }: Someone, now: Instant): boolean {
    return !(this.away.get(id) ?? []).some(({ from, to }) => from <= now && (to === null || now < to));
  }

  /** An act of somebody named. */
  as(name: string, now: Instant): Act {
    return this.story.as(this.member(name), now);
  }

  /** Chance of one part of the story: what another part draws does not change it. */
  rng(part: string): Rng {
    return seededRng(`云山区 ${part}`);
  }

  /** Enters a deed of a day on the Shanghai clock; on a weekend the next working day. */
  on(day: Day, clock: string, deed: (now: Instant) => Promise<void>): void {
    this.chronicle.enter(this.at(workday(day), clock), deed);
  }

  /** As `on`; a story that ends in the first days of its year has it done as the year begins. */
  onceBegun(day: Day, clock: string, deed: (now: Instant) => Promise<void>): void {
    const usual = this.at(workday(day), clock);
    this.chronicle.enter(usual <= this.#now ? usual : this.begun, deed);
  }

  /** The first morning of the year, before anybody is up. */
  get begun(): Instant {
    return this.at(`${this.year}-01-01`, '00:06');
  }

  at(day: Day, clock: string): Instant {
    const instant = fromShanghaiClock(`${day} ${clock}`);
    if (instant === null) throw new Error(`${day} ${clock} is no moment`);
    return instant;
  }
}
