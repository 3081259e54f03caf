import { addDays, type Day } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.ts';

/** Class rows of a post that begin on a day. */
export function classRows(postId: string, codes: readonly string[], from: Day) {
  return codes.map((code) => ({ post_id: postId, class_code: code, valid_from: from, valid_to: null }));
}

export interface ClassChange {
  postId: string;
  begun: readonly string[];
  ended: readonly string[];
  from: Day;
}

/** Begins and ends classes of a post with a day; a class that began only on that day never was. */
export async function changeClasses(act: Act, { postId, begun, ended, from }: ClassChange): Promise<void> {
  const last = addDays(from, -1);
  if (ended.length > 0) {
    await q.dropClasses(act.db, { postId, codes: ended, last }).execute();
    await q.endClasses(act.db, { postId, codes: ended, last }).execute();
  }
  const held = await q.classesOfPosts(act.db, [postId]).execute();
  const open = new Set(held.filter((one) => one.valid_to === null).map((one) => one.class_code));
  const fresh = begun.filter((code) => !open.has(code));
  if (fresh.length > 0) await q.insertClasses(act.db, classRows(postId, fresh, from)).execute();
}

/** The post's last day is the day before `from`, and so is that of its classes. */
export async function endPost(act: Act, postId: string, from: Day): Promise<void> {
  const classes = await q.classesOfPosts(act.db, [postId]).execute();
  await changeClasses(act, { postId, begun: [], ended: classes.map((one) => one.class_code), from });
  await q.updatePost(act.db, postId, { valid_to: addDays(from, -1) }).execute();
}
