import { endsPost, type Status } from '#lib/domain/people/codes.ts';
import type { CountedIn } from '#lib/domain/people/post.ts';
import { statusFault, worksElsewhere, type StatusAsk } from '#lib/domain/movement/statusChange.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as files from '../files/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { departuresOver } from './departures.ts';
import { assertMovable, carryMove, postToChange, type Move } from './moving.ts';
import * as q from './queries.status.ts';

export interface StatusChange extends StatusAsk {
  personId: string;
  countedIn: CountedIn;
  reason: string;
  file: { name: string; bytes: Uint8Array } | null;
}

/** The move that a change of status means: who goes works elsewhere, who comes back works at home again. */
function moveOf(asked: StatusChange, before: people.PostOn): Move {
  const { personId, day, reason, status } = asked;
  const common = { personId, day, reason, status, homeUnitId: before.homeUnitId };
  if (worksElsewhere(status)) {
    const countedIn = asked.workUnitId === null ? 'home' : asked.countedIn;
    return { ...common, workUnitId: asked.workUnitId, countedIn };
  }
  const isBack = status === 'active' && worksElsewhere(before.status as Status);
  if (isBack) return common;
  return { ...common, workUnitId: before.workUnitId, countedIn: before.countedIn };
}

/**
 * Changes somebody's status from a day on: leave, secondment or a post at a distance keep his post and say where he
 * is; retirement, leaving and death end all his posts, and his account on the day; `active` is the return. Nobody is
 * released from anything by it: waivers and exemptions are asked and approved by themselves.
 * Throws `conflict` when the post was changed meanwhile.
 */
export async function changeStatus(act: Act, asked: StatusChange): Promise<{ id: string }> {
  const unitPath = await people.unitPathOf(act, asked.personId);
  access.require(act, 'people.move', { unitPath });
  await assertChangeable(act, asked);
  const file = asked.file && (await files.store(act, { ...asked.file, unitPath }));
  const id = newId();
  await inTransaction(act, async (own) => {
    const before = await postToChange(own, asked.personId, asked.day);
    const ends = endsPost(asked.status);
    await insert(own, asked, { id, unitId: before.homeUnitId, fileId: file?.id ?? null });
    const { personId, status, day, until, place, reason } = asked;
    await audit.record(own, {
      verb: 'people.statusChanged',
      unitId: before.countedUnitId,
      subject: { kind: 'person', id: personId },
      details: { status, day, until, place, workUnitId: asked.workUnitId, reason, from: before.status },
    });
    if (ends) await endService(own, { personId, day, unitPath });
    else await carryMove(own, { move: moveOf(asked, before), before, unitPath });
  });
  return { id };
}

async function assertChangeable(act: Act, asked: StatusChange): Promise<void> {
  const before = await postToChange(act, asked.personId, asked.day);
  await assertMovable(act, moveOf(asked, before));
  const fault = statusFault(asked, { status: before.status, since: before.from });
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
}

async function insert(
  act: Act,
  asked: StatusChange,
  { id, unitId, fileId }: { id: string; unitId: string; fileId: string | null },
): Promise<void> {
  const hand = signatureOf(act);
  const row = {
    ...{ id, person_id: asked.personId, unit_id: unitId, status: asked.status, day: asked.day },
    ...{ expected_until: asked.until, place: asked.place?.trim() || null, reason: asked.reason.trim() },
    ...{ file_id: fileId, entered_by: hand.id, entered_by_name: hand.name, entered_at: act.now },
    settled_at: endsPost(asked.status) ? null : act.now,
  };
  await q.insertStatusChange(act.db, row).execute();
}

/** Ends all posts of somebody with the day before, and all that hangs on them. */
async function endService(
  act: Act,
  { personId, day, unitPath }: { personId: string; day: Day; unitPath: readonly string[] },
): Promise<void> {
  await people.endPosts(act, { personId, day, unitPath });
  await announce(act, { kind: 'postChanged', personId, day });
  if (day > shanghaiDay(act.now)) return;
  await announce(act, { kind: 'classChanged', personId, day });
  await departuresOver(act, { personId });
}
