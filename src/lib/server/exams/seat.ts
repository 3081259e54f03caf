import { afterSitting, type SittingKind } from '#lib/domain/exams/sitting.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { askFixed, writeFixed } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { changeCandidate, holdDueSeat, holdSeat, insertCandidates, seatOf } from './queries.candidates.ts';
import type { Candidacy } from './rows.candidacy.ts';

/**
 * What beginning an attempt does to the list: somebody from outside comes onto it as 名单外, who was exempt or deferred
 * is due again, and the log says so. Within the act's transaction, which holds the place from here on: an exemption
 * decided in the same moment is seen here, or sees this attempt.
 */
export async function takeSeat(act: Act, candidacy: Candidacy, kind: SittingKind): Promise<void> {
  const key = { examId: candidacy.examId, personId: candidacy.personId };
  if ((await writeFixed(act.db, holdDueSeat, key)) > 0) return;
  await writeFixed(act.db, holdSeat, key);
  const [seat] = await askFixed(act.db, seatOf, key);
  if (!seat || seat.state === 'left') return joinFromOutside(act, candidacy);
  const reason = afterSitting({ candidateState: seat.state, isDeferred: seat.deferred === 1 }, kind);
  if (reason === null) return;
  const to = { state: 'due' as const, origin: 'sat' as const, deferred: 0, reason };
  await changeCandidate(act.db, candidacy, { from: ['exempt', 'due'], to }).execute();
  await told(act, candidacy, { verb: 'exam.candidateSatAfterAll', reason });
}

async function joinFromOutside(act: Act, candidacy: Candidacy): Promise<void> {
  const reason = '不在应考名册，自行参加';
  const seat = { state: 'outside' as const, unit_id: candidacy.candidateUnitId, origin: 'sat' as const };
  const added = { added_on: shanghaiDay(act.now), deferred: 0, reason };
  const key = { exam_id: candidacy.examId, person_id: candidacy.personId };
  await insertCandidates(act.db, [{ ...key, ...seat, ...added }]).execute();
  await changeCandidate(act.db, candidacy, { from: ['left'], to: { ...seat, ...added } }).execute();
  await told(act, candidacy, { verb: 'exam.outsiderSat', reason });
}

async function told(act: Act, candidacy: Candidacy, deed: { verb: string; reason: string }): Promise<void> {
  const { examId, personId, candidateUnitId: unitId } = candidacy;
  const details = { examId, reason: deed.reason };
  await audit.record(act, { verb: deed.verb, unitId, subject: { kind: 'person', id: personId }, details });
  await announce(act, { kind: 'candidateChanged', examId, personId });
}
