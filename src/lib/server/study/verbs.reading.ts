import type { LessonVersion } from '#lib/domain/courses/lesson.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { citationWords, type Citation } from '#lib/domain/statutes/citation.ts';
import type { Outcome } from '#lib/domain/study/completion.ts';
import { signOf } from '#lib/domain/study/spans.ts';
import * as access from '../access/index.ts';
import * as courses from '../courses/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import * as statutes from '../statutes/index.ts';
import { lastCompletion } from './queries.completions.ts';
import { currentSpan, lastOpening, placeOf } from './queries.openings.ts';
import type { Opening } from './rows.ts';
import { testOutOffered } from './verbs.check.ts';
import { standingOf } from './verbs.completion.ts';
import { goingOpening } from './verbs.opening.ts';

/** An article that a lesson rests on; `paragraphs` null while its statute is not imported. */
export interface Article {
  citation: string;
  number: string;
  statuteTitle: string;
  paragraphs: string[] | null;
}

interface LessonHead {
  lessonId: string;
  title: string;
  course: { id: string; title: string };
  studyMinutes: number;
  creditHundredths: number;
  paragraphs: number;
  laws: Article[];
}

/** A lesson's page: nothing of the text before the server has opened it. */
export type Reading =
  | (LessonHead & { kind: 'unopened'; testOut: boolean })
  | (LessonHead & {
      kind: 'open';
      /** Null for a lesson completed by test-out and never opened. */
      openingId: string | null;
      blocks: string[];
      place: number;
      /** True while this lesson's clock runs or a sign of life would set it going again. */
      counting: boolean;
      outcome: Outcome;
      testOut: boolean;
    });

/** What the lesson's page shows the actor. Reads only: opening is `openLesson`. */
export async function readLesson(act: Act, lessonId: string): Promise<Reading> {
  access.require(act, 'lesson.read');
  const { personId } = personOf(act);
  const asked = { personId, lessonId, planYear: planYearOf(act.now) };
  const last = await lastCompletion(act.db, asked).executeTakeFirst();
  const completedId = last && last.reversed_at === null ? last.lesson_version_id : null;
  const opening = await goingOpening(act, personId, lessonId);
  if (completedId !== null)
    return completedReading(act, asked, await courses.versionOfId(act.db, completedId));
  const testOut = await testOutOffered(act, asked);
  if (opening === null) {
    const version = await courses.publishedVersionOf(act.db, lessonId);
    if (!version) throw new DomainError('notFound', '没有找到这个课时，或者它还没有发布。');
    return { ...(await headOf(act, version)), kind: 'unopened', testOut };
  }
  const version = await courses.versionOfId(act.db, opening.lessonVersionId);
  const { outcome } = await standingOf(act, opening);
  return {
    ...(await openReading(act, version, opening)),
    counting: await isCounting(act, opening),
    outcome,
    testOut,
  };
}

async function completedReading(
  act: Act,
  asked: { personId: string; lessonId: string },
  version: LessonVersion,
): Promise<Reading> {
  const row = await lastOpening(act.db, asked).executeTakeFirst();
  const opening = row && row.lesson_version_id === version.id ? { id: row.id } : null;
  const reading = await openReading(act, version, opening);
  return { ...reading, counting: true, outcome: { kind: 'completed' }, testOut: false };
}

async function openReading(act: Act, version: LessonVersion, opening: { id: string } | null) {
  const place = opening ? await placeOf(act.db, opening.id).executeTakeFirst() : undefined;
  return {
    ...(await headOf(act, version)),
    kind: 'open' as const,
    openingId: opening?.id ?? null,
    blocks: courses.textOf(version).map((block) => block.html),
    place: place?.paragraph ?? 1,
  };
}

async function headOf(act: Act, version: LessonVersion): Promise<LessonHead> {
  const citations = await courses.citationsOf(act.db, version.id);
  return {
    lessonId: version.lessonId,
    title: version.title,
    course: await courses.courseOfLesson(act.db, version.lessonId),
    studyMinutes: version.studyMinutes,
    creditHundredths: version.creditHundredths,
    paragraphs: version.paragraphs,
    laws: await Promise.all(citations.map((citation) => articleOf(act, citation))),
  };
}

async function articleOf(act: Act, citation: Citation): Promise<Article> {
  const { statuteTitle, articleNumber, effectiveOn } = citation;
  const article = await statutes.articleOf(act.db, {
    title: statuteTitle,
    number: articleNumber,
    effectiveOn,
  });
  return {
    citation: citationWords(citation),
    number: articleNumber,
    statuteTitle,
    paragraphs: article?.paragraphs ?? null,
  };
}

async function isCounting(act: Act, opening: Opening): Promise<boolean> {
  const span = await currentSpan(act.db, opening.personId).executeTakeFirst();
  const current = span ? { openingId: span.opening_id, lastSignAt: span.last_sign_at } : null;
  return signOf(current, opening.id, act.now) !== 'elsewhere';
}
