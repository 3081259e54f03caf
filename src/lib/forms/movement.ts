import * as v from 'valibot';
import { isClassCode } from '#lib/domain/people/classes.ts';
import { levels, type LevelCode, type Status } from '#lib/domain/people/codes.ts';
import { isStatus } from '#lib/domain/movement/statusChange.ts';
import { isDay } from '#lib/domain/shared/time.ts';
import { dayField, idField, listField, optionalText, textField } from './fields.ts';

/** A field that may be left empty, as null. */
const orNull = (text: string): string | null => (text === '' ? null : text);

const optionalDay = v.pipe(
  optionalText(10),
  v.check((day) => day === '' || isDay(day), '请填写有效的日期，例如 2026-11-14。'),
  v.transform(orNull),
);

const levelField = v.pipe(
  optionalText(40),
  v.check((code) => code === '' || Object.hasOwn(levels, code), '请选择职务层次。'),
  v.transform((code) => (code === '' ? null : (code as LevelCode))),
);

const classesField = v.pipe(
  listField,
  v.transform((codes) => codes.filter(isClassCode)),
);

const countedField = v.picklist(['home', 'work'], '请选择计入哪个单位。');
const titleField = v.pipe(optionalText(60), v.transform(orNull));
const unitOrNone = v.pipe(optionalText(64), v.transform(orNull));

/** An uploaded file with its bytes; null when none was chosen. */
export async function evidenceIn(
  file: File | undefined,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  if (!file || file.size === 0) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** A move to another post; an empty work unit means that he works where he is at home. */
export const moveForm = v.object({
  day: dayField,
  homeUnitId: idField('请选择编制单位。'),
  workUnitId: optionalText(64),
  countedIn: countedField,
  title: optionalText(60),
  levelCode: levelField,
  classes: classesField,
  reason: textField('请写明变动的原因。', 200),
});

export const transferForm = v.object({
  toUnitId: idField('请选择调往的单位。'),
  day: dayField,
  reason: textField('请写明调动的原因，接收单位会看到。', 300),
  file: v.optional(v.instance(File, '请选择文件。')),
});

export const receptionForm = v.object({
  workUnitId: unitOrNone,
  countedIn: countedField,
  title: titleField,
  levelCode: levelField,
  classes: classesField,
});

/** Declining and withdrawing say why. */
export const partingForm = v.object({ reason: textField('请写明原因，对方会看到。', 300) });

export const statusForm = v.object({
  status: v.pipe(
    v.string('请选择状态。'),
    v.check(isStatus, '请选择状态。'),
    v.transform((code) => code as Status),
  ),
  day: dayField,
  until: optionalDay,
  workUnitId: unitOrNone,
  countedIn: countedField,
  place: v.pipe(optionalText(60), v.transform(orNull)),
  reason: textField('请写明原因和依据。', 300),
  file: v.optional(v.instance(File, '请选择文件。')),
});

export const arrivalForm = v.object({
  name: textField('请填写姓名。', 40),
  identity: v.pipe(optionalText(30), v.transform(orNull)),
  mobile: v.pipe(optionalText(20), v.transform(orNull)),
  unitId: idField('请选择接收的单位。'),
  day: dayField,
  status: v.picklist(['active', 'secondedIn'], '请选择调入或借调入。'),
  place: optionalText(60),
  title: titleField,
  levelCode: levelField,
  classes: classesField,
  reason: textField('请写明依据，例如调令文号。', 300),
  /** Set once the record of before was shown. */
  confirmed: optionalText(4),
});
