import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import { dayField, idField, optionalText, textField, wholeField } from './fields.ts';

export const reversalForm = v.object({
  entryId: idField('请选择要冲销的分录。'),
  reason: textField('请写明冲销的原因。', 200),
});

export const unlearnForm = v.object({
  lessonId: idField('请选择课时。'),
  reason: textField('请写明撤销的原因。', 200),
});

const spanField = v.picklist(['minutes', 'halfDay', 'day'], '请选择时长的计法。');
const minutesField = wholeField('时长请填整数分钟。');

export const claimForm = v.object({
  title: textField('请填写培训的名称。', 80),
  organiser: textField('请填写主办单位。', 60),
  heldOn: dayField,
  span: spanField,
  minutes: minutesField,
  note: optionalText(500),
  file: v.file('请选择证明材料。'),
});

export const withdrawalForm = v.object({ claimId: idField('请选择要撤回的申报。') });
export const approvalForm = v.object({ span: spanField, minutes: minutesField, reason: optionalText(200) });
export const claimReasonForm = v.object({ reason: textField('请写明原因，本人看得到。', 200) });

/** An amount with at most two decimals, in hundredths; null where nothing is written. */
const amountField = v.pipe(
  optionalText(12),
  v.check((text) => text === '' || parseHundredths(text) !== null, '请填数字，最多两位小数。'),
  v.transform((text) => (text === '' ? null : parseHundredths(text))),
);

export const ruleForm = v.object({
  sourceKind: v.picklist(
    ['lesson', 'event', 'claim', 'import', 'carry', 'carryCredit'],
    '请选择规则的种类。',
  ),
  validFrom: dayField,
  minutesPerHour: v.optional(wholeField('每学时的分钟数请填整数。'), '45'),
  steps: optionalText(200),
  halfDay: amountField,
  day: amountField,
  cap: amountField,
  testOutCounts: v.optional(v.string(), ''),
  source: textField('请写明规则的依据。', 200),
});
