import { planYearOf } from '#lib/domain/shared/time.ts';
import { nextRevision, outcomeOf, type Origin, type Outcome } from '#lib/domain/study/completion.ts';
import { elapsedSeconds } from '#lib/domain/study/spans.ts';
import * as audit from '../audit/index.ts';
import * as courses from '../courses/index.ts';
import { askFixed } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { passedCheckOf } from './queries.checks.ts';
import { insertCompletion, lastCompletedAt, lastCompletion } from './queries.completions.ts';
import { spansOf } from './queries.openings.ts';
import { spanOf, type Opening } from './rows.ts';

/** Before every moment that can be stored. */
const NEVER = '';

/**
 * Where an opened lesson stands now; reads only. What was read and checked up to the last completion, of whichever
 * plan year, is spent: it earns nothing a second time, not in the next year and not after a reversal.
 */
export async function standingOf(
  act: Act,
  opening: Opening,
): Promise<{ outcome: Outcome; passedId: string | null }> {
  const { personId, lessonId } = opening;
  const planYear = planYearOf(act.now);
  const [last] = await askFixed(act.db, lastCompletion, { personId, lessonId, planYear });
  const [done] = await askFixed(act.db, lastCompletedAt, { personId, lessonId });
  const since = [last?.reversed_at ?? NEVER, done?.completed_at ?? NEVER].reduce((a, b) => (a > b ? a : b));
  const [passed] = await askFixed(act.db, passedCheckOf, opening.id, since);
  const version = await courses.measuresOf(act.db, opening.lessonVersionId);
  const spans = (await askFixed(act.db, spansOf, opening.id)).filter((span) => span.started_at >= since);
  const outcome = outcomeOf({
    completed: last !== undefined && last.reversed_at === null,
    checkPassed: passed !== undefined,
    elapsedSeconds: elapsedSeconds(spans.map(spanOf), act.now),
    minimumSeconds: version.minimumSeconds,
  });
  return { outcome, passedId: passed?.id ?? null };
}

/** Completes the lesson of an opening when check and time are there; answers where it stands afterwards. */
export async function settle(act: Act, opening: Opening): Promise<Outcome> {
  const { outcome, passedId } = await standingOf(act, opening);
  if (outcome.kind !== 'due' || passedId === null) return outcome;
  await complete(act, { ...opening, origin: 'check', attemptId: passedId });
  return { kind: 'completed' };
}

/** Books the completion once a person, lesson and plan year, and announces it. Needs an open transaction. */
export async function complete(
  act: Act,
  done: { personId: string; lessonId: string; lessonVersionId: string; origin: Origin; attemptId: string },
): Promise<void> {
  const { personId, lessonId, lessonVersionId, origin } = done;
  const planYear = planYearOf(act.now);
  const [last] = await askFixed(act.db, lastCompletion, { personId, lessonId, planYear });
  const revision = nextRevision(last ? { revision: last.revision, reversedAt: last.reversed_at } : null);
  if (revision === null) return;
  const id = newId();
  const inserted = await insertCompletion(act.db, {
    ...{ id, person_id: personId, lesson_id: lessonId, lesson_version_id: lessonVersionId },
    ...{ check_attempt_id: done.attemptId, plan_year: planYear, revision, origin },
    ...{ completed_at: act.now, reversed_at: null },
  }).executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return;
  const version = await courses.measuresOf(act.db, lessonVersionId);
  await audit.record(act, {
    verb: 'study.lessonCompleted',
    subject: { kind: 'lessonCompletion', id },
    details: { lessonId, planYear, origin, revision },
  });
  await announce(act, {
    ...{ kind: 'lessonCompleted', completionId: id, personId, lessonId, lessonVersionId, planYear },
    ...{ completedAt: act.now, origin, revision },
    studyMinutes: version.studyMinutes,
    creditHundredths: version.creditHundredths,
  });
}
