import * as v from 'valibot';

/** Forms whose button says everything. */
export const pressForm = v.object({});

export const placeForm = v.object({
  openingId: v.pipe(v.string('请从课程页重新进入。'), v.minLength(1), v.maxLength(64)),
  paragraph: v.pipe(
    v.string('请填写段号。'),
    v.regex(/^\d{1,4}$/, '段号请填整数。'),
    v.transform((text) => Number(text)),
  ),
});

/** Body of `PUT /api/v1/openings/[id]/place`. */
export const placeJson = v.object({
  paragraph: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
});

/** Most questions in one try. */
const MOST_ITEMS = 20;

const letters = v.optional(v.array(v.string()), []);

/** `attemptId` and the letters chosen for each question, as `q1[]`, `q2[]` … */
export const answersForm = v.pipe(
  v.objectWithRest(
    { attemptId: v.pipe(v.string('请从课时页重新进入。'), v.minLength(1), v.maxLength(64)) },
    v.unknown(),
  ),
  v.transform((form) => ({
    attemptId: form.attemptId,
    letters: Array.from({ length: MOST_ITEMS }, (_, index) =>
      v.parse(v.fallback(letters, []), form[`q${index + 1}`]),
    ),
  })),
);
