import type { QuestionContent } from './question.ts';

/** A sign that keys can be guessed, as a Chinese sentence. */
export interface Skew {
  message: string;
}

/** Fewer questions than this say nothing about a habit. */
const FEWEST = 10;

function percent(part: number, whole: number): number {
  return Math.floor((part * 100) / whole);
}

/**
 * Warns of keys that give themselves away (field study 4.2: 26 of 30 judgements right, 21 of 30 多选 ABCD):
 * judgements outside 40–60 % right, one letter in more than 35 % of 单选, all options right in more than half of 多选, as many right in more than 60 %,
 * the right option of a 单选 the longest in more than 45 %.
 */
export function skewsOf(
  questions: readonly Pick<QuestionContent, 'type' | 'answerKey' | 'options'>[],
): Skew[] {
  const skews: Skew[] = [];
  const warn = (message: string) => skews.push({ message });
  const judgements = questions.filter((question) => question.type === 'judgement');
  if (judgements.length >= FEWEST) {
    const right = percent(
      judgements.filter((question) => question.answerKey[0] === 'T').length,
      judgements.length,
    );
    if (right < 40 || right > 60) warn(`判断题中答案为“对”的占 ${right}%，容易被猜中，宜在 40%–60% 之间。`);
  }
  const singles = questions.filter((question) => question.type === 'single');
  if (singles.length >= FEWEST) {
    for (const [letter, group] of Map.groupBy(singles, (question) => question.answerKey[0] ?? '')) {
      const share = percent(group.length, singles.length);
      if (share > 35) warn(`单选题中答案为 ${letter} 的占 ${share}%，分布偏斜，宜不超过 35%。`);
    }
    const longest = percent(singles.filter(isKeyLongest).length, singles.length);
    if (longest > 45) warn(`单选题中有 ${longest}% 的正确选项是最长的一个，容易被猜中。`);
  }
  const multiples = questions.filter((question) => question.type === 'multiple');
  if (multiples.length >= FEWEST) {
    const full = percent(
      multiples.filter((question) => question.answerKey.length === question.options.length).length,
      multiples.length,
    );
    if (full > 50) warn(`多选题中有 ${full}% 是全选，容易被猜中，宜不超过一半。`);
    for (const [size, group] of Map.groupBy(multiples, (question) => question.answerKey.length)) {
      const share = percent(group.length, multiples.length);
      if (share > 60) warn(`多选题中有 ${share}% 正好选 ${size} 项，容易被猜中，宜不超过 60%。`);
    }
  }
  return skews;
}

/** True when the right option of a 单选 is longer than every other. */
export function isKeyLongest({
  options,
  answerKey,
}: Pick<QuestionContent, 'options' | 'answerKey'>): boolean {
  const lengthOf = (isRight: boolean) =>
    Math.max(
      0,
      ...options.filter((option) => answerKey.includes(option.id) === isRight).map(({ text }) => text.length),
    );
  return lengthOf(true) > lengthOf(false);
}
