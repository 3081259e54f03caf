import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { goesOn, type Outcome } from '#lib/domain/study/completion.ts';
import { placeWithin } from '#lib/domain/study/place.ts';
import { signOf } from '#lib/domain/study/spans.ts';
import * as access from '../access/index.ts';
import * as courses from '../courses/index.ts';
import { askFixed, inTransaction, writeFixed } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { lastCompletedAt, lastCompletion } from './queries.completions.ts';
import {
  currentSpan,
  extendSpan,
  insertOpening,
  insertSpan,
  lastOpening,
  openingById,
  savePlaceRow,
} from './queries.openings.ts';
import { openingOf, type Opening } from './rows.ts';
import { settle } from './verbs.completion.ts';

/** The opening that a person reads on in a lesson today; null when he would begin anew. */
export async function goingOpening(act: Act, personId: string, lessonId: string): Promise<Opening | null> {
  const [row] = await askFixed(act.db, lastOpening, { personId, lessonId });
  if (!row) return null;
  const opening = openingOf(row);
  const published = await courses.publishedVersionOf(act.db, lessonId);
  const [last] = await askFixed(act.db, lastCompletedAt, { personId, lessonId });
  const today = {
    publishedVersionId: published?.id ?? null,
    planYear: planYearOf(act.now),
    completedAt: last?.completed_at ?? null,
  };
  return goesOn(opening, today) ? opening : null;
}

/**
 * Opens a lesson for the actor, or reads it on: the clock of this lesson runs from here, that of any other stands.
 * Answers the opening's id and where the lesson stands.
 */
export async function openLesson(
  act: Act,
  lessonId: string,
): Promise<{ openingId: string; outcome: Outcome }> {
  access.require(act, 'lesson.open');
  const { personId } = personOf(act);
  return inTransaction(act, async (act) => {
    const finished = await finishedOpening(act, personId, lessonId);
    if (finished) return { openingId: finished.id, outcome: { kind: 'completed' } };
    // Read before it is asked whether one goes on: of two devices that both begin, the second meets the first's number.
    const [before] = await askFixed(act.db, lastOpening, { personId, lessonId });
    const opening =
      (await goingOpening(act, personId, lessonId)) ??
      (await beginOpening(act, { personId, lessonId, ordinal: (before?.ordinal ?? 0) + 1 }));
    if ((await giveSign(act, opening)) === 'elsewhere') await beginSpan(act, opening);
    return { openingId: opening.id, outcome: await settle(act, opening) };
  });
}

/** The last opening of a lesson completed this plan year: it is looked at again, nothing is counted. */
async function finishedOpening(act: Act, personId: string, lessonId: string): Promise<Opening | null> {
  const asked = { personId, lessonId, planYear: planYearOf(act.now) };
  const [last] = await askFixed(act.db, lastCompletion, asked);
  if (!last || last.reversed_at !== null) return null;
  const [row] = await askFixed(act.db, lastOpening, { personId, lessonId });
  return row ? openingOf(row) : null;
}

async function beginOpening(
  act: Act,
  { personId, lessonId, ordinal }: { personId: string; lessonId: string; ordinal: number },
): Promise<Opening> {
  const version = await courses.publishedVersionOf(act.db, lessonId);
  if (!version) throw new DomainError('notFound', '没有找到这个课时，或者它还没有发布。');
  await insertOpening(act.db, {
    id: newId(),
    person_id: personId,
    lesson_id: lessonId,
    lesson_version_id: version.id,
    ordinal,
    opened_at: act.now,
  }).execute();
  return openingOf(await lastOpening(act.db, { personId, lessonId }).executeTakeFirstOrThrow());
}

async function beginSpan(act: Act, opening: Opening): Promise<void> {
  await insertSpan(act.db, {
    id: newId(),
    opening_id: opening.id,
    person_id: opening.personId,
    started_at: act.now,
    last_sign_at: act.now,
  }).execute();
}

/** Notes a request for an opened lesson. While the person reads another lesson it counts nothing. */
export async function giveSign(act: Act, opening: Opening): Promise<ReturnType<typeof signOf>> {
  const [span] = await askFixed(act.db, currentSpan, opening.personId);
  const current = span ? { openingId: span.opening_id, lastSignAt: span.last_sign_at } : null;
  const sign = signOf(current, opening.id, act.now);
  if (sign === 'goesOn' && span) await writeFixed(act.db, extendSpan, span.id, act.now);
  if (sign === 'readsOn') await beginSpan(act, opening);
  return sign;
}

export async function openingOrThrow(act: Act, openingId: string): Promise<Opening> {
  const [row] = await askFixed(act.db, openingById, openingId);
  if (!row) throw new DomainError('notFound', '没有找到这次学习，请从课程页重新进入。');
  return openingOf(row);
}

/** What access needs to know of an opening; nobody but its reader learns that it exists. */
export function ownedBy(personId: string): access.Thing {
  return { ownerId: personId, unitPath: [] };
}

/**
 * Keeps the reading place, for resuming only, and notes the sign of life; completes the lesson when it has become due.
 * @param input.paragraph counted from one; what does not exist is moved to the nearest
 * @returns `counting` false while the person reads another lesson
 */
export async function savePlace(
  act: Act,
  input: { openingId: string; paragraph: number },
): Promise<{ paragraph: number; counting: boolean; outcome: Outcome }> {
  const opening = await openingOrThrow(act, input.openingId);
  access.require(act, 'opening.read', ownedBy(opening.personId));
  return inTransaction(act, async (act) => {
    const version = await courses.measuresOf(act.db, opening.lessonVersionId);
    const paragraph = placeWithin(input.paragraph, version.paragraphs);
    await savePlaceRow(act.db, { opening_id: opening.id, paragraph, saved_at: act.now }).execute();
    const sign = await giveSign(act, opening);
    return { paragraph, counting: sign !== 'elsewhere', outcome: await settle(act, opening) };
  });
}
