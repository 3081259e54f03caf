import { expect, it } from 'vitest';
import * as courses from '#lib/server/courses/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { actsOf, bureau, checkQuestions, manuscript, publishedLesson } from '../../support/lessons.ts';
import { standingUnit } from '../../support/people.ts';

onBothEngines('lesson versions', (engine) => {
  it('are written by one, confirmed by a second person and then published', async () => {
    const world = await engine.world();
    const of = await bureau(world);
    const { author, second } = actsOf(world, of);
    const courseId = await courses.createCourse(author, {
      unitId: of.unitId,
      title: ' 处罚法 ',
      summary: '',
    });
    const lessonId = await courses.addLesson(author, courseId);
    const text = manuscript(await checkQuestions(world, 4));
    const versionId = await courses.saveDraft(author, { lessonId, seenAt: null, manuscript: text });
    const desk = await courses.deskOfLesson(author, lessonId);
    expect(desk.version).toMatchObject({
      characters: 1200,
      paragraphs: 12,
      minimumSeconds: 120,
      studyMinutes: 8,
    });
    expect(desk.obstacles).toEqual(['请先提出学习分钟数。']);
    await courses.proposeMinutes(author, { versionId, minutes: 9 });
    await expect(courses.confirmMinutes(author, { versionId, minutes: 9 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(courses.publish(author, versionId)).rejects.toMatchObject({ code: 'invalid' });
    await expect(courses.confirmMinutes(second, { versionId, minutes: 8 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await courses.confirmMinutes(second, { versionId, minutes: 9 });
    await courses.publish(author, versionId);
    expect(await courses.publishedVersionOf(world.db, lessonId)).toMatchObject({
      version: 1,
      studyMinutes: 9,
    });
    expect(await courses.courseOfId(world.db, courseId)).toMatchObject({
      status: 'published',
      title: '处罚法',
    });
  });

  it('once published are never edited: saving begins the next one', async () => {
    const world = await engine.world();
    const of = await bureau(world);
    const { lessonId, versionId } = await publishedLesson(world, of);
    const { author, second } = actsOf(world, of);
    await expect(courses.proposeMinutes(author, { versionId, minutes: 20 })).rejects.toMatchObject({
      code: 'conflict',
    });
    const changed = manuscript(await checkQuestions(world, 3), { title: '听证（修订）' });
    const nextId = await courses.saveDraft(author, { lessonId, seenAt: null, manuscript: changed });
    expect(nextId).not.toBe(versionId);
    expect(await courses.publishedVersionOf(world.db, lessonId)).toMatchObject({
      id: versionId,
      title: '听证',
    });
    await courses.proposeMinutes(author, { versionId: nextId, minutes: 8 });
    await courses.confirmMinutes(second, { versionId: nextId, minutes: 8 });
    await courses.publish(second, nextId);
    expect(await courses.publishedVersionOf(world.db, lessonId)).toMatchObject({ id: nextId, version: 2 });
    expect(await courses.versionOfId(world.db, versionId)).toMatchObject({
      status: 'superseded',
      title: '听证',
    });
  });

  it('lose their confirmation when the text changes, and tell an author who looks at an older draft', async () => {
    const world = await engine.world();
    const of = await bureau(world);
    const { author, second } = actsOf(world, of);
    const courseId = await courses.createCourse(author, { unitId: of.unitId, title: '处罚法', summary: '' });
    const lessonId = await courses.addLesson(author, courseId);
    const text = manuscript(await checkQuestions(world, 3));
    const versionId = await courses.saveDraft(author, { lessonId, seenAt: null, manuscript: text });
    await courses.proposeMinutes(author, { versionId, minutes: 9 });
    await courses.confirmMinutes(second, { versionId, minutes: 9 });
    await expect(
      courses.saveDraft(author, { lessonId, seenAt: null, manuscript: text }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
    const { version } = await courses.deskOfLesson(author, lessonId);
    const later = actsOf(world.at('2026-03-02T02:00:00.000Z'), of).author;
    await courses.saveDraft(later, { lessonId, seenAt: version!.editedAt, manuscript: text });
    expect((await courses.deskOfLesson(author, lessonId)).version).toMatchObject({
      proposedBy: null,
      confirmedBy: null,
    });
  });

  it('refuse what cannot be read, checked or graded', async () => {
    const world = await engine.world();
    const of = await bureau(world);
    const { author } = actsOf(world, of);
    const courseId = await courses.createCourse(author, { unitId: of.unitId, title: '处罚法', summary: '' });
    const lessonId = await courses.addLesson(author, courseId);
    const wrong = manuscript(['no such question'], {});
    await expect(
      courses.saveDraft(author, { lessonId, seenAt: null, manuscript: wrong }),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: { questionIds: expect.any(String) },
    });
    const worse = manuscript([], { title: ' ', passPercent: 0, checkSize: 0, setMinimumSeconds: 0.5 });
    await expect(
      courses.saveDraft(author, { lessonId, seenAt: null, manuscript: worse }),
    ).rejects.toMatchObject({
      fields: { title: expect.any(String), passPercent: expect.any(String), checkSize: expect.any(String) },
    });
  });

  it('belong to the coordinators of their unit and of the units above, and to nobody else', async () => {
    const world = await engine.world();
    const of = await bureau(world);
    const { courseId, lessonId } = await publishedLesson(world, of);
    const elsewhere = await standingUnit(world, '别的局');
    const stranger = world.signedIn({ roles: { coordinator: elsewhere } });
    await expect(courses.deskOfCourse(stranger, courseId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(courses.deskOfLesson(stranger, lessonId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(courses.addLesson(actsOf(world, of).learner, courseId)).rejects.toMatchObject({
      code: 'notFound',
    });
    const all = { q: '', page: 1, pageSize: 20 };
    expect(await courses.listCourses(stranger, all)).toEqual({ rows: [], total: 0 });
    expect(await courses.listCourses(actsOf(world, of).second, all)).toMatchObject({
      total: 1,
      rows: [{ lessons: 1, publishedLessons: 1, unitName: '综合行政执法局' }],
    });
  });
});
