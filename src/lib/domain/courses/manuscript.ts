import type { Manuscript } from './lesson.ts';

const MOST_BODY_CHARACTERS = 60_000;
const MOST_MINIMUM_SECONDS = 4 * 3600;
const MOST_CREDIT_HUNDREDTHS = 1000;
const MOST_CHECK_QUESTIONS = 20;

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Field name → Chinese sentence for everything in a manuscript that cannot be stored, even as a draft. */
export function manuscriptErrors(manuscript: Manuscript): Record<string, string> {
  const errors: Record<string, string> = {};
  const { title, body, setMinimumSeconds } = manuscript;
  if (title.trim() === '' || title.trim().length > 80) errors['title'] = '标题请写 1 至 80 个字。';
  if (body.length > MOST_BODY_CHARACTERS) errors['body'] = '课文太长，请拆成几个课时（每个不超过 6 万字）。';
  if (setMinimumSeconds !== null && !isWhole(setMinimumSeconds, 1, MOST_MINIMUM_SECONDS)) {
    errors['setMinimumSeconds'] = '最短时间请填 1 至 14400 之间的整秒数，留空则按字数计算。';
  }
  if (!isWhole(manuscript.creditHundredths, 0, MOST_CREDIT_HUNDREDTHS)) {
    errors['creditHundredths'] = '学分请填 0 至 10，最多两位小数。';
  }
  if (!isWhole(manuscript.checkSize, 1, MOST_CHECK_QUESTIONS)) {
    errors['checkSize'] = '每次抽题请填 1 至 20 之间的整数。';
  }
  if (!isWhole(manuscript.passPercent, 1, 100)) errors['passPercent'] = '合格线请填 1 至 100 之间的整数。';
  return errors;
}
