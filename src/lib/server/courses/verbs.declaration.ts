import { DomainError } from '#lib/domain/shared/errors.ts';
import type { LessonVersion } from '#lib/domain/courses/lesson.ts';
import { leastStudyMinutes } from '#lib/domain/courses/minutes.ts';
import { isDraft, mayConfirm, obstaclesOf, type Declaration } from '#lib/domain/courses/version.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { updateCourse } from './queries.courses.ts';
import { questionIdsOf, supersede, updateDraft, versionById } from './queries.versions.ts';
import { versionOf } from './rows.ts';
import { lessonOrThrow } from './verbs.courses.ts';
import { CHANGED_MEANWHILE } from './verbs.draft.ts';

/** Longest study time one lesson may declare: a day of eight 学时. */
const MOST_STUDY_MINUTES = 360;

async function versionOrThrow(act: Act, versionId: string) {
  const row = await versionById(act.db, versionId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到课时的这一版。');
  const lesson = await lessonOrThrow(act, row.lesson_id);
  return { version: versionOf(row), lesson, unitPath: lesson.unitPath };
}

async function declarationOf(act: Act, version: LessonVersion): Promise<Declaration> {
  const questions = await questionIdsOf(act.db, version.id).execute();
  return { ...version, checkQuestions: questions.length };
}

function refuseUnlessDraft(version: LessonVersion): void {
  if (!isDraft(version)) throw new DomainError('conflict', '已发布的版本不能修改，请先保存新的草稿。');
}

/** Changes the draft as it was read and stamps it; one that was changed meanwhile is `conflict`. */
async function changeDraft(
  act: Act,
  version: LessonVersion,
  row: Parameters<typeof updateDraft>[2],
): Promise<void> {
  const seen = { id: version.id, seenAt: version.editedAt };
  const stamped = { ...row, edited_at: act.now };
  const { numUpdatedRows } = await updateDraft(act.db, seen, stamped).executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new DomainError('conflict', CHANGED_MEANWHILE);
}

/** Proposes what the lesson declares as study time, in whole minutes; a former confirmation falls away. */
export async function proposeMinutes(act: Act, input: { versionId: string; minutes: number }): Promise<void> {
  const { version, lesson, unitPath } = await versionOrThrow(act, input.versionId);
  access.require(act, 'course.edit', { unitPath });
  refuseUnlessDraft(version);
  const least = leastStudyMinutes(version.minimumSeconds);
  if (!Number.isInteger(input.minutes) || input.minutes < least || input.minutes > MOST_STUDY_MINUTES) {
    const sentence = `学习分钟数请填 ${least} 至 ${MOST_STUDY_MINUTES} 之间的整数。`;
    throw new DomainError('invalid', sentence, { fields: { minutes: sentence } });
  }
  await inTransaction(act, async (act) => {
    await changeDraft(act, version, {
      study_minutes: input.minutes,
      proposed_by: personOf(act).personId,
      proposed_at: act.now,
      confirmed_by: null,
      confirmed_at: null,
    });
    await audit.record(act, {
      verb: 'courses.minutesProposed',
      unitId: lesson.unit_id,
      subject: { kind: 'lessonVersion', id: version.id },
      details: { minutes: input.minutes },
    });
  });
}

/**
 * Confirms the proposed minutes; only someone other than the proposer may.
 * @param minutes the number the confirmer saw, so that a changed proposal is not confirmed unseen
 */
export async function confirmMinutes(act: Act, input: { versionId: string; minutes: number }): Promise<void> {
  const { version, lesson, unitPath } = await versionOrThrow(act, input.versionId);
  access.require(act, 'course.confirmMinutes', { unitPath });
  const { personId } = personOf(act);
  if (version.studyMinutes !== input.minutes) throw new DomainError('conflict', CHANGED_MEANWHILE);
  if (version.proposedBy === personId) {
    throw new DomainError('forbidden', '学习分钟数须由提出人以外的另一个人确认。');
  }
  if (!mayConfirm(await declarationOf(act, version), personId)) {
    throw new DomainError('conflict', '现在没有等待确认的学习分钟数。');
  }
  await inTransaction(act, async (act) => {
    await changeDraft(act, version, { confirmed_by: personId, confirmed_at: act.now });
    await audit.record(act, {
      verb: 'courses.minutesConfirmed',
      unitId: lesson.unit_id,
      subject: { kind: 'lessonVersion', id: version.id },
      details: { minutes: version.studyMinutes },
    });
  });
}

/** Publishes the draft in place of the version before it; the course is published with its first lesson. */
export async function publish(act: Act, versionId: string): Promise<void> {
  const { version, lesson, unitPath } = await versionOrThrow(act, versionId);
  access.require(act, 'course.publish', { unitPath });
  refuseUnlessDraft(version);
  const obstacles = obstaclesOf(await declarationOf(act, version));
  if (obstacles.length > 0) throw new DomainError('invalid', obstacles.join(''), { details: { obstacles } });
  await inTransaction(act, async (act) => {
    await supersede(act.db, lesson.id).execute();
    const published = { published_by: personOf(act).personId, published_at: act.now };
    await changeDraft(act, version, { status: 'published', ...published });
    await updateCourse(act.db, lesson.course_id, { status: 'published' }).execute();
    await audit.record(act, {
      verb: 'courses.lessonPublished',
      unitId: lesson.unit_id,
      subject: { kind: 'lessonVersion', id: version.id },
      details: { lessonId: lesson.id, version: version.version },
    });
  });
}
