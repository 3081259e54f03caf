import { postWanted, type Decision } from '#lib/domain/rosters/decide.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { announce } from '../facts/index.ts';
import type { AppliedRow, Batch } from '../imports/index.ts';
import * as movement from '../movement/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { decideRows } from './rows.decide.ts';
import { stagedOf, type StagedPerson } from './rows.staged.ts';

/** Inserts new people with their posts; they are not active before the batch is done. */
export async function insertPeople(act: Act, batch: Batch, rows: AppliedRow[]): Promise<void> {
  const entered = rows.map((one) => newPerson(one.subjectId, stagedOf(one.payload())));
  await people.enterPeople(act, { batchId: batch.id, from: batch.from, people: entered });
}

function newPerson(id: string, { row, person }: StagedPerson): people.Entered {
  return { id, columns: person, ...notesOf(row), post: postWanted(row, null), classes: row.classes };
}

function notesOf({ enteredOn, politicalStatus, partyBranch, note }: StagedPerson['row']): people.RecordNotes {
  return { enteredOn, politicalStatus, partyBranch, note };
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
  return people.withdrawEntered(act, { batchId: batch.id, limit });
}

/** Decides once more within the transaction and does what is then right; a row that came true meanwhile does nothing. */
async function settleRow(act: Act, batch: Batch, staged: StagedPerson): Promise<void> {
  const { from } = batch;
  const { decided } = await decideRows(act.db, [staged], { day: from, reach: null });
  const decision = decided[0]?.decision;
  if (decision?.kind === 'end' && staged.row.status !== null) {
    const { personId } = decision;
    await movement.depart(act, { personId, status: staged.row.status, day: from, batchId: batch.id });
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
  { staged, from, batchId }: Settling,
  decision: Decision & { kind: 'change' },
): Promise<void> {
  const { row } = staged;
  const { personId, current, classesBegun: begun, classesEnded: ended } = decision;
  await people.changeRecord(act, { personId, columns: columnsTold(staged), ...notesOf(row) });
  if (decision.post === 'keep' && current) {
    await people.reclassPost(act, { postId: current.id, begun, ended, from });
  } else {
    const post = postWanted(row, current);
    await people.renewPost(act, { personId, post, classes: row.classes, from, batchId });
  }
  if (decision.post !== 'keep') await announce(act, { kind: 'postChanged', personId, day: from });
  const [fromUnitId, toUnitId] = [current?.homeUnitId, row.unitId];
  if (fromUnitId !== undefined && fromUnitId !== toUnitId)
    await announce(act, { kind: 'personTransferred', personId, day: from, fromUnitId, toUnitId });
  if (decision.post === 'begin') await movement.returnAgain(act, { personId, day: from });
  if (begun.length + ended.length > 0) await announce(act, { kind: 'classChanged', personId, day: from });
}

/** Numbers that the row does not name stay as they are. */
function columnsTold({ keys, person }: StagedPerson): Partial<people.PersonColumns> {
  const { name, pinyin, pinyin_initials, name_key } = person;
  const { identity_cipher, identity_hash, identity_last4 } = person;
  const { mobile_cipher, mobile_hash, mobile_last4 } = person;
  return {
    ...{ name, pinyin, pinyin_initials, name_key },
    ...(keys.identityHash === null ? {} : { identity_cipher, identity_hash, identity_last4 }),
    ...(keys.mobileHash === null ? {} : { mobile_cipher, mobile_hash, mobile_last4 }),
  };
}
