import { shanghaiDay, type Day, type Instant } from '../shared/time.ts';

/** Where something was answered wrong. */
export const mistakeSources = ['practice', 'mock', 'check', 'exam'] as const;
export type MistakeSource = (typeof mistakeSources)[number];

export const sourceWords: Record<MistakeSource, string> = {
  practice: '练习',
  mock: '模拟考试',
  check: '随堂测',
  exam: '考试',
};

export function isMistakeSource(text: string): text is MistakeSource {
  return (mistakeSources as readonly string[]).includes(text);
}

/** A question leaves the book when it was answered right on so many days after it was last wrong. */
export const RIGHT_DAYS = 2;

/** What the wrong-question book knows of a question. */
export interface Mistake {
  /** Of the last wrong answer. */
  source: MistakeSource;
  wrongAt: Instant;
  /** Wrong answers, of all time. */
  times: number;
  /** Days since with a right answer. */
  rightDays: number;
  lastRightOn: Day | null;
  /** The last answer of any kind, by which what an exam brings later is told from what it brought before. */
  answeredAt: Instant;
}

export interface Answered {
  isRight: boolean;
  source: MistakeSource;
  at: Instant;
}

/** The book's line after an answer; null while a question was never answered wrong. */
export function afterAnswer(before: Mistake | null, { isRight, source, at }: Answered): Mistake | null {
  if (!isRight) {
    const times = (before?.times ?? 0) + 1;
    return { source, wrongAt: at, times, rightDays: 0, lastRightOn: null, answeredAt: at };
  }
  if (before === null) return null;
  const day = shanghaiDay(at);
  const isNewDay = before.lastRightOn !== day;
  return {
    ...before,
    rightDays: before.rightDays + (isNewDay ? 1 : 0),
    lastRightOn: day,
    answeredAt: at,
  };
}

/** The line with what an exam, released since, says of the question; an exam older than the last answer says nothing. */
export function withExam(before: Mistake | null, wrongAt: Instant): Mistake {
  if (before !== null && before.answeredAt >= wrongAt) return before;
  return afterAnswer(before, { isRight: false, source: 'exam', at: wrongAt }) as Mistake;
}

/** The line when the learner says that a right answer of `day` was luck: it does not count. */
export function withoutLuck(mistake: Mistake, day: Day): Mistake {
  if (mistake.lastRightOn !== day) return mistake;
  return { ...mistake, rightDays: Math.max(0, mistake.rightDays - 1), lastRightOn: null };
}

export function isInBook(mistake: Mistake): boolean {
  return mistake.rightDays < RIGHT_DAYS;
}

/** What is still asked before the question leaves the book. */
export function wayOutText(mistake: Mistake): string {
  const left = RIGHT_DAYS - mistake.rightDays;
  if (left <= 0) return '已移出错题本';
  return left === RIGHT_DAYS ? '在不同的两天各答对一次后移出' : '换一天再答对一次后移出';
}
