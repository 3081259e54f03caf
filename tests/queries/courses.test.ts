import { expect, it } from 'vitest';
import * as catalog from '#lib/server/courses/queries.catalog.ts';
import * as courses from '#lib/server/courses/queries.courses.ts';
import * as lessons from '#lib/server/courses/queries.lessons.ts';
import * as versions from '#lib/server/courses/queries.versions.ts';
import { compiledOnBoth } from '../support/queries.ts';

it('lists the courses of an editor with their counts', async () => {
  const asked = { unitIds: ['u'], q: '处罚' };
  expect(await compiledOnBoth((db) => courses.coursesBelow(db, asked))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => courses.countCoursesBelow(db, asked))).toMatchSnapshot();
});

it('lists what is published for learners', async () => {
  expect(await compiledOnBoth((db) => catalog.publishedCourses(db, ['u']))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => catalog.publishedLessons(db, ['c']))).toMatchSnapshot();
});

it('adds a lesson at the end and reads a course with drafts and published versions', async () => {
  expect(
    await compiledOnBoth((db) => lessons.insertLesson(db, { id: 'l', courseId: 'c' })),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => lessons.lessonsOf(db, 'c'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => lessons.lessonById(db, 'l'))).toMatchSnapshot();
});

it('changes a draft as it was seen and nothing else', async () => {
  const seen = { id: 'v', seenAt: '2026-03-02T01:00:00.000Z' };
  expect(await compiledOnBoth((db) => versions.updateDraft(db, seen, { title: '听证' }))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => versions.supersede(db, 'l'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => versions.versionOfStatus(db, 'l', 'draft'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => versions.historyOf(db, 'l'))).toMatchSnapshot();
});

it('reads what a version asks and awards without its text', async () => {
  expect(await compiledOnBoth((db) => versions.measuresById(db, 'v'))).toMatchSnapshot();
});
