import * as v from 'valibot';
import { dayField, idField, listField, optionalText, textField } from './fields.ts';

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
