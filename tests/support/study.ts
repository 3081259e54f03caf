import { newId } from '#lib/server/platform/ids.ts';
import type { World } from './world.ts';

/** A published course of lessons of so many study minutes each. Rows only: no verb is tested by it. */
export async function publishedCourse(
  world: World,
  wish: { unitId: string; title: string; minutes: readonly number[] },
): Promise<{ courseId: string; lessons: { lessonId: string; lessonVersionId: string }[] }> {
  const courseId = newId();
  const made = { created_by: 'test', created_at: world.now };
  await world.db
    .insertInto('course')
    .values({
      id: courseId,
      unit_id: wish.unitId,
      title: wish.title,
      summary: '',
      status: 'published',
      ...made,
    })
    .execute();
  const lessons = [];
  for (const [index, minutes] of wish.minutes.entries()) {
    const [lessonId, lessonVersionId] = [newId(), newId()];
    const key = { id: lessonVersionId, lesson_id: lessonId, version: 1, status: 'published' };
    await world.db
      .insertInto('lesson')
      .values({ id: lessonId, course_id: courseId, sort_order: index + 1 })
      .execute();
    await world.db
      .insertInto('lesson_version')
      .values({
        ...key,
        ...{ title: `第 ${index + 1} 课`, body: '正文。', characters: 3, paragraphs: 1 },
        ...{ set_minimum_seconds: 60, minimum_seconds: 60, study_minutes: minutes, credit_hundredths: 50 },
        ...{ check_size: 1, pass_percent: 60, edited_by: 'test', edited_at: world.now },
        ...{ proposed_by: null, proposed_at: null, confirmed_by: null, confirmed_at: null },
        ...{ published_by: 'test', published_at: world.now },
      })
      .execute();
    lessons.push({ lessonId, lessonVersionId });
  }
  return { courseId, lessons };
}
