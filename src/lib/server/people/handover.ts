import type { Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { movedBy, type MovedRow } from './questions.merge.ts';
import { noteMoved } from './verbs.moved.ts';
import * as q from './queries.ts';
import { dropClassesOf, postsFrom } from './queries.merge.ts';
import type { PostRow } from './splitting.ts';
import { endPost } from './succession.ts';

interface Handover {
  mergeId: string;
  keptId: string;
  goneId: string;
  day: Day;
  unitPath: string[];
}

interface PostKept {
  v: 1;
  to: Day | null;
  classes: { class_code: string; valid_from: Day; valid_to: Day | null }[];
}

/** Posts, numbers and account of the gone record go over; what the kept record has of its own it keeps. */
export async function handOver(act: Act, asked: Handover): Promise<void> {
  await handOverPosts(act, asked);
  await handOverNumbers(act, asked);
  const { mergeId, keptId, goneId, unitPath } = asked;
  const account = await access.joinAccounts(act, { keptId, goneId, unitPath });
  if (account)
    await noteMoved(act, { mergeId, kind: 'account', rows: [{ key: account.id, detail: account.was }] });
}

async function handOverPosts(act: Act, { mergeId, keptId, goneId, day }: Handover): Promise<void> {
  const own = await postsFrom(act.db, { personId: keptId, day }).execute();
  const rows: MovedRow[] = [];
  const copies: MovedRow[] = [];
  for (const post of await postsFrom(act.db, { personId: goneId, day }).execute()) {
    const classes = await q.classesOfPosts(act.db, [post.id]).execute();
    const kept: PostKept = {
      v: 1,
      to: post.valid_to,
      classes: classes.map(({ class_code, valid_from, valid_to }) => ({ class_code, valid_from, valid_to })),
    };
    rows.push({ key: post.id, detail: JSON.stringify(kept) });
    if (!clashes(post, own)) copies.push({ key: await copyPost(act, { post, keptId, day }) });
    await endPost(act, post.id, day);
  }
  await noteMoved(act, { mergeId, kind: 'post', rows });
  await noteMoved(act, { mergeId, kind: 'postGiven', rows: copies });
}

/** The kept record has a principal post of its own, or a post in the same unit. */
function clashes(post: PostRow, own: readonly PostRow[]): boolean {
  if (post.is_principal === 1) return own.some((one) => one.is_principal === 1);
  return own.some((one) => one.home_unit_id === post.home_unit_id);
}

async function copyPost(act: Act, asked: { post: PostRow; keptId: string; day: Day }): Promise<string> {
  const { post, keptId, day } = asked;
  const id = newId();
  const from = (since: Day) => (since > day ? since : day);
  const copy = { ...post, id, person_id: keptId, valid_from: from(post.valid_from), batch_id: null };
  await q.insertPosts(act.db, [copy]).execute();
  const classes = (await q.classesOfPosts(act.db, [post.id]).execute())
    .filter((row) => row.valid_to === null || row.valid_to >= day)
    .map((row) => ({ ...row, post_id: id, valid_from: from(row.valid_from) }));
  if (classes.length > 0) await q.insertClasses(act.db, classes).execute();
  return id;
}

/** Identity number and mobile that the kept record lacks; each stands with one record alone. */
async function handOverNumbers(act: Act, { mergeId, keptId, goneId }: Handover): Promise<void> {
  const kept = await q.personById(act.db, keptId).executeTakeFirstOrThrow();
  const gone = await q.personById(act.db, goneId).executeTakeFirstOrThrow();
  const rows: MovedRow[] = [];
  if (kept.identity_hash === null && gone.identity_hash !== null) {
    rows.push({ key: 'identity' });
    await giveNumber(act, { from: goneId, to: keptId, key: 'identity' });
  }
  if (kept.mobile_hash === null && gone.mobile_hash !== null) {
    rows.push({ key: 'mobile' });
    await giveNumber(act, { from: goneId, to: keptId, key: 'mobile' });
  }
  await noteMoved(act, { mergeId, kind: 'number', rows });
}

async function giveNumber(
  act: Act,
  asked: { from: string; to: string; key: 'identity' | 'mobile' },
): Promise<void> {
  const row = await q.personById(act.db, asked.from).executeTakeFirstOrThrow();
  const identity = {
    ...{ identity_cipher: row.identity_cipher, identity_hash: row.identity_hash },
    identity_last4: row.identity_last4,
  };
  const mobile = {
    ...{ mobile_cipher: row.mobile_cipher, mobile_hash: row.mobile_hash },
    mobile_last4: row.mobile_last4,
  };
  const none = {
    identity: { identity_cipher: null, identity_hash: null, identity_last4: null },
    mobile: { mobile_cipher: null, mobile_hash: null, mobile_last4: null },
  };
  await q.updatePerson(act.db, asked.from, none[asked.key]).execute();
  await q.updatePerson(act.db, asked.to, asked.key === 'identity' ? identity : mobile).execute();
}

/** Gives back what went over: posts go on as they were, those given end with the day, numbers and account return. */
export async function takeBackOver(act: Act, asked: Handover): Promise<void> {
  const { mergeId, keptId, goneId, day, unitPath } = asked;
  for (const { key } of await movedBy(act.db, { mergeId, kind: 'postGiven' })) await endPost(act, key, day);
  for (const { key, detail } of await movedBy(act.db, { mergeId, kind: 'post' })) {
    const was = JSON.parse(detail ?? '') as PostKept;
    if (was.v !== 1) throw new Error(`unknown version ${String(was.v)} of a post in a merge`);
    await q.updatePost(act.db, key, { valid_to: was.to }).execute();
    await dropClassesOf(act.db, key).execute();
    const classes = was.classes.map((row) => ({ ...row, post_id: key }));
    if (classes.length > 0) await q.insertClasses(act.db, classes).execute();
  }
  for (const { key } of await movedBy(act.db, { mergeId, kind: 'number' }))
    await giveNumber(act, { from: keptId, to: goneId, key: key === 'identity' ? 'identity' : 'mobile' });
  for (const { key, detail } of await movedBy(act.db, { mergeId, kind: 'account' }))
    await access.partAccounts(act, { accountId: key, was: detail ?? '', goneId, unitPath });
}
