import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const revision = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const writer = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** Body of `PUT /api/v1/attempts/:id/answers`. */
export const answersBody = v.object({
  writer,
  answers: v.pipe(
    v.array(v.object({ itemId: id, revision, chosen: v.pipe(v.array(id), v.maxLength(20)) })),
    v.minLength(1),
    v.maxLength(200),
  ),
});

const wholeNumber = (sentence: string) =>
  v.pipe(v.string(sentence), v.regex(/^\d{1,6}$/, sentence), v.transform(Number));

/** One question saved by its button, without script. */
export const answerForm = v.object({
  itemId: v.pipe(
    v.string('请从本页重新作答。'),
    v.minLength(1, '请从本页重新作答。'),
    v.maxLength(64, '请从本页重新作答。'),
  ),
  revision: wholeNumber('请刷新页面后重新作答。'),
  writer: wholeNumber('请刷新页面后重新作答。'),
  next: wholeNumber('请刷新页面后重新作答。'),
  chosen: v.optional(v.array(v.pipe(v.string(), v.maxLength(64))), []),
});
