import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import { questionTypeNames, type Difficulty } from '#lib/domain/bank/question.ts';

const text = (sentence: string, most: number) =>
  v.pipe(v.string(sentence), v.trim(), v.minLength(1, sentence), v.maxLength(most, `最多 ${most} 个字。`));

/** 新建组卷方案. */
export const blueprintForm = v.object({
  title: text('请填写方案名称。', 80),
  unitId: text('请选择单位。', 64),
});

export const blueprintTermsForm = v.object({
  title: text('请填写方案名称。', 80),
  halfForSubset: v.optional(
    v.pipe(
      v.string(),
      v.transform(() => true),
    ),
    undefined,
  ),
});

const emptyAsNull = v.transform((value: string) => (value === '' ? null : value));

/** One row of the 双向细目表. */
export const blueprintRowForm = v.object({
  type: v.picklist(questionTypeNames, '请选择题型。'),
  topicId: v.pipe(v.optional(v.pipe(v.string(), v.maxLength(64)), ''), emptyAsNull),
  difficulty: v.pipe(
    v.optional(v.picklist(['', '1', '2', '3'], '请选择难度。'), ''),
    v.transform((value) => (value === '' ? null : (Number(value) as Difficulty))),
  ),
  lawTitle: v.pipe(v.optional(v.pipe(v.string(), v.maxLength(200)), ''), emptyAsNull),
  audience: v.pipe(v.optional(v.pipe(v.string(), v.maxLength(40)), ''), emptyAsNull),
  count: v.pipe(
    v.string('请填写题数。'),
    v.trim(),
    v.regex(/^\d{1,3}$/, '题数应为 1 到 200。'),
    v.transform(Number),
    v.minValue(1, '题数应为 1 到 200。'),
    v.maxValue(200, '题数应为 1 到 200。'),
  ),
  points: v.pipe(
    v.string('请填写每题分值。'),
    v.check((value) => (parseHundredths(value) ?? -1) > 0, '每题分值应大于 0，最多两位小数。'),
    v.transform((value) => parseHundredths(value) ?? 0),
  ),
});

export const rowIdForm = v.object({ rowId: text('请选择一行。', 64) });

export const changedRowForm = v.object({ ...blueprintRowForm.entries, ...rowIdForm.entries });

/** Number of the previewed paper, read from the page's address; 1 where it says none. */
export function previewSeed(url: URL): string {
  const asked = url.searchParams.get('seed') ?? '';
  return /^[1-9]\d{0,5}$/.test(asked) ? asked : '1';
}
