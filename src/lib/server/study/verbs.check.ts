import { DomainError } from '#lib/domain/shared/errors.ts';
import { seededRng } from '#lib/domain/shared/rng.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { drawCheck, isPassed, isRight, optionsOf } from '#lib/domain/study/check.ts';
import { mayTestOut, type Origin, type Outcome } from '#lib/domain/study/completion.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import * as courses from '../courses/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import {
  attemptById,
  countTries,
  gradeAttempt,
  insertAttempt,
  lastCheckOf,
  testOutOf,
} from './queries.checks.ts';
import { lastCompletion } from './queries.completions.ts';
import { answersJson, attemptOf, itemsJson, type Attempt } from './rows.ts';
import { complete, settle, standingOf } from './verbs.completion.ts';
import { giveSign, openingOrThrow, ownedBy } from './verbs.opening.ts';

/** Most questions of a test-out; it asks all of the lesson's questions up to here. */
const MOST_TEST_OUT = 20;

/** Begins a try of the opening's check, or goes on with the one begun. Answers the try's id. */
export async function startCheck(act: Act, openingId: string): Promise<string> {
  const opening = await openingOrThrow(act, openingId);
  access.require(act, 'opening.read', ownedBy(opening.personId));
  return inTransaction(act, async (act) => {
    await giveSign(act, opening);
    const last = await lastCheckOf(act.db, opening.id).executeTakeFirst();
    if (last && last.answered_at === null) return last.id;
    const { outcome } = await standingOf(act, opening);
    if (outcome.kind !== 'checkMissing')
      throw new DomainError('conflict', '这个课时的随堂测已经通过，不必再测。');
    const version = await courses.measuresOf(act.db, opening.lessonVersionId);
    await beginAttempt(act, { ...opening, openingId: opening.id, origin: 'check', size: version.checkSize });
    return (await lastCheckOf(act.db, opening.id).executeTakeFirstOrThrow()).id;
  });
}

/** Begins the one test-out of a lesson and plan year, or goes on with it. Answers the try's id. */
export async function startTestOut(act: Act, lessonId: string): Promise<string> {
  access.require(act, 'lesson.testOut');
  const asked = { personId: personOf(act).personId, lessonId, planYear: planYearOf(act.now) };
  return inTransaction(act, async (act) => {
    const begun = await testOutOf(act.db, asked).executeTakeFirst();
    if (begun && begun.answered_at === null) return begun.id;
    if (!(await testOutOffered(act, asked))) {
      throw new DomainError('conflict', '免修测每年只有一次机会，且须在随堂测之前。请阅读课文后完成随堂测。');
    }
    const version = await courses.publishedVersionOf(act.db, lessonId);
    if (!version) throw new DomainError('notFound', '没有找到这个课时，或者它还没有发布。');
    const drawn = { ...asked, lessonVersionId: version.id, openingId: null };
    await beginAttempt(act, { ...drawn, origin: 'testOut', size: MOST_TEST_OUT });
    return (await testOutOf(act.db, asked).executeTakeFirstOrThrow()).id;
  });
}

/** True while the person may still test out of the lesson this year. */
export async function testOutOffered(
  act: Act,
  asked: { personId: string; lessonId: string; planYear: number },
): Promise<boolean> {
  const last = await lastCompletion(act.db, asked).executeTakeFirst();
  const tries = await countTries(act.db, asked).execute();
  const triesOf = (origin: Origin): number => tries.find((row) => row.origin === origin)?.tries ?? 0;
  const completed = last !== undefined && last.reversed_at === null;
  return mayTestOut({ completed, checks: triesOf('check'), testOuts: triesOf('testOut') });
}

/** Questions of a try by their version's id, with keys: for the server's eyes. */
export async function askedQuestions(act: Act, attempt: Attempt): Promise<Map<string, bank.QuestionVersion>> {
  const ids = attempt.items.map((item) => item.questionVersionId);
  return new Map((await bank.versions(act.db, ids)).map((version) => [version.id, version]));
}

interface Drawing {
  personId: string;
  lessonId: string;
  lessonVersionId: string;
  openingId: string | null;
  origin: Origin;
  size: number;
}

