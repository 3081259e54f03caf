import { redirect } from '@sveltejs/kit';
import { createCourseForm } from '#lib/forms/courses.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as courses from '#lib/server/courses/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['created'], defaultSort: '-created' });
    return {
      listing,
      query: url.search,
      ...(await courses.listCourses(locals.act, listing)),
      units: await courses.unitsForCourses(locals.act),
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, createCourseForm, async (input) => {
      redirect(303, `/manage/courses/${await courses.createCourse(event.locals.act, input)}`);
    }),
};
