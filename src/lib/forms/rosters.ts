import * as v from 'valibot';
import { isDay } from '#lib/domain/shared/time.ts';
import { fileField } from './imports.ts';

/** A roster and the day from which it holds; an empty day means today. */
export const rosterForm = v.object({
  file: fileField,
  from: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((day) => day === '' || isDay(day), '请填写有效的日期。'),
    ),
    '',
  ),
});