async function beginAttempt(act: Act, drawing: Drawing): Promise<void> {
  const id = newId();
  const planYear = planYearOf(act.now);
  const questionIds = await courses.checkQuestionIdsOf(act.db, drawing.lessonVersionId);
  const questions = await bank.checkQuestions(act.db, questionIds);
  const items = drawCheck(questions, drawing.size, seededRng(id));
  if (items.length === 0)
    throw new DomainError('conflict', '这个课时的随堂测暂时没有可用的题目，请告诉培训管理员。');
  const tries = await countTries(act.db, { ...drawing, planYear }).execute();
  await insertAttempt(act.db, {
    ...{
      id,
      person_id: drawing.personId,
      lesson_id: drawing.lessonId,
      lesson_version_id: drawing.lessonVersionId,
    },
    ...{ opening_id: drawing.openingId, origin: drawing.origin, plan_year: planYear },
    number: (tries.find((row) => row.origin === drawing.origin)?.tries ?? 0) + 1,
    items: itemsJson(items),
    started_at: act.now,
    ...{ answers: null, right_count: null, passed: null, answered_at: null },
  }).execute();
}

export async function attemptOrThrow(act: Act, attemptId: string): Promise<Attempt> {
  const row = await attemptById(act.db, attemptId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这次测验，请从课时页重新进入。');
  return attemptOf(row);
}

/**
 * Grades a try on the server, once. A passed check completes the lesson when its time is there; a passed test-out
 * completes it at once.
 * @param input.letters chosen letters by item, in the order of the items
 */
export async function answerCheck(
  act: Act,
  input: { attemptId: string; letters: string[][] },
): Promise<{ passed: boolean; outcome: Outcome }> {
  const attempt = await attemptOrThrow(act, input.attemptId);
  access.require(act, 'check.answer', ownedBy(attempt.personId));
  const chosen = attempt.items.map((item, index) => optionsOf(item, input.letters[index] ?? []));
  const open = chosen.flatMap((ids, index) => (ids.length === 0 ? [index + 1] : []));
  if (open.length > 0) throw new DomainError('invalid', `第 ${open.join('、')} 题还没有作答。`);
  return inTransaction(act, async (act) => {
    await refuseStale(act, attempt);
    const passed = await grade(act, attempt, chosen);
    if (attempt.origin === 'check') return { passed, outcome: await settleCheck(act, attempt) };
    if (passed) await complete(act, { ...attempt, attemptId: attempt.id });
    return { passed, outcome: passed ? { kind: 'completed' } : { kind: 'checkMissing' } };
  });
}

/** A test-out is worth nothing once the check has explained itself, or after the plan year in which it was begun. */
async function refuseStale(act: Act, attempt: Attempt): Promise<void> {
  if (attempt.origin === 'check') return;
  if (attempt.planYear !== planYearOf(act.now)) {
    throw new DomainError('conflict', '这次免修测是上一年度开始的，已经失效。请回到课时重新开始。');
  }
  const tries = await countTries(act.db, attempt).execute();
  if (tries.some((row) => row.origin === 'check')) {
    throw new DomainError('conflict', '您已经开始随堂测，免修测不再有效。请阅读课文后完成随堂测。');
  }
}

async function grade(act: Act, attempt: Attempt, chosen: string[][]): Promise<boolean> {
  const asked = await askedQuestions(act, attempt);
  const answers = attempt.items.map(({ questionVersionId }, index) => {
    const question = asked.get(questionVersionId);
    return { questionVersionId, isRight: question !== undefined && isRight(question, chosen[index] ?? []) };
  });
  const rights = answers.filter((one) => one.isRight);
  const version = await courses.measuresOf(act.db, attempt.lessonVersionId);
  const passed = isPassed(rights.length, attempt.items.length, version.passPercent);
  const { numUpdatedRows } = await gradeAttempt(act.db, attempt.id, {
    ...{ answers: answersJson(chosen), right_count: rights.length },
    ...{ passed: passed ? 1 : 0, answered_at: act.now },
  }).executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new DomainError('conflict', '这次测验已经交过，请查看结果。');
  await announce(act, { kind: 'checkAnswered', personId: attempt.personId, answers });
  return passed;
}

async function settleCheck(act: Act, attempt: Attempt): Promise<Outcome> {
  const opening = await openingOrThrow(act, attempt.openingId ?? '');
  await giveSign(act, opening);
  return settle(act, opening);
}
