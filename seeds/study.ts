import { readSheetOptions } from '#lib/domain/exams/sheet.ts';
import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import * as bank from '#lib/server/bank/index.ts';
import * as courses from '#lib/server/courses/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as study from '#lib/server/study/index.ts';
import { bankFile } from './data/bankFile.ts';
import type { CourseSeed } from './data/courses/catalogue.ts';
import type { SeedQuestion } from './data/written.ts';
import type { Someone, Story } from './words.ts';

/** Imports questions through the same door as a coordinator's file. */
export async function fillBank(
  story: Story,
  by: { who: Someone; now: Instant },
  questions: readonly SeedQuestion[],
): Promise<void> {
  const file = await bankFile(questions);
  const report = await bank.importQuestions(story.as(by.who, by.now), { file, dryRun: false });
  if (!report.applied)
    throw new Error(`the demo's bank was refused: ${JSON.stringify(report.issues.slice(0, 3))}`);
}

/** A course written by one and confirmed by another; returns its id and its lessons. */
export async function publishCourse(
  story: Story,
  by: { author: Someone; second: Someone; unitId: string; now: Instant },
  seed: CourseSeed,
): Promise<{ courseId: string; lessonIds: string[] }> {
  const [author, second] = [story.as(by.author, by.now), story.as(by.second, by.now)];
  const { title, summary } = seed;
  const courseId = await courses.createCourse(author, { unitId: by.unitId, title, summary });
  const lessonIds: string[] = [];
  for (const lesson of seed.lessons) {
    const lessonId = await courses.addLesson(author, courseId);
    const questions = await story.db
      .selectFrom('question')
      .select('id')
      .where('code', 'in', lesson.questionCodes)
      .orderBy('code')
      .execute();
    const manuscript = {
      ...{ title: lesson.title, body: lesson.body, laws: lesson.laws },
      setMinimumSeconds: lesson.setMinimumSeconds ?? null,
      ...{ questionIds: questions.map((one) => one.id), creditHundredths: 50, checkSize: 3, passPercent: 80 },
    };
    const versionId = await courses.saveDraft(author, { lessonId, seenAt: null, manuscript });
    const { studyMinutes: minutes } = await story.db
      .selectFrom('lesson_version')
      .select('study_minutes as studyMinutes')
      .where('id', '=', versionId)
      .executeTakeFirstOrThrow();
    await courses.proposeMinutes(author, { versionId, minutes });
    await courses.confirmMinutes(second, { versionId, minutes });
    await courses.publish(author, versionId);
    lessonIds.push(lessonId);
  }
  return { courseId, lessonIds };
}

/** Letters that are right for a check, as somebody who has read the lesson would choose. */
async function rightLetters(story: Story, attemptId: string): Promise<string[][]> {
  const row = await story.db
    .selectFrom('check_attempt')
    .select('items')
    .where('id', '=', attemptId)
    .executeTakeFirstOrThrow();
  const { items } = JSON.parse(row.items) as { items: { questionVersionId: string; options: string[] }[] };
  const letters: string[][] = [];
  for (const item of items) {
    const { answer_key: key } = await story.db
      .selectFrom('question_version')
      .select('answer_key')
      .where('id', '=', item.questionVersionId)
      .executeTakeFirstOrThrow();
    letters.push(item.options.flatMap((id, place) => (key.includes(id) ? ['ABCDEF'.charAt(place)] : [])));
  }
  return letters;
}

/** Reads a lesson for `minutes`, then passes its check; signs of life come every few minutes as a reader's do. */
export async function studyLesson(
  story: Story,
  who: Someone,
  asked: { lessonId: string; from: Instant; minutes: number },
): Promise<void> {
  const at = (minute: number) => story.as(who, addSeconds(asked.from, Math.round(minute * 60)));
  const { openingId } = await study.openLesson(at(0), asked.lessonId);
  for (let minute = 9; minute < asked.minutes; minute += 9) {
    await study.savePlace(at(minute), { openingId, paragraph: minute });
  }
  const attemptId = await study.startCheck(at(asked.minutes), openingId);
  await study.answerCheck(at(asked.minutes), { attemptId, letters: await rightLetters(story, attemptId) });
}

/** Passes the test-out of a lesson without reading it. */
export async function testOut(story: Story, who: Someone, lessonId: string, now: Instant): Promise<void> {
  const attemptId = await study.startTestOut(story.as(who, now), lessonId);
  const act = story.as(who, addSeconds(now, 240));
  await study.answerCheck(act, { attemptId, letters: await rightLetters(story, attemptId) });
}

/** Reads the beginning of a lesson and leaves it there. */
export async function beginLesson(story: Story, who: Someone, lessonId: string, now: Instant): Promise<void> {
  const { openingId } = await study.openLesson(story.as(who, now), lessonId);
  await study.savePlace(story.as(who, addSeconds(now, 120)), { openingId, paragraph: 5 });
}

/** A question of somebody's paper, as far as it decides how he answers. */
export interface Met {
  place: number;
  /** How many questions the paper has. */
  of: number;
}

/** How somebody answers a question. */
export type Answered = 'right' | 'wrong' | 'blank';

/** Sits an exam: answers each question as `answers` says, and hands in after `minutes` unless told. Answers his marks. */
export async function sitExam(
  story: Story,
  who: Someone,
  asked: {
    examId: string;
    from: Instant;
    minutes: number;
    answers: (met: Met) => Answered;
    /** He runs out of time: the server closes the attempt. */
    isUnfinished?: boolean;
  },
): Promise<number | null> {
  const begin = story.as(who, asked.from);
  const attemptId = await exams.start(begin, { examId: asked.examId });
  const { writer } = await exams.takeOver(begin, attemptId);
  const items = await story.db
    .selectFrom('attempt_item')
    .innerJoin('question_version', 'question_version.id', 'attempt_item.question_version_id')
    .select(['item_id', 'attempt_item.options', 'answer_key'])
    .where('attempt_id', '=', attemptId)
    .orderBy('position')
    .execute();
  const answers = items.flatMap((item, place) => {
    const how = asked.answers({ place, of: items.length });
    if (how === 'blank') return [];
    const options = readSheetOptions(item.options);
    const isRight = (option: { source: string }) => item.answer_key.includes(option.source);
    const wanted =
      how === 'wrong' ? options.filter((one) => !isRight(one)).slice(0, 1) : options.filter(isRight);
    // Where every option is right, who errs leaves one out.
    const chosen = wanted.length > 0 ? wanted : options.slice(1);
    return [{ itemId: item.item_id, revision: 1, chosen: chosen.map((one) => one.id) }];
  });
  const during = story.as(who, addSeconds(asked.from, Math.round(asked.minutes * 30)));
  if (answers.length > 0) await exams.saveAnswers(during, { attemptId, writer, answers });
  if (asked.isUnfinished) return null;
  await exams.submit(story.as(who, addSeconds(asked.from, Math.round(asked.minutes * 60))), attemptId);
  const { score_hundredths: score } = await story.db
    .selectFrom('attempt')
    .select('score_hundredths')
    .where('id', '=', attemptId)
    .executeTakeFirstOrThrow();
  return score;
}
