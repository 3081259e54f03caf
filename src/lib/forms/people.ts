import * as v from 'valibot';
import { levels, type LevelCode } from '#lib/domain/people/codes.ts';
import { isClassCode } from '#lib/domain/people/classes.ts';
import { isDay } from '#lib/domain/shared/time.ts';
import { fileField } from './imports.ts';
import { dayField, idField, listField, optionalText, textField } from './fields.ts';

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

/** A list made by a rule: kinds without a tick mean everybody. */
export const ruledSelectionForm = v.object({
  unitId: idField('请选择单位。'),
  name: textField('请填写名单名称。', 60),
  note: optionalText(200),
  day: dayField,
  classes: listField,
  levels: listField,
  trades: listField,
  statuses: listField,
});

/** The button that closes something carries nothing. */
export const closingForm = v.object({});
