import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { changeCandidate, holdSeat, insertCandidates } from './queries.candidates.ts';
import { candidateOrThrow } from './questions.desk.ts';
import { examOrThrow, releaseFacts } from './questions.ts';

/** What a coordinator does to somebody's place on the list, and why. */
export interface CandidateDeed {
  examId: string;
  personId: string;
  reason: string;
}

/**
 * Adds a person to the list as due, dated today; one who left or sat from outside becomes due. `conflict` when he is on
 * it already, before publication and after the last window; `notFound` when he does not count below the exam's unit.
 */
export async function addCandidate(act: Act, deed: CandidateDeed): Promise<void> {
  const unitPath = await placeToday(act, deed.personId);
  access.require(act, 'exams.addCandidate', { unitPath });
  const exam = await examOrThrow(act.db, deed.examId);
  if (!unitPath.includes(exam.unitId))
    throw new DomainError('notFound', '没有找到这场考试，或者该人员不在考试的组织范围内。');
  if (exam.status !== 'published')
    throw new DomainError('conflict', '考试还没有发布或已取消，不能增补人员。');
  const { lastCloses } = await releaseFacts(act.db, exam.id);
  if (act.now > lastCloses) throw new DomainError('conflict', '考试已经结束，不能再增补人员。');
  const [unitId = ''] = unitPath;
  const place = { unit_id: unitId, state: 'due' as const, origin: 'added' as const };
  const added = { ...place, added_on: shanghaiDay(act.now), reason: deed.reason };
  await inTransaction(act, async (act) => {
    const row = { exam_id: deed.examId, person_id: deed.personId, ...added };
    const inserted = await insertCandidates(act.db, [row]).executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      const changed = await changeCandidate(act.db, deed, {
        from: ['left', 'outside'],
        to: added,
      }).executeTakeFirst();
      if (changed.numUpdatedRows === 0n) throw new DomainError('conflict', '该人员已在名单中。');
    }
    await tell(act, deed, { verb: 'exam.candidateAdded', unitId });
  });
}

/** Counting unit of a person today and all above it; empty for someone without a post. */
async function placeToday(act: Act, personId: string): Promise<string[]> {
  const day = shanghaiDay(act.now);
  const post = await people.postOn(act.db, personId, day);
  return post ? units.pathOf(act.db, post.countedUnitId, day) : [];
}

/**
 * Takes a person out of 应考 because he left before the window opened. `conflict` when he left later, has sat, or is not
 * due.
 */
export async function markLeft(act: Act, deed: CandidateDeed & { leftOn: Day }): Promise<void> {
  const candidate = await candidateOrThrow(act.db, deed);
  access.require(act, 'exams.markLeft', candidate);
  const exam = await examOrThrow(act.db, deed.examId);
  if (deed.leftOn >= shanghaiDay(exam.opensAt)) {
    const sentence = '只有在考试开放之前离开的人员不计入应考；开放后离开的仍计入应考。';
    throw new DomainError('invalid', sentence, { fields: { leftOn: sentence } });
  }
  const to = { state: 'left' as const, deferred: 0, reason: `${deed.leftOn} 离开：${deed.reason}` };
  await change(act, deed, {
    from: ['due', 'exempt'],
    to,
    verb: 'exam.candidateLeft',
    unitId: candidate.unitId,
    prove: async (act) => {
      const { attempts } = await candidateOrThrow(act.db, deed);
      if (attempts > 0) throw new DomainError('conflict', '该人员已参加这场考试，按应考计算。');
    },
  });
}

/** Puts a person who was marked as left back into 应考. */
export async function bringBack(act: Act, deed: CandidateDeed): Promise<void> {
  const candidate = await candidateOrThrow(act.db, deed);
  access.require(act, 'exams.bringBack', candidate);
  const to = { state: 'due' as const, reason: deed.reason };
  await change(act, deed, { from: ['left'], to, verb: 'exam.candidateBack', unitId: candidate.unitId });
}

type Change = Parameters<typeof changeCandidate>[2] & {
  verb: string;
  unitId: string;
  /** Throws when it may not be; asked while the place is held, so that nobody begins meanwhile. */
  prove?: (act: Act) => Promise<void>;
};

async function change(
  act: Act,
  deed: CandidateDeed,
  { from, to, verb, unitId, prove }: Change,
): Promise<void> {
  await inTransaction(act, async (act) => {
    await holdSeat(act.db, deed).execute();
    await prove?.(act);
    const changed = await changeCandidate(act.db, deed, { from, to }).executeTakeFirst();
    if (changed.numUpdatedRows === 0n)
      throw new DomainError('conflict', '该人员的应考状态已变化，请刷新页面。');
    await tell(act, deed, { verb, unitId });
  });
}

async function tell(act: Act, deed: CandidateDeed, of: { verb: string; unitId: string }): Promise<void> {
  const { examId, personId, reason } = deed;
  const subject = { kind: 'person', id: personId };
  await audit.record(act, { ...of, subject, details: { examId, reason } });
  await announce(act, { kind: 'candidateChanged', examId, personId });
}
