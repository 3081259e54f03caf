import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import { parseCitations } from '#lib/domain/statutes/citation.ts';

const id = v.pipe(v.string('请选择。'), v.minLength(1, '请选择。'), v.maxLength(64, '请重新选择。'));
const title = v.pipe(
  v.string('请填写标题。'),
  v.trim(),
  v.minLength(1, '请填写标题。'),
  v.maxLength(80, '标题请不超过 80 个字。'),
);
const summary = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, '简介请不超过 300 个字。')), '');

function wholeNumber(sentence: string) {
  return v.pipe(
    v.string(sentence),
    v.trim(),
    v.regex(/^\d{1,6}$/, sentence),
    v.transform((text) => Number(text)),
  );
}

/** One citation a line: `《行政处罚法》第四十四条（2021-07-15）`. */
const laws = v.pipe(
  v.optional(v.string(), ''),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const reading = parseCitations(dataset.value);
    if (reading.ok) return reading.citations;
    addIssue({
      message: `看不懂“${reading.text.slice(0, 40)}”。请写成：《行政处罚法》第四十四条（2021-07-15）`,
    });
    return NEVER;
  }),
);

const credit = v.pipe(
  v.string('请填写学分。'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const hundredths = parseHundredths(dataset.value);
    if (hundredths !== null) return hundredths;
    addIssue({ message: '学分请填数字，最多两位小数，例如 0.5。' });
    return NEVER;
  }),
);

const minimum = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.regex(/^\d{0,6}$/, '最短时间请填整秒数，留空则按字数计算。'),
  v.transform((text) => (text === '' ? null : Number(text))),
);

export const createCourseForm = v.object({ unitId: id, title, summary });
export const renameCourseForm = v.object({ title, summary });
export const addLessonForm = v.object({});

export const draftForm = v.object({
  seenAt: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => (text === '' ? null : text)),
  ),
  title,
  body: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.replace(/\r\n/g, '\n')),
  ),
  laws,
  questionIds: v.optional(v.array(v.string()), []),
  minimumSeconds: minimum,
  credit,
  checkSize: wholeNumber('每次抽题请填整数。'),
  passPercent: wholeNumber('合格线请填整数。'),
});

export const minutesForm = v.object({ versionId: id, minutes: wholeNumber('学习分钟数请填整数。') });
export const publishForm = v.object({ versionId: id });
