import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import { fromShanghaiClock, isDay } from '#lib/domain/shared/time.ts';

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

/** 新建考试. */
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
  entry: v.picklist(['none', 'lessons'], '请选择进入条件。'),
});

/** 开始考试. */
export const startForm = v.object({ examId: text('请选择考试。', 64) });

/** Forms that only confirm. */
export const confirmForm = v.object({});
