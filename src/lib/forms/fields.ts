import * as v from 'valibot';
import { isDay } from '#lib/domain/shared/time.ts';

/** Fields that forms of several rooms share. */
export const idField = (sentence: string) =>
  v.pipe(v.string(sentence), v.minLength(1, sentence), v.maxLength(64, sentence));

export const textField = (sentence: string, most: number) =>
  v.pipe(
    v.string(sentence),
    v.trim(),
    v.minLength(1, sentence),
    v.maxLength(most, `请不超过 ${most} 个字。`),
  );

export const optionalText = (most: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, `请不超过 ${most} 个字。`)), '');

export const dayField = v.pipe(
  v.string('请填写日期。'),
  v.trim(),
  v.check((text) => isDay(text), '请填写有效的日期，例如 2026-11-14。'),
);

export const listField = v.optional(v.array(v.pipe(v.string(), v.maxLength(64))), []);

export const wholeField = (sentence: string) =>
  v.pipe(
    v.string(sentence),
    v.trim(),
    v.regex(/^\d{1,6}$/, sentence),
    v.transform((text) => Number(text)),
  );
