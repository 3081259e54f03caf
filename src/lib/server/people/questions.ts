import { inClassOrder, type ClassCode } from '#lib/domain/people/classes.ts';
import type { CountedIn } from '#lib/domain/people/post.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { askFixed, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import {
  classesOfPerson,
  namesOf,
  nextPrincipal,
  personById,
  personByMobileHash,
  principalPostOn,
} from './queries.ts';
import { lastPrincipal } from './queries.merge.ts';
import { rosterRows, type RosterAsk } from './queries.roster.ts';
import { mobileHashes } from './rows.ts';

export type { RosterAsk } from './queries.roster.ts';

/** The post that is a person's own (主职) on a day. */
export interface PostOn {
  postId: string;
  /** First day of the post. */
  from: Day;
  homeUnitId: string;
  workUnitId: string | null;
  countedIn: CountedIn;
  /** The unit in whose figures the person counts, and in those of all units above it. */
  countedUnitId: string;
  title: string | null;
  level: string | null;
  status: string;
  /** Through all posts of the day, secondary ones included. */
  classes: ClassCode[];
  isLeadership: boolean;
}

/** The principal post on a day; undefined for someone who has none then. */
export async function postOn(db: Db, personId: string, day: Day): Promise<PostOn | undefined> {
  const [row] = await askFixed(db, principalPostOn, personId, day);
  if (!row) return undefined;
  const classes = await classesOn(db, personId, day);
  return {
    postId: row.id,
    from: row.valid_from,
    homeUnitId: row.home_unit_id,
    workUnitId: row.work_unit_id,
    countedIn: row.counted_in === 'work' ? 'work' : 'home',
    countedUnitId: row.counted_unit_id,
    title: row.title,
    level: row.level_code,
    status: row.status,
    classes,
    isLeadership: classes.includes('leadership'),
  };
}

/** First day of the next principal post that begins after a day; null when none does. */
export async function nextPostFrom(db: Db, personId: string, day: Day): Promise<Day | null> {
  const later = await nextPrincipal(db, personId, day).executeTakeFirst();
  return later?.valid_from ?? null;
}

/** Classes held on a day through any post. */
export async function classesOn(db: Db, personId: string, day: Day): Promise<ClassCode[]> {
  const rows = await askFixed(db, classesOfPerson, personId, day);
  return inClassOrder(rows.map((row) => row.class_code));
}

/**
 * Units whose coordinators and leaders may see the person today: the principal post's home unit and its work unit,
 * each with all units above; empty for someone without a post.
 */
export async function unitPathOf(act: Act, personId: string): Promise<string[]> {
  const day = shanghaiDay(act.now);
  const post = await principalPostOn(act.db, personId, day).executeTakeFirst();
  if (!post) return [];
  const home = await units.pathOf(act.db, post.home_unit_id, day);
  const work = post.work_unit_id === null ? [] : await units.pathOf(act.db, post.work_unit_id, day);
  return [...new Set([...home, ...work])];
}

/** The same, and for someone without a post today the unit of his last principal post with all above it. */
export async function careerPathOf(act: Act, personId: string): Promise<string[]> {
  const today = await unitPathOf(act, personId);
  if (today.length > 0) return today;
  const post = await lastPrincipal(act.db, personId).executeTakeFirst();
  return post ? units.pathOf(act.db, post.home_unit_id) : [];
}

/** The home unit of today's principal post and all above it; empty for someone without a post. */
export async function homePathOf(act: Act, personId: string): Promise<string[]> {
  const day = shanghaiDay(act.now);
  const post = await principalPostOn(act.db, personId, day).executeTakeFirst();
  return post ? units.pathOf(act.db, post.home_unit_id, day) : [];
}

export interface RosterLine {
  personId: string;
  name: string;
  postId: string;
  /** The unit in which the person counts. */
  unitId: string;
  status: string;
  isLeadership: boolean;
}

/** Everyone who counts at or below a unit on a day, once each, sorted by name. */
export async function roster(db: Db, asked: RosterAsk): Promise<RosterLine[]> {
  const rows = await rosterRows(db, asked).execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    postId: row.post_id,
    unitId: row.unit_id,
    status: row.status,
    isLeadership: row.leading_id !== null,
  }));
}

/** The person whose mobile this is (eleven digits); undefined when nobody's. */
export async function findByMobile(
  db: Db,
  mobile: string,
): Promise<{ id: string; name: string } | undefined> {
  return personByMobileHash(db, mobileHashes(db, mobile)).executeTakeFirst();
}

/** Name of a person; undefined for an unknown id. */
export async function nameOf(db: Db, personId: string): Promise<string | undefined> {
  const row = await personById(db, personId).executeTakeFirst();
  return row?.name;
}

/** Names by id; unknown ids are left out. */
export async function namesById(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await namesOf(db, personIds).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
