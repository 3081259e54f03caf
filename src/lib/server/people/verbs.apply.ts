import { endedBefore } from '#lib/domain/people/post.ts';
import { postWanted, type Decision, type KnownPost, type OpenRow } from '#lib/domain/people/roster/decide.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import { writeFixed } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { AppliedRow, Batch } from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { comeBack, depart } from './departures.ts';
import { deleteClassesOf, deletePersons, deletePosts, postsOfBatch } from './queries.import.ts';
import * as q from './queries.ts';
import { changeClasses, classRows, endPost } from './succession.ts';
import { decideRows } from './rows.decide.ts';
import { stagedOf, type StagedPerson } from './rows.staged.ts';

const NO_POST: KnownPost | null = null;

interface PostWish {
  personId: string;
  row: OpenRow;
  current: KnownPost | null;
  from: Day;
  to: Day | null;
  batchId: string;
}

function postRow(wish: PostWish) {
  const { level, rank, staffKind, status, title, homeUnitId, workUnitId } = postWanted(
    wish.row,
    wish.current,
  );
  return {
    id: newId(),
    person_id: wish.personId,
    home_unit_id: homeUnitId,
    work_unit_id: workUnitId,
    title,
    level_code: level,
    rank_code: rank,
    staff_kind: staffKind,
    is_principal: 1,
    counted_in: 'home',
    status,
    valid_from: wish.from,
    valid_to: wish.to,
    batch_id: wish.batchId,
  };
}

/** Rows of one statement; equal lengths share their text. */
const PORTION = 25;

async function inPortions<Row>(rows: Row[], write: (portion: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += PORTION) await write(rows.slice(at, at + PORTION));
}

/** Inserts new people with their posts; they are not active before the batch is done. */
export async function insertPeople(act: Act, batch: Batch, rows: AppliedRow[]): Promise<void> {
  const { from, id: batchId } = batch;
  const wishes = rows.map((one) => ({ id: one.subjectId, ...stagedOf(one.payload()) }));
  const persons = wishes.map((wish) => newPerson(wish, batchId));
  const posts = wishes.map(({ id, row }) =>
    postRow({ personId: id, row, current: NO_POST, from, to: null, batchId }),
  );
  const classes = posts.flatMap((post, at) => classRows(post.id, wishes[at]?.row.classes ?? [], from));
  await inPortions(persons, (portion) => writeFixed(act.db, q.insertPersons, portion));
  await inPortions(posts, (portion) => writeFixed(act.db, q.insertPosts, portion));
  await inPortions(classes, (portion) => writeFixed(act.db, q.insertClasses, portion));
}

function newPerson({ id, row, person }: StagedPerson & { id: string }, batchId: string) {
  return {
    id,
    ...person,
    entered_on: row.enteredOn,
    political_status: row.politicalStatus,
    party_branch: row.partyBranch,
    note: row.note,
    batch_id: batchId,
  };
}

/** True while each row would still do what was previewed. */
export async function wouldStillDo(act: Act, batch: Batch, rows: AppliedRow[]): Promise<boolean> {
  const staged = rows.map((one) => stagedOf(one.payload()));
  const { decided } = await decideRows(act.db, staged, { day: batch.from, reach: null });
  return (
    decided.length === rows.length && decided.every(({ decision }, at) => decision.kind === rows[at]?.action)
  );
}

/** Settles rows of a batch that is done: announces the new people together, changes and ends the others. */
export async function settlePeople(act: Act, batch: Batch, rows: AppliedRow[]): Promise<void> {
  const personIds = rows.filter((one) => one.action === 'add').map((one) => one.subjectId);
  if (personIds.length > 0) await announce(act, { kind: 'peopleArrived', personIds, day: batch.from });
  for (const one of rows) {
    if (one.action !== 'add') await settleRow(act, batch, stagedOf(one.payload()));
    if (one.hasCard) {
      const { subjectId: personId, row } = one;
      await announce(act, { kind: 'cardReported', personId, batchId: batch.id, row });
    }
  }
}

/** Removes the next of the people that a batch inserted. */
export async function withdrawPeople(act: Act, batch: Batch, limit: number): Promise<number> {
  const posts = await postsOfBatch(act.db, batch.id, limit).execute();
  if (posts.length === 0) return 0;
  const ids = posts.map((post) => post.id);
  const personIds = posts.map((post) => post.person_id);
  await deleteClassesOf(act.db, ids).execute();
  await deletePosts(act.db, ids).execute();
  await deletePersons(act.db, personIds).execute();
  return posts.length;
}

