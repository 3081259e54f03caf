import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode, StaffKind } from '#lib/domain/people/codes.ts';
import { addDays, fromShanghaiClock, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '#lib/server/access/index.ts';
import type { Db } from '#lib/server/db/index.ts';
import * as people from '#lib/server/people/index.ts';
import type { Act, Grant, Role } from '#lib/server/platform/act.ts';
import { newId } from '#lib/server/platform/ids.ts';
import * as units from '#lib/server/units/index.ts';

/** Somebody of the demo: who acts, and in what roles. */
export interface Someone {
  id: string;
  name: string;
  unitId: string;
  grants: Grant[];
}

export interface PersonWish {
  name: string;
  title: string;
  level?: LevelCode;
  rank?: string | null;
  staffKind?: StaffKind;
  classes?: ClassCode[];
  mobile?: string;
}

/**
 * The vocabulary of the seeds: every word is one of the product's own verbs, said at a moment of the past.
 * Nothing here writes a figure.
 */
export class Story {
  readonly db: Db;
  readonly today: Day;
  readonly #now: Instant;

  constructor(db: Db, now: Instant) {
    this.db = db;
    this.today = shanghaiDay(now);
    this.#now = now;
  }

  /** A day of this year, `days` ago, never before the first working days of January nor after today. */
  daysAgo(days: number): Day {
    const day = addDays(this.today, -days);
    const first = `${this.today.slice(0, 4)}-01-04`;
    return day < first ? (first < this.today ? first : this.today) : day;
  }

  /** A moment of a day on the Shanghai clock, not later than now. */
  moment(day: Day, clock: string): Instant {
    const instant = fromShanghaiClock(`${day} ${clock}`) ?? this.#now;
    return instant < this.#now ? instant : this.#now;
  }

  /** An act of somebody at a moment. */
  as(who: Someone, now: Instant): Act {
    const { id: personId, name, grants } = who;
    const actor = { kind: 'person' as const, personId, accountId: personId, sessionId: null, name, grants };
    return { actor, now, requestId: newId(), db: this.db };
  }

  console(now: Instant): Act {
    return { actor: { kind: 'console', user: 'xuefa' }, now, requestId: newId(), db: this.db };
  }

  async unit(name: string, parentId: string | null, from: Day): Promise<string> {
    const { id } = await units.addUnit(this.console(this.moment(from, '08:30')), { name, parentId, from });
    return id;
  }

  async person(wish: PersonWish, unitId: string, from: Day): Promise<Someone> {
    const act = this.console(this.moment(from, '08:40'));
    const id = await people.addPerson(act, { ...wish, unitId, from });
    return { id, name: wish.name, unitId, grants: [] };
  }

  #visitor(now: Instant): Act {
    return { ...this.console(now), actor: { kind: 'visitor', address: '127.0.0.1' } };
  }

  /** An act of the installation itself. */
  system(now: Instant): Act {
    return { ...this.console(now), actor: { kind: 'system', job: 'demo' } };
  }

  /** Gives a person an account that waits for him with a one-time code. */
  async activate(who: Someone, now: Instant): Promise<void> {
    await access.issueCode(this.console(now), who.id);
  }

  /** Opens the account of somebody who comes in through a portal, which asks no password of him. */
  async provenByPortal(who: Someone, now: Instant): Promise<void> {
    await access.accountProven(this.#visitor(now), who.id);
  }

  /** Lets a person sign in under `login`, by a one-time code as in life; at the story's end unless told. */
  async account(who: Someone, login: string, password: string, now = this.#now): Promise<void> {
    const issued = await access.issueCode(this.console(now), who.id);
    await access.useCode(this.#visitor(now), { code: issued.code, login, password, again: password });
  }

  /** Gives a role over a unit, in the database and to the story's own acts. */
  async role(who: Someone, role: Role, unitId: string, now = this.#now): Promise<void> {
    await access.grant(this.console(now), { personId: who.id, role, unitId, to: null });
    const from = now === this.#now ? `${this.today.slice(0, 4)}-01-01` : shanghaiDay(now);
    who.grants.push({ role, unitId, from, to: null });
  }
}
