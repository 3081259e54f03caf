import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import { fromShanghaiClock, isDay } from '#lib/domain/shared/time.ts';
import { dayField, idField, listField, textField } from './fields.ts';

const text = (sentence: string, most: number) =>
  v.pipe(v.string(sentence), v.trim(), v.minLength(1, sentence), v.maxLength(most, `最多 ${most} 个字。`));

const whole = (sentence: string, least: number, most: number) =>
  v.pipe(
    v.string(sentence),
    v.trim(),
    v.regex(/^\d{1,6}$/, sentence),
    v.transform(Number),
    v.minValue(least, sentence),
    v.maxValue(most, sentence),
  );

const moment = (sentence: string) =>
  v.pipe(
    v.string(sentence),
    v.check((value) => fromShanghaiClock(value) !== null, sentence),
    v.transform((value) => fromShanghaiClock(value) ?? ''),
  );

const marks = (sentence: string) =>
  v.pipe(
    v.string(sentence),
    v.check((value) => (parseHundredths(value) ?? -1) > 0, sentence),
    v.transform((value) => parseHundredths(value) ?? 0),
  );

/** Marks, hours or points in hundredths; null where nothing was typed. */
const optionalMarks = (sentence: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((value) => value === '' || (parseHundredths(value) ?? -1) > 0, sentence),
    v.transform((value) => (value === '' ? null : parseHundredths(value))),
  );

const ticked = v.pipe(
  v.optional(v.string()),
  v.transform((value) => value === 'on'),
);

/** 新建考试 and its draft. */
export const examForm = v.object({
  title: text('请填写考试名称。', 80),
  unitId: text('请选择组织考试的单位。', 64),
  planYear: whole('请填写四位年份。', 2000, 2100),
  blueprintId: text('请选择组卷方案。', 64),
  rosterOn: v.pipe(v.string('请选择应考名册日期。'), v.check(isDay, '请选择有效的日期。')),
  opensAt: moment('请填写开始时间，例如 2026-11-01 09:00。'),
  closesAt: moment('请填写结束时间，例如 2026-11-30 18:00。'),
  durationMinutes: whole('作答时长应为 1 到 600 分钟。', 1, 600),
  attemptsAllowed: whole('作答次数应为 1 到 20 次。', 1, 20),
  pass: marks('请填写合格分数，最多两位小数。'),
  excellent: marks('请填写优秀分数，最多两位小数。'),
  entry: v.picklist(['none', 'lessons', 'credit'], '请选择进入条件。'),
  entryLedger: v.optional(v.picklist(['training', 'credit'], '请选择学时或学分。'), 'credit'),
  entryTarget: v.optional(optionalMarks('请填写所需的学时或学分，最多两位小数。'), ''),
  half: v.optional(v.picklist(['blueprint', 'yes', 'no'], '请选择多选题的计分办法。'), 'blueprint'),
  release: v.optional(v.picklist(['items', 'totals'], '请选择考试结束后公布的内容。'), 'items'),
  admitsOutside: ticked,
  unitIds: listField,
  classCodes: listField,
  selectionIds: listField,
});

/** A settled form as the verbs take it. */
export function examSettingsOf(form: v.InferOutput<typeof examForm>) {
  const { pass, excellent, half, release, entryTarget, unitIds, classCodes, selectionIds, ...rest } = form;
  return {
    ...rest,
    passHundredths: pass,
    excellentHundredths: excellent,
    entryTargetHundredths: entryTarget,
    halfForSubset: half === 'blueprint' ? null : half === 'yes',
    releasePolicy: release,
    audience: { unitIds, classCodes, selectionIds },
  };
}

const reason = (sentence: string) => textField(sentence, 200);
const minutesField = (sentence: string) => whole(sentence, 1, 600);

/** 增补人员. */
export const candidateForm = v.object({
  personId: idField('请选择人员。'),
  reason: reason('请写明增补的原因。'),
});

/** 已离开. */
export const leftForm = v.object({ leftOn: dayField, reason: reason('请写明去向或原因。') });

/** 恢复应考, 取消考试 and other acts that need only a reason. */
export const reasonForm = v.object({ reason: reason('请写明原因。') });

/** Cancelling an exam cannot be undone: its name is typed. */
export const cancelForm = v.object({
  reason: reason('请写明原因。'),
  confirm: v.literal('取消考试', '请输入“取消考试”四个字以确认。'),
});

/** 加时. */
export const timeForm = v.object({
  whom: v.picklist(['ticked', 'all'], '请选择给谁加时。'),
  attemptIds: listField,
  minutes: minutesField('加时应为 1 到 600 分钟。'),
  reason: reason('请写明加时的原因，考生会看到。'),
});

/** 补考. */
export const makeupForm = v.object({
  opensAt: moment('请填写开始时间，例如 2026-11-01 09:00。'),
  closesAt: moment('请填写结束时间，例如 2026-11-30 18:00。'),
  attemptsAllowed: whole('作答次数应为 1 到 20 次。', 1, 20),
  admits: v.picklist(['unpassed', 'deferred'], '请选择谁可以补考。'),
});

/** 延长时间. */
export const extendForm = v.object({
  kind: v.picklist(['main', 'makeup'], '请选择主考期或补考。'),
  closesAt: moment('请填写新的结束时间。'),
  reason: reason('请写明延长的原因。'),
});

/** 个人加时. */
export const standingForm = v.object({
  personId: idField('请选择人员。'),
  amount: minutesField('请填写百分比或分钟数，1 到 600。'),
  unit: v.picklist(['percent', 'minutes'], '请选择百分比或分钟。'),
  reason: reason('请写明加时的原因。'),
  from: dayField,
  to: v.optional(v.union([v.literal(''), dayField], '请选择有效的日期。'), ''),
});

export const endStandingForm = v.object({ id: idField('请选择加时。'), reason: reason('请写明原因。') });

/** 开始考试. */
export const startForm = v.object({ examId: text('请选择考试。', 64) });

/** Forms that only confirm. */
export const confirmForm = v.object({});