/** Decides once more within the transaction and does what is then right; a row that came true meanwhile does nothing. */
async function settleRow(act: Act, batch: Batch, staged: StagedPerson): Promise<void> {
  const { from } = batch;
  const { decided } = await decideRows(act.db, [staged], { day: from, reach: null });
  const decision = decided[0]?.decision;
  if (decision?.kind === 'end') {
    const { personId } = decision;
    await depart(act, { personId, status: staged.row.status, day: from, batchId: batch.id });
  }
  if (decision?.kind === 'change') await settleChange(act, { staged, from, batchId: batch.id }, decision);
}

interface Settling {
  staged: StagedPerson;
  from: Day;
  batchId: string;
}

async function settleChange(
  act: Act,
  settling: Settling,
  decision: Decision & { kind: 'change' },
): Promise<void> {
  const { staged, from } = settling;
  const { personId } = decision;
  await q.updatePerson(act.db, personId, personChange(staged)).execute();
  const post = await q.principalPostOn(act.db, personId, from).executeTakeFirst();
  if (decision.post === 'keep' && post) {
    await changeClasses(act, {
      postId: post.id,
      begun: decision.classesBegun,
      ended: decision.classesEnded,
      from,
    });
  } else {
    await succeed(act, settling, personId);
  }
  if (decision.post !== 'keep') await announce(act, { kind: 'postChanged', personId, day: from });
  const [fromUnitId, toUnitId] = [post?.home_unit_id, staged.row.unitId];
  if (fromUnitId !== undefined && fromUnitId !== toUnitId)
    await announce(act, { kind: 'personTransferred', personId, day: from, fromUnitId, toUnitId });
  if (decision.post === 'begin') await comeBack(act, { personId, day: from });
  if (decision.classesBegun.length + decision.classesEnded.length > 0) {
    await announce(act, { kind: 'classChanged', personId, day: from });
  }
}

/** Only what the row says is written. */
function personChange({ row, keys, person }: StagedPerson) {
  const { name, pinyin, pinyin_initials } = person;
  const { identity_cipher, identity_hash, identity_last4 } = person;
  const { mobile_cipher, mobile_hash, mobile_last4 } = person;
  return {
    ...{ name, pinyin, pinyin_initials },
    ...(keys.identityHash === null ? {} : { identity_cipher, identity_hash, identity_last4 }),
    ...(keys.mobileHash === null ? {} : { mobile_cipher, mobile_hash, mobile_last4 }),
    ...(row.enteredOn === null ? {} : { entered_on: row.enteredOn }),
    ...(row.politicalStatus === null ? {} : { political_status: row.politicalStatus }),
    ...(row.partyBranch === null ? {} : { party_branch: row.partyBranch }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}

/** A new principal post follows the one of the day; a post that began only on that day is corrected instead. */
async function succeed(act: Act, { staged, from, batchId }: Settling, personId: string): Promise<void> {
  const { row } = staged;
  const stored = await q.principalPostOn(act.db, personId, from).executeTakeFirst();
  const current: KnownPost | null = stored
    ? {
        id: stored.id,
        homeUnitId: stored.home_unit_id,
        workUnitId: stored.work_unit_id,
        title: stored.title,
        level: stored.level_code,
        rank: stored.rank_code,
        staffKind: stored.staff_kind,
        status: stored.status,
        classes: [],
        isInScope: true,
      }
    : null;
  const next = await q.nextPrincipal(act.db, personId, from).executeTakeFirst();
  const to = next ? addDays(next.valid_from, -1) : null;
  const made = postRow({ personId, row, current, from, to, batchId });
  const countedIn = stored?.counted_in ?? made.counted_in;
  if (stored && endedBefore({ from: stored.valid_from, to: stored.valid_to }, from) === null) {
    const { id: _id, batch_id: _batch, valid_to: _to, ...correction } = made;
    await q.updatePost(act.db, stored.id, { ...correction, counted_in: countedIn }).execute();
    const classes = await q.classesOfPosts(act.db, [stored.id]).execute();
    const gone = classes
      .map((one) => one.class_code)
      .filter((code) => !(row.classes as string[]).includes(code));
    await changeClasses(act, { postId: stored.id, begun: row.classes, ended: gone, from });
    return;
  }
  if (stored) await endPost(act, stored.id, from);
  await q.insertPosts(act.db, [{ ...made, counted_in: countedIn }]).execute();
  await q.insertClasses(act.db, classRows(made.id, row.classes, from)).execute();
}
