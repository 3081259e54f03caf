import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import { dayField, idField, listField, textField, wholeField } from './fields.ts';

const target = v.pipe(
  v.string('请填写目标。'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const hundredths = parseHundredths(dataset.value);
    if (hundredths !== null && hundredths >= 0) return hundredths;
    addIssue({ message: '目标请填不小于 0 的数字，最多两位小数，例如 60。' });
    return NEVER;
  }),
);

export const requirementForm = v.object({
  unitId: idField('请选择单位。'),
  classCode: idField('请选择人员类别。'),
  planYear: wholeField('年度请填四位数字。'),
  ledger: v.picklist(['training', 'credit'], '请选择台账。'),
  target,
  needsExam: v.optional(v.string()),
  legalBasis: textField('请写明依据的文件和条款。', 300),
});

export const planForm = v.object({
  unitId: idField('请选择单位。'),
  title: textField('请填写计划名称。', 60),
  planYear: wholeField('年度请填四位数字。'),
  requirementId: v.optional(v.string(), ''),
  classCodes: listField,
  required: listField,
  elective: listField,
  modules: listField,
});

export const publishPlanForm = v.object({ planId: idField('请选择要发布的计划。') });

export const assignmentForm = v.object({
  unitId: idField('请选择单位。'),
  courseIds: listField,
  moduleId: v.optional(v.string(), ''),
  whom: v.picklist(['unit', 'people', 'selection'], '请选择指派给谁。'),
  personIds: listField,
  selectionId: v.optional(v.string(), ''),
  dueOn: dayField,
  reason: textField('请写明原因，学员会看到。', 200),
});

export const withdrawalForm = v.object({
  assignmentId: idField('请选择要撤回的指派。'),
  reason: textField('请写明撤回的原因。', 200),
});
