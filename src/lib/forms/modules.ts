import * as v from 'valibot';
import { idField, listField, optionalText, textField } from './fields.ts';

const text = {
  title: textField('请填写模块名称。', 60),
  summary: optionalText(500),
  courseIds: listField,
};

export const moduleForm = v.object({ unitId: idField('请选择单位。'), ...text });

export const moduleOrderForm = v.object({
  courseId: idField('请选择课程。'),
  direction: v.picklist(['up', 'down'], '请选择上移或下移。'),
});

export const moduleTextForm = v.object(text);
