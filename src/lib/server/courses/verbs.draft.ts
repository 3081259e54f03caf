import { DomainError } from '#lib/domain/shared/errors.ts';
import { type Manuscript } from '#lib/domain/courses/lesson.ts';
import { countCharacters, defaultStudyMinutes, minimumSecondsOf } from '#lib/domain/courses/minutes.ts';
import { manuscriptErrors } from '#lib/domain/courses/manuscript.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import * as bank from '../bank/index.ts';
import { inTransaction } from '../db/index.ts';
import { blocksOf } from '../documents/markdown.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import {
  deleteLaws,
  deleteQuestions,
  insertLaws,
  insertQuestions,
  insertVersion,
  lastVersionNumber,
  updateDraft,
  versionOfStatus,
} from './queries.versions.ts';
import { lessonOrThrow } from './verbs.courses.ts';

export const CHANGED_MEANWHILE = '这个课时刚刚被修改过。请刷新页面，看过新内容后再操作。';

/**
 * Writes the lesson's draft; begins the next version when only published ones exist. Whatever was proposed or
 * confirmed for the former text falls away with it. Answers the draft's version id.
 * @param seenAt `editedAt` of the draft as the author saw it, null when there was none; a changed one is `conflict`
 */
export async function saveDraft(
  act: Act,
  input: { lessonId: string; seenAt: string | null; manuscript: Manuscript },
): Promise<string> {
  const lesson = await lessonOrThrow(act, input.lessonId);
  access.require(act, 'course.edit', lesson);
  const fields = manuscriptErrors(input.manuscript);
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', '有几处需要修改。', { fields });
  return inTransaction(act, async (act) => {
    await refuseUnknownQuestions(act, input.manuscript.questionIds);
    const id = await writeVersion(act, input);
    await writeTies(act, id, input.manuscript);
    await audit.record(act, {
      verb: 'courses.draftSaved',
      unitId: lesson.unit_id,
      subject: { kind: 'lessonVersion', id },
      details: { lessonId: lesson.id },
    });
    return id;
  });
}

async function refuseUnknownQuestions(act: Act, questionIds: string[]): Promise<void> {
  const known = await bank.checkQuestions(act.db, questionIds);
  if (known.length === new Set(questionIds).size) return;
  const message = '有的题目已停用或不在随堂测题库中，请重新选择。';
  throw new DomainError('invalid', message, { fields: { questionIds: message } });
}

function measured(manuscript: Manuscript) {
  const blocks = blocksOf(manuscript.body);
  const characters = countCharacters(blocks.map((block) => block.text).join(''));
  const minimumSeconds = manuscript.setMinimumSeconds ?? minimumSecondsOf(characters);
  const checkQuestions = manuscript.checkSize;
  return {
    title: manuscript.title.trim(),
    body: manuscript.body,
    characters,
    paragraphs: blocks.length,
    set_minimum_seconds: manuscript.setMinimumSeconds,
    minimum_seconds: minimumSeconds,
    study_minutes: defaultStudyMinutes({ characters, checkQuestions, minimumSeconds }),
    credit_hundredths: manuscript.creditHundredths,
    check_size: manuscript.checkSize,
    pass_percent: manuscript.passPercent,
  };
}

const UNDECLARED = { proposed_by: null, proposed_at: null, confirmed_by: null, confirmed_at: null };

async function writeVersion(
  act: Act,
  { lessonId, seenAt, manuscript }: { lessonId: string; seenAt: string | null; manuscript: Manuscript },
): Promise<string> {
  const draft = await versionOfStatus(act.db, lessonId, 'draft').executeTakeFirst();
  const written = {
    ...measured(manuscript),
    ...UNDECLARED,
    edited_by: personOf(act).personId,
    edited_at: act.now,
  };
  if ((draft?.edited_at ?? null) !== seenAt) throw new DomainError('conflict', CHANGED_MEANWHILE);
  if (draft) {
    const { numUpdatedRows } = await updateDraft(
      act.db,
      { id: draft.id, seenAt: draft.edited_at },
      written,
    ).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new DomainError('conflict', CHANGED_MEANWHILE);
    return draft.id;
  }
  const last = await lastVersionNumber(act.db, lessonId).executeTakeFirst();
  const row = {
    ...{ id: newId(), lesson_id: lessonId, version: (last?.version ?? 0) + 1, status: 'draft' },
    ...{ published_by: null, published_at: null },
    ...written,
  };
  await insertVersion(act.db, row).execute();
  return row.id;
}

async function writeTies(act: Act, versionId: string, { laws, questionIds }: Manuscript): Promise<void> {
  await deleteLaws(act.db, versionId).execute();
  await deleteQuestions(act.db, versionId).execute();
  const lawRows = laws.map((tag, index) => ({
    lesson_version_id: versionId,
    ordinal: index + 1,
    statute_title: tag.statuteTitle,
    article_number: tag.articleNumber,
    effective_on: tag.effectiveOn,
  }));
  const questionRows = [...new Set(questionIds)].map((id) => ({
    lesson_version_id: versionId,
    question_id: id,
  }));
  if (lawRows.length > 0) await insertLaws(act.db, lawRows).execute();
  if (questionRows.length > 0) await insertQuestions(act.db, questionRows).execute();
}
