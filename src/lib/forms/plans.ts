import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import { dayField, idField, listField, optionalText, textField, wholeField } from './fields.ts';

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
  joiners: v.optional(v.picklist(['full', 'fromQuarter', 'none'], '请选择年中加入的办法。'), 'full'),
  legalBasis: textField('请写明依据的文件和条款。', 300),
});

const joiners = v.picklist(['full', 'fromQuarter', 'none'], '请选择年中加入的办法。');

export const openYearForm = v.object({ unitId: idField('请选择单位。') });

const terms = {
  unitId: idField('请选择单位。'),
  target,
  needsExam: v.optional(v.string()),
  joiners,
  legalBasis: textField('请写明依据的文件和条款。', 300),
};

export const amendmentForm = v.object({
  requirementId: idField('请选择要求。'),
  from: dayField,
  ...terms,
});

export const draftForm = v.object({
  draftId: idField('请选择草稿。'),
  decision: v.picklist(['save', 'publish'], '请选择保存或发布。'),
  ...terms,
});

const planText = {
  title: textField('请填写计划名称。', 60),
  requirementId: v.optional(v.string(), ''),
  classCodes: listField,
  required: listField,
  elective: listField,
  modules: listField,
};

export const planForm = v.object({
  unitId: idField('请选择单位。'),
  planYear: wholeField('年度请填四位数字。'),
  ...planText,
});

/** What of a draft may be changed before it is published. */
export const planDraftForm = v.object(planText);

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

const released = v.pipe(
  optionalText(10),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === '') return null;
    const hundredths = parseHundredths(dataset.value);
    if (hundredths !== null && hundredths > 0) return hundredths;
    addIssue({ message: '减免数请填大于 0 的数字，最多两位小数；全部免除时留空。' });
    return NEVER;
  }),
);

/** An asked release; an empty part releases from the whole requirement. */
export const waiverForm = v.object({
  personId: idField('请选择人员。'),
  requirementId: idField('请选择要求。'),
  ground: idField('请选择减免的事由。'),
  released,
  reason: textField('请写明情况。', 300),
  file: v.optional(v.instance(File, '请选择文件。')),
});

export const waiverDecisionForm = v.object({
  waiverId: idField('请选择一份减免。'),
  decision: v.picklist(['approve', 'refuse', 'withdraw'], '请选择办理方式。'),
  reason: optionalText(300),
});
