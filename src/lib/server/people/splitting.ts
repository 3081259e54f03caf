import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import type { Tables } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import type { Selectable, Updateable } from 'kysely';
import * as q from './queries.ts';
import { changeClasses } from './succession.ts';

export type PostRow = Selectable<Tables['post']>;

/**
 * Changes a post from a day on: what it was before stays as a post of its own that ends the day before, with its
 * classes; a post that begins on the day or later is changed as a whole. Resolves to the post that bears the change.
 * Throws `conflict` when another changed it meanwhile.
 */
export async function splitPost(
  act: Act,
  post: PostRow,
  asked: { day: Day; change: Updateable<Tables['post']> },
): Promise<string> {
  const { day, change } = asked;
  if (post.valid_from >= day) {
    await claim(act, post, change);
    return post.id;
  }
  await claim(act, post, { valid_to: addDays(day, -1) });
  const id = newId();
  const carried = await q.classesOfPosts(act.db, [post.id]).execute();
  const codes = carried.map((row) => row.class_code);
  await changeClasses(act, { postId: post.id, begun: [], ended: codes, from: day });
  await q.insertPosts(act.db, [{ ...post, ...change, id, valid_from: day, batch_id: null }]).execute();
  const classes = carried
    .filter((row) => row.valid_to === null || row.valid_to >= day)
    .map((row) => ({ ...row, post_id: id, valid_from: row.valid_from > day ? row.valid_from : day }));
  if (classes.length > 0) await q.insertClasses(act.db, classes).execute();
  return id;
}

async function claim(act: Act, post: PostRow, change: Updateable<Tables['post']>): Promise<void> {
  const seen = { id: post.id, homeUnitId: post.home_unit_id, to: post.valid_to };
  const done = await q.changePostSeen(act.db, seen, change).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('conflict', '这项任职刚刚被别人改动，请刷新后再试。');
}
