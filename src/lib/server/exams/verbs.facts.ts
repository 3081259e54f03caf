import { LEFT_BEFORE } from '#lib/domain/exams/audience.ts';
import type { FactOf } from '#lib/domain/facts/index.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { changeCandidate, holdSeat, openCandidacies } from './queries.candidates.ts';

type Place = Awaited<ReturnType<ReturnType<typeof openCandidacies>['execute']>>[number];

/**
 * A post began, changed or ended: whoever holds none below the exam's unit when its window opens has left before it,
 * and comes back when that is mended. Who has sat, and whom a coordinator marked himself, stays as he is.
 */
export async function onPostChanged(act: Act, fact: FactOf<'postChanged'>): Promise<void> {
  const { personId } = fact;
  const listed = await openCandidacies(act.db, personId, act.now).execute();
  for (const { exam_id: examId } of listed) await holdSeat(act.db, { examId, personId }).execute();
  // Looked at again while they are held: somebody may have begun meanwhile.
  const places = listed.length > 0 ? await openCandidacies(act.db, personId, act.now).execute() : [];
  for (const place of places) await judge(act, personId, place);
}

async function judge(act: Act, personId: string, place: Place): Promise<void> {
  if (Number(place.attempts ?? 0) > 0) return;
  const isThere = await isBelow(act, { personId, unitId: place.unit_id, opensAt: place.opens_at });
  const key = { examId: place.exam_id, personId };
  if (place.state === 'due' && !isThere) {
    const to = { state: 'left' as const, deferred: 0, reason: LEFT_BEFORE };
    await changeCandidate(act.db, key, { from: ['due'], to }).execute();
    await tell(act, key, 'exam.candidateLeft');
  }
  if (place.state === 'left' && place.reason === LEFT_BEFORE && isThere) {
    await changeCandidate(act.db, key, { from: ['left'], to: { state: 'due', reason: null } }).execute();
    await tell(act, key, 'exam.candidateBack');
  }
}

async function isBelow(
  act: Act,
  asked: { personId: string; unitId: string; opensAt: string },
): Promise<boolean> {
  const day = shanghaiDay(asked.opensAt);
  const post = await people.postOn(act.db, asked.personId, day);
  return post !== undefined && (await units.pathOf(act.db, post.countedUnitId, day)).includes(asked.unitId);
}

async function tell(act: Act, key: { examId: string; personId: string }, verb: string): Promise<void> {
  const subject = { kind: 'person', id: key.personId };
  await audit.record(act, { verb, subject, details: { examId: key.examId, reason: LEFT_BEFORE } });
  await announce(act, { kind: 'candidateChanged', ...key });
}
