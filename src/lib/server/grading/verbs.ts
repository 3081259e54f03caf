import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { FactOf } from '#lib/domain/facts/index.ts';
import { gradeOf, type Grade } from '#lib/domain/exams/grade.ts';
import { itemReleaseOf, type ItemRelease } from '#lib/domain/exams/participation.ts';
import { shareByTopic, type TopicShare } from '#lib/domain/grading/topics.ts';
import * as access from '../access/index.ts';
import { askFixed, type Db } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import * as queries from './queries.ts';
import { regradesOfAttempt } from './queries.regrade.ts';
import { reviewItemOf, type ReviewItem } from './rows.ts';
import { markAttempt } from './verbs.mark.ts';

/** Marks every item of an attempt that has ended, keeps the total with it and announces `attemptGraded`. */
export async function onAttemptClosed(act: Act, fact: FactOf<'attemptClosed'>): Promise<void> {
  const { attemptId, examId, personId } = fact;
  const attempt = await exams.attemptOrThrow(act.db, attemptId);
  const scoreHundredths = await markAttempt(act, attempt);
  await exams.recordScore(act, attempt, scoreHundredths);
  const { planYear } = attempt;
  await announce(act, { kind: 'attemptGraded', attemptId, examId, personId, planYear, scoreHundredths });
}

export interface Result {
  attemptId: string;
  title: string;
  number: number;
  attemptsAllowed: number;
  /** `closed`: handed in by the server at the deadline. */
  status: 'submitted' | 'closed';
  endedAt: Instant;
  scoreHundredths: number;
  fullMarksHundredths: number;
  passHundredths: number;
  grade: Grade;
  topics: TopicShare[];
  /** Each time a regrade moved the score; its reason is told when keys may be. */
  regrades: { at: Instant; beforeHundredths: number; afterHundredths: number; reason: string | null }[];
  /** End of the exam's last window, after which items are shown. */
  releasesAt: Instant;
  release: ItemRelease;
  /** Null until release. */
  items: ReviewItem[] | null;
}

/** A person's own result: total and shares at once, items with key and explanation only after the exam is over. */
export async function result(act: Act, attemptId: string): Promise<Result> {
  const attempt = await exams.attemptOrThrow(act.db, attemptId);
  access.require(act, 'grading.result', attempt);
  if (attempt.status === 'open' || attempt.endedAt === null || attempt.scoreHundredths === null) {
    throw new DomainError('conflict', '本次作答还没有交卷，交卷后即可查看成绩。');
  }
  const marks = await askFixed(act.db, queries.marksByTopic, attemptId);
  const facts = await exams.releaseFacts(act.db, attempt.examId);
  const release = itemReleaseOf(facts, act.now);
  const mayTell = release === 'told';
  const regrades = await askFixed(act.db, regradesOfAttempt, attemptId);
  return {
    attemptId,
    title: attempt.title,
    number: attempt.number,
    attemptsAllowed: attempt.attemptsAllowed,
    status: attempt.status,
    endedAt: attempt.endedAt,
    scoreHundredths: attempt.scoreHundredths,
    fullMarksHundredths: marks.reduce((sum, mark) => sum + mark.points_hundredths, 0),
    passHundredths: attempt.passHundredths,
    grade: gradeOf(attempt, attempt.scoreHundredths),
    topics: shareByTopic(
      marks.map((mark) => ({
        topicId: mark.topic_id,
        topic: mark.topic,
        gotHundredths: mark.score_hundredths,
        ofHundredths: mark.points_hundredths,
      })),
    ),
    releasesAt: facts.lastCloses,
    release,
    regrades: regrades.map((one) => ({
      at: one.committed_at,
      beforeHundredths: one.before_hundredths,
      afterHundredths: one.after_hundredths,
      reason: mayTell ? one.reason : null,
    })),
    items: mayTell ? await reviewOf(act.db, attemptId) : null,
  };
}

async function reviewOf(db: Db, attemptId: string): Promise<ReviewItem[]> {
  const rows = await queries.reviewItems(db, attemptId).execute();
  const laws = await queries.lawsOf(db, attemptId).execute();
  return rows.map((row) =>
    reviewItemOf(
      row,
      laws
        .filter((law) => law.question_version_id === row.version_id)
        .map((law) => ({
          title: law.statute_title,
          article: law.article_number,
          effectiveOn: law.effective_on,
        })),
    ),
  );
}
