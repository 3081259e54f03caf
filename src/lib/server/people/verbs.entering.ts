import { endedBefore } from '#lib/domain/people/post.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { writeFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { deleteClassesOf, deletePersons, deletePosts, postsOfBatch } from './queries.entering.ts';
import * as q from './queries.ts';
import type { PersonColumns } from './rows.ts';
import { changeClasses, classRows, endPost, type ClassChange } from './succession.ts';

/** A principal post as an import asks for it. */
export interface PostWanted {
  homeUnitId: string;
  workUnitId: string | null;
  title: string | null;
  level: string | null;
  rank: string | null;
  staffKind: string | null;
  status: string;
}

/** What a record says beside the name and numbers. */
export interface RecordNotes {
  enteredOn: Day | null;
  politicalStatus: string | null;
  partyBranch: string | null;
  note: string | null;
}

export interface Entered extends RecordNotes {
  id: string;
  /** As they are stored: secrets as ciphertext and keyed hash. */
  columns: PersonColumns;
  post: PostWanted;
  classes: readonly string[];
}

function postRow(wanted: PostWanted, held: { personId: string; from: Day; to: Day | null; batchId: string }) {
  return {
    ...{ id: newId(), person_id: held.personId, home_unit_id: wanted.homeUnitId },
    ...{ work_unit_id: wanted.workUnitId, title: wanted.title, level_code: wanted.level },
    ...{ rank_code: wanted.rank, staff_kind: wanted.staffKind, is_principal: 1, counted_in: 'home' },
    ...{ status: wanted.status, valid_from: held.from, valid_to: held.to, batch_id: held.batchId },
  };
}

/** Rows of one statement; equal lengths share their text. */
const PORTION = 25;

async function inPortions<Row>(rows: Row[], write: (portion: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += PORTION) await write(rows.slice(at, at + PORTION));
}

/** A step of an import: new people with their posts; they are not active before the batch is done. */
export async function enterPeople(
  act: Act,
  { batchId, from, people }: { batchId: string; from: Day; people: readonly Entered[] },
): Promise<void> {
  access.require(act, 'people.resume');
  const persons = people.map((one) => ({
    ...{ id: one.id, ...one.columns, entered_on: one.enteredOn, political_status: one.politicalStatus },
    ...{ party_branch: one.partyBranch, note: one.note, batch_id: batchId },
  }));
  const posts = people.map(({ id, post }) => postRow(post, { personId: id, from, to: null, batchId }));
  const classes = posts.flatMap((post, at) => classRows(post.id, people[at]?.classes ?? [], from));
  await inPortions(persons, (portion) => writeFixed(act.db, q.insertPersons, portion));
  await inPortions(posts, (portion) => writeFixed(act.db, q.insertPosts, portion));
  await inPortions(classes, (portion) => writeFixed(act.db, q.insertClasses, portion));
}

/** A step of an import that is taken back: removes the next of the people that it brought. Resolves to how many. */
export async function withdrawEntered(
  act: Act,
  { batchId, limit }: { batchId: string; limit: number },
): Promise<number> {
  access.require(act, 'people.resume');
  const posts = await postsOfBatch(act.db, batchId, limit).execute();
  if (posts.length === 0) return 0;
  const ids = posts.map((post) => post.id);
  const personIds = posts.map((post) => post.person_id);
  await deleteClassesOf(act.db, ids).execute();
  await deletePosts(act.db, ids).execute();
  await deletePersons(act.db, personIds).execute();
  return posts.length;
}

export interface RecordChange extends RecordNotes {
  personId: string;
  columns: Partial<PersonColumns>;
}

/** A step of an import: what it says of a record that stands; what it leaves empty stays. */
export async function changeRecord(act: Act, asked: RecordChange): Promise<void> {
  access.require(act, 'people.resume');
  const { enteredOn, politicalStatus, partyBranch, note } = asked;
  const change = {
    ...asked.columns,
    ...(enteredOn === null ? {} : { entered_on: enteredOn }),
    ...(politicalStatus === null ? {} : { political_status: politicalStatus }),
    ...(partyBranch === null ? {} : { party_branch: partyBranch }),
    ...(note === null ? {} : { note }),
  };
  await q.updatePerson(act.db, asked.personId, change).execute();
}

/** A step of an import: classes of a post begin and end with a day. */
export async function reclassPost(act: Act, change: ClassChange): Promise<void> {
  access.require(act, 'people.resume');
  await changeClasses(act, change);
}

export interface Renewal {
  personId: string;
  post: PostWanted;
  classes: readonly string[];
  from: Day;
  batchId: string;
}

/**
 * A step of an import: a new principal post follows the one of the day; a post that began only on that day is corrected
 * instead.
 */
export async function renewPost(
  act: Act,
  { personId, post, classes, from, batchId }: Renewal,
): Promise<void> {
  access.require(act, 'people.resume');
  const stored = await q.principalPostOn(act.db, personId, from).executeTakeFirst();
  const next = await q.nextPrincipal(act.db, personId, from).executeTakeFirst();
  const to = next ? addDays(next.valid_from, -1) : null;
  const made = postRow(post, { personId, from, to, batchId });
  const countedIn = stored?.counted_in ?? made.counted_in;
  if (stored && endedBefore({ from: stored.valid_from, to: stored.valid_to }, from) === null) {
    const { id: _id, batch_id: _batch, valid_to: _to, ...correction } = made;
    await q.updatePost(act.db, stored.id, { ...correction, counted_in: countedIn }).execute();
    const held = await q.classesOfPosts(act.db, [stored.id]).execute();
    const ended = held.map((one) => one.class_code).filter((code) => !classes.includes(code));
    await changeClasses(act, { postId: stored.id, begun: classes, ended, from });
    return;
  }
  if (stored) await endPost(act, stored.id, from);
  await q.insertPosts(act.db, [{ ...made, counted_in: countedIn }]).execute();
  await q.insertClasses(act.db, classRows(made.id, classes, from)).execute();
}
