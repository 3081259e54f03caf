import * as v from 'valibot';
import { isDay } from '#lib/domain/shared/time.ts';

const sentence = '请填写施行日期，例如 2021-07-15。';

/** The day on which a version of a law took effect. */
export const effectiveDateForm = v.object({
  effectiveOn: v.pipe(v.string(sentence), v.trim(), v.check(isDay, sentence)),
});
