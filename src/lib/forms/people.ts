import * as v from 'valibot';
import { levels, ranks, staffKinds } from '#lib/domain/people/codes.ts';
import { isClassCode } from '#lib/domain/people/classes.ts';
import { trades } from '#lib/domain/units/trades.ts';
import { dayField, idField, listField, optionalText, textField } from './fields.ts';

/** The button that issues a one-time code carries nothing. */
export const issueCodeForm = v.object({});

const codeIn = (table: Record<string, string>, sentence: string) =>
  v.pipe(
    optionalText(40),
    v.check((code) => code === '' || Object.hasOwn(table, code), sentence),
    v.transform((code) => (code === '' ? null : code)),
  );

const classesField = v.pipe(
  listField,
  v.transform((codes) => codes.filter(isClassCode)),
);

const reasonField = textField('请写明原因。', 200);

export const postChangeForm = v.object({
  day: dayField,
  title: optionalText(60),
  level: codeIn(levels, '请选择职务层次。'),
  rank: v.pipe(
    optionalText(40),
    v.check((rank) => rank === '' || ranks.includes(rank), '请选择职级。'),
    v.transform((rank) => (rank === '' ? null : rank)),
  ),
  staffKind: codeIn(staffKinds, '请选择编制类别。'),
  trade: codeIn(trades, '请选择行业。'),
  classes: classesField,
  reason: reasonField,
});

export const endPostForm = v.object({ day: dayField, reason: reasonField });

export const secondaryPostForm = v.object({
  unitId: idField('请选择单位。'),
  from: dayField,
  title: optionalText(60),
  classes: classesField,
  reason: reasonField,
});

/** Numbers left empty stay as they are recorded. */
export const correctionForm = v.object({
  name: textField('请填写姓名。', 40),
  identity: optionalText(40),
  mobile: optionalText(30),
  reason: reasonField,
});

export const mergeForm = v.object({ goneId: idField('请选择另一份档案。'), reason: reasonField });

export const partForm = v.object({ mergeId: idField('请选择一次合并。'), reason: reasonField });
