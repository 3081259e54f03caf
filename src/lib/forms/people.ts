import * as v from 'valibot';
import { isDay } from '#lib/domain/shared/time.ts';

const choose = '请选择名册文件（xlsx、xls 或 csv）。';

/** A roster and the day from which it holds; an empty day means today. */
export const rosterForm = v.object({
  file: v.pipe(
    v.instance(File, choose),
    v.check((file) => file.size > 0, choose),
  ),
  from: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((day) => day === '' || isDay(day), '请填写有效的日期。'),
    ),
    '',
  ),
});

export const commitForm = v.object({
  batchId: v.pipe(
    v.string('请重新上传名册。'),
    v.minLength(1, '请重新上传名册。'),
    v.maxLength(64, '请重新上传名册。'),
  ),
});

const issues = v.pipe(
  v.array(
    v.object({
      row: v.pipe(v.number(), v.integer()),
      column: v.pipe(v.string(), v.maxLength(100)),
      problem: v.pipe(v.string(), v.maxLength(1000)),
      suggestion: v.pipe(v.string(), v.maxLength(1000)),
    }),
  ),
  v.maxLength(5000),
);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What a check found, handed back to be written as a file. */
export const issuesForm = v.object({
  issues: v.pipe(v.string('请重新检查名册。'), v.transform(parsed), issues),
});

/** The button that issues a one-time code carries nothing. */
export const issueCodeForm = v.object({});
