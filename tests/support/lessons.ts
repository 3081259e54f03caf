import { writeOptions } from '#lib/domain/bank/content.ts';
import type { Manuscript } from '#lib/domain/courses/lesson.ts';
import * as courses from '#lib/server/courses/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { officer, standingUnit } from './people.ts';
import type { World } from './world.ts';

/** A bureau with two coordinators, who write and confirm, and a learner. */
export interface Bureau {
  unitId: string;
  author: string;
  second: string;
  learner: string;
}

export async function bureau(world: World): Promise<Bureau> {
  const unitId = await standingUnit(world, '综合行政执法局');
  const [author, second, learner] = await Promise.all(
    ['周编写', '吴复核', '郑学员'].map((name) => officer(world, { name, unitId })),
  );
  return { unitId, author: author!.personId, second: second!.personId, learner: learner!.personId };
}

/** Acts of the bureau's people at the world's moment. */
export function actsOf(world: World, { unitId, author, second, learner }: Bureau) {
  const coordinator = { coordinator: unitId };
  return {
    author: world.signedIn({ personId: author, name: '周编写', roles: coordinator }),
    second: world.signedIn({ personId: second, name: '吴复核', roles: coordinator }),
    learner: world.signedIn({ personId: learner, name: '郑学员' }),
  };
}

/** Single-choice questions of the pool `check`, B always right. Rows only: no verb of the bank is tested by them. */
export async function checkQuestions(world: World, count: number): Promise<string[]> {
  const topicId = newId();
  await world.db
    .insertInto('topic')
    .values({ id: topicId, name: `专题 ${topicId}` })
    .execute();
  const ids = Array.from({ length: count }, () => newId());
  for (const [index, id] of ids.entries()) {
    await world.db
      .insertInto('question')
      .values({
        ...{ id, code: `T-${id}`, topic_id: topicId, pool: 'check', status: 'published' },
        ...{ audience: '', source: '', valid_until: null, created_at: world.now },
      })
      .execute();
    const options = ['甲', '乙', '丙', '丁'].map((text, at) => ({
      id: 'ABCD'.charAt(at),
      text,
      pinned: false,
    }));
    await world.db
      .insertInto('question_version')
      .values({
        ...{ id: `version of ${id}`, question_id: id, version: 1, type: 'single', stem: `第 ${index} 题` },
        ...{
          stem_key: `第${index}题`,
          options: writeOptions(options),
          answer_key: 'B',
          explanation: '选乙。',
        },
        ...{ difficulty: 1, status: 'published', created_at: world.now },
      })
      .execute();
  }
  return ids;
}

/** Text of 1200 characters in twelve paragraphs: two minutes at the fastest. */
export const twoMinutes = Array.from({ length: 12 }, () => '法'.repeat(100)).join('\n\n');

/** A manuscript that can be published. */
export function manuscript(questionIds: string[], wish: Partial<Manuscript> = {}): Manuscript {
  return {
    ...{ title: '听证', body: twoMinutes, questionIds, setMinimumSeconds: null, creditHundredths: 50 },
    ...{ checkSize: 3, passPercent: 80 },
    laws: [{ statuteTitle: '行政处罚法', articleNumber: '第六十三条', effectiveOn: '2021-07-15' }],
    ...wish,
  };
}

/** A published lesson of the bureau in a course of its own, by the verbs of two people. */
export async function publishedLesson(
  world: World,
  of: Bureau,
  wish: Partial<Manuscript> & { courseId?: string } = {},
): Promise<{ courseId: string; lessonId: string; versionId: string }> {
  const { author, second } = actsOf(world, of);
  const { courseId: given, ...text } = wish;
  const courseId =
    given ?? (await courses.createCourse(author, { unitId: of.unitId, title: '行政处罚法', summary: '' }));
  const lessonId = await courses.addLesson(author, courseId);
  const questionIds = await checkQuestions(world, 4);
  const written = { lessonId, seenAt: null, manuscript: manuscript(questionIds, text) };
  const versionId = await courses.saveDraft(author, written);
  const { studyMinutes: minutes } = await courses.versionOfId(world.db, versionId);
  await courses.proposeMinutes(author, { versionId, minutes });
  await courses.confirmMinutes(second, { versionId, minutes });
  await courses.publish(author, versionId);
  return { courseId, lessonId, versionId };
}
