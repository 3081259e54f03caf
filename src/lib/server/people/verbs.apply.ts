import { endedBefore } from '#lib/domain/people/post.ts';
import { postWanted, type Decision, type KnownPost } from '#lib/domain/people/roster/decide.ts';
import type { RosterRow } from '#lib/domain/people/roster/row.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as q from './queries.ts';
import { changeClasses, classRows, endPost } from './succession.ts';
import { batchById, rowsAt, stepRows } from './queries.import.ts';
import { identityColumns, mobileColumns, nameColumns } from './rows.ts';
import { decideRows } from './verbs.check.ts';
import { rowOfPayload } from './verbs.payload.ts';
import { personRow } from './verbs.ts';

const NO_POST: KnownPost | null = null;

interface PostWish {
  personId: string;
  row: RosterRow;
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

interface Claim {
  rows: readonly { row_number: number }[];
  from: readonly string[];
  to: string;
}

/** Takes rows for this process. Where another took one of them first, the transaction is repeated (as by 40001). */
async function claim(act: Act, batchId: string, { rows, from, to }: Claim): Promise<void> {
  const numbers = rows.map((row) => row.row_number);
  const taken = await stepRows(act.db, { batchId, rows: numbers, from, to }).executeTakeFirst();
  if (Number(taken.numUpdatedRows) === numbers.length) return;
  throw Object.assign(new Error('another process works on these rows'), { code: '40001' });
}

/** Inserts the next new people of a batch that is being applied; they are not active yet. Returns how many rows. */
export async function insertBlock(act: Act, batchId: string, limit: number): Promise<number> {
  const batch = await batchById(act.db, batchId).executeTakeFirstOrThrow();
  const asked = { batchId, steps: ['staged'], actions: ['add'], after: 0, limit };
  const staged = await rowsAt(act.db, asked).execute();
  if (staged.length === 0) return 0;
  await claim(act, batchId, { rows: staged, from: asked.steps, to: 'inserted' });
  const from = batch.effective_on;
  const wishes = staged.map((one) => ({ id: one.person_id, row: rowOfPayload(act.db, one) }));
  const persons = wishes.map(({ id, row }) => personRow(act, { ...row, id, batchId }));
  const posts = wishes.map(({ id, row }) =>
    postRow({ personId: id, row, current: NO_POST, from, to: null, batchId }),
  );
  const classes = posts.flatMap((post, at) => classRows(post.id, wishes[at]?.row.classes ?? [], from));
  await q.insertPersons(act.db, persons).execute();
  await q.insertPosts(act.db, posts).execute();
  await q.insertClasses(act.db, classes).execute();
  return staged.length;
}

/** Settles the next rows of a batch that is done: changes, ends, announcements. Returns how many rows. */
export async function settleBlock(act: Act, batchId: string, limit: number): Promise<number> {
  const batch = await batchById(act.db, batchId).executeTakeFirstOrThrow();
  const actions = ['add', 'change', 'end', 'same'];
  const asked = { batchId, steps: ['staged', 'inserted'], actions, after: 0, limit };
  const staged = await rowsAt(act.db, asked).execute();
  if (staged.length === 0) return 0;
  await claim(act, batchId, { rows: staged, from: asked.steps, to: 'settled' });
  const from = batch.effective_on;
  for (const one of staged) {
    if (one.action === 'add') await announcePerson(act, one.person_id, from);
    else await settleRow(act, { row: rowOfPayload(act.db, one), from, batchId });
    if (one.card !== null) {
      await announce(act, { kind: 'cardReported', personId: one.person_id, batchId, row: one.row_number });
    }
  }
  return staged.length;
}

async function announcePerson(act: Act, personId: string, day: Day): Promise<void> {
  await announce(act, { kind: 'postChanged', personId, day });
  await announce(act, { kind: 'classChanged', personId, day });
}

interface Settling {
  row: RosterRow;
  from: Day;
  batchId: string;
}

/** Decides once more within the transaction and does what is then right; a row that came true meanwhile does nothing. */
async function settleRow(act: Act, settling: Settling): Promise<void> {
  const { row, from } = settling;
  const { decided } = await decideRows(act, [row], { day: from, reach: null });
  const decision = decided[0]?.decision;
  if (decision?.kind === 'end') {
    await endPost(act, decision.postId, from);
    await announcePerson(act, decision.personId, from);
  }
  if (decision?.kind === 'change') await settleChange(act, settling, decision);
}

async function settleChange(
  act: Act,
  settling: Settling,
  decision: Decision & { kind: 'change' },
): Promise<void> {
  const { row, from } = settling;
  const { personId } = decision;
  await q.updatePerson(act.db, personId, personChange(act, row)).execute();
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
  if (decision.classesBegun.length + decision.classesEnded.length > 0) {
    await announce(act, { kind: 'classChanged', personId, day: from });
  }
}

/** Only what the row says is written. */
function personChange(act: Act, row: RosterRow) {
  return {
    ...nameColumns(row.name),
    ...(row.identity === null ? {} : identityColumns(act.db, row.identity)),
    ...(row.mobile === null ? {} : mobileColumns(act.db, row.mobile)),
    ...(row.enteredOn === null ? {} : { entered_on: row.enteredOn }),
    ...(row.politicalStatus === null ? {} : { political_status: row.politicalStatus }),
    ...(row.partyBranch === null ? {} : { party_branch: row.partyBranch }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}

/** A new principal post follows the one of the day; a post that began only on that day is corrected instead. */
async function succeed(act: Act, { row, from, batchId }: Settling, personId: string): Promise<void> {
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
