import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode, Status } from '#lib/domain/people/codes.ts';
import type { CountedIn } from '#lib/domain/people/post.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as q from './queries.ts';
import { postsReaching } from './queries.posts.ts';
import type { PostOn } from './questions.ts';
import { changeClasses, classRows, endPost } from './succession.ts';

/** The principal post that somebody holds from a day on. */
export interface Succession {
  personId: string;
  /** First day of the new post. */
  day: Day;
  homeUnitId: string;
  /** Where it differs from the home unit (派驻/下沉). */
  workUnitId?: string | null;
  countedIn?: CountedIn;
  /** What is left out stays as it was in the post before. */
  title?: string | null;
  levelCode?: LevelCode | null;
  classes?: readonly ClassCode[];
  /** `active` where it changes with the post; stays as it was unless told. */
  status?: Status;
}

/** Classes of the new post from `day` on: those named, else what the old post carried then or gained later. */
function classesFrom(
  { classes, day }: Succession,
  carried: readonly { class_code: string; valid_from: Day; valid_to: Day | null }[],
) {
  if (classes) return classes.map((code) => ({ class_code: code, valid_from: day, valid_to: null }));
  return carried
    .filter((row) => row.valid_to === null || row.valid_to >= day)
    .map(({ class_code, valid_from, valid_to }) => ({
      ...{ class_code, valid_to },
      valid_from: valid_from > day ? valid_from : day,
    }));
}

/**
 * A step of a move: the principal post of the day ends the day before, and the next one begins; a post that began only
 * on that day is corrected. `unitPath` is where the mover was asked for. Throws `conflict` when the post was changed
 * meanwhile.
 */
export async function succeedPost(
  act: Act,
  { next, before, unitPath }: { next: Succession; before: PostOn; unitPath: readonly string[] },
): Promise<void> {
  access.require(act, 'people.move', { unitPath });
  const { personId, day } = next;
  const stored = await q.principalPostOn(act.db, personId, day).executeTakeFirstOrThrow();
  const place = {
    home_unit_id: next.homeUnitId,
    work_unit_id: next.workUnitId ?? null,
    counted_in: next.countedIn ?? 'home',
    title: next.title === undefined ? before.title : next.title,
    level_code: next.levelCode === undefined ? before.level : next.levelCode,
    status: next.status ?? before.status,
  };
  const carried = await q.classesOfPosts(act.db, [stored.id]).execute();
  const codes = carried.map((row) => row.class_code);
  const seen = { id: stored.id, homeUnitId: stored.home_unit_id, to: stored.valid_to };
  if (stored.valid_from === day) {
    await claim(act, seen, place);
    const begun = next.classes ?? [];
    const ended = next.classes ? codes.filter((code) => !(begun as string[]).includes(code)) : [];
    await changeClasses(act, { postId: stored.id, begun, ended, from: day });
    return;
  }
  await claim(act, seen, { valid_to: addDays(day, -1) });
  await changeClasses(act, { postId: stored.id, begun: [], ended: codes, from: day });
  const { counted_unit_id: _counted, ...kept } = stored;
  const id = newId();
  await q
    .insertPosts(act.db, [{ ...kept, ...place, id, valid_from: day, valid_to: null, batch_id: null }])
    .execute();
  const classes = classesFrom(next, carried).map((row) => ({ ...row, post_id: id }));
  if (classes.length > 0) await q.insertClasses(act.db, classes).execute();
}

/** Changes the post if it still stands as it was seen: of two changes at once one is told. */
async function claim(
  act: Act,
  seen: q.PostSeen,
  change: Parameters<typeof q.changePostSeen>[2],
): Promise<void> {
  const done = await q.changePostSeen(act.db, seen, change).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('conflict', '他的任职刚刚被别人改动，请刷新后再试。');
}

/**
 * A step of a departure: all posts of somebody end with the day before. Throws `conflict` where one begins later, or
 * was changed meanwhile.
 */
export async function endPosts(
  act: Act,
  { personId, day, unitPath }: { personId: string; day: Day; unitPath: readonly string[] },
): Promise<void> {
  access.require(act, 'people.move', { unitPath });
  for (const post of await postsReaching(act.db, personId, day).execute()) {
    if (post.valid_from >= day)
      throw new DomainError('conflict', `他另有从 ${post.valid_from} 起的任职，请先更正那一项。`);
    const classes = await q.classesOfPosts(act.db, [post.id]).execute();
    const ended = classes.map((one) => one.class_code);
    const seen = { id: post.id, homeUnitId: post.home_unit_id, to: post.valid_to };
    await claim(act, seen, { valid_to: addDays(day, -1) });
    await changeClasses(act, { postId: post.id, begun: [], ended, from: day });
  }
}

/**
 * A step of an import: the posts that somebody holds on a day end with the day before; one that begins later is left
 * alone. Resolves to the home unit of the principal one; undefined for somebody who holds none.
 */
export async function endHeldPosts(
  act: Act,
  { personId, day }: { personId: string; day: Day },
): Promise<string | undefined> {
  access.require(act, 'people.resume');
  const reaching = await postsReaching(act.db, personId, day).execute();
  const held = reaching.filter((post) => post.valid_from <= day);
  for (const post of held) await endPost(act, post.id, day);
  return held[0]?.home_unit_id;
}

export interface Opening {
  personId: string;
  unitId: string;
  title: string | null;
  levelCode: LevelCode | null;
  status: Status;
  classes: readonly ClassCode[];
  day: Day;
  unitPath: readonly string[];
}

/** A step of an arrival: somebody without a post holds a principal one from a day on. */
export async function openPost(act: Act, asked: Opening): Promise<void> {
  access.require(act, 'people.add', { unitPath: asked.unitPath });
  const { personId, unitId, classes, day } = asked;
  const id = newId();
  const post = {
    ...{ id, person_id: personId, home_unit_id: unitId, work_unit_id: null, counted_in: 'home' },
    ...{ title: asked.title, level_code: asked.levelCode, rank_code: null, staff_kind: null },
    ...{ is_principal: 1, status: asked.status, valid_from: day, valid_to: null, batch_id: null },
  };
  await q.insertPosts(act.db, [post]).execute();
  if (classes.length > 0) await q.insertClasses(act.db, classRows(id, classes, day)).execute();
  await announce(act, { kind: 'postChanged', personId, day });
  await announce(act, { kind: 'classChanged', personId, day });
}
