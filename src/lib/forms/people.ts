import * as v from 'valibot';
import { levels, type LevelCode } from '#lib/domain/people/codes.ts';
import { isClassCode } from '#lib/domain/people/classes.ts';
import { isDay } from '#lib/domain/shared/time.ts';
import { dayField, idField, listField, optionalText, textField } from './fields.ts';

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

/** A move to another post; an empty work unit means that he works where he is at home. */
export const moveForm = v.object({
  day: dayField,
  homeUnitId: idField('请选择编制单位。'),
  workUnitId: optionalText(64),
  countedIn: v.picklist(['home', 'work'], '请选择计入哪个单位。'),
  title: optionalText(60),
  levelCode: v.pipe(
    optionalText(40),
    v.check((code) => code === '' || code in levels, '请选择职务层次。'),
    v.transform((code) => (code === '' ? null : (code as LevelCode))),
  ),
  classes: v.pipe(
    listField,
    v.transform((codes) => codes.filter(isClassCode)),
  ),
  reason: textField('请写明变动的原因。', 200),
});

export const selectionForm = v.object({
  unitId: idField('请选择单位。'),
  name: textField('请填写名单名称。', 60),
  note: optionalText(200),
  personIds: listField,
});

/** The button that closes something carries nothing. */
export const closingForm = v.object({});
