/** What a piece of 意见建议 is about. */
export const feedbackKinds = {
  problem: '遇到问题',
  suggestion: '意见建议',
  question: '题目有误',
  course: '课程有误',
} as const;
export type FeedbackKind = keyof typeof feedbackKinds;

/** How far it is, as its sender sees it too. */
export const feedbackStates = {
  received: '已收到',
  working: '处理中',
  answered: '已答复',
  closed: '已办结',
} as const;
export type FeedbackState = keyof typeof feedbackStates;

/** States in which the office owes something. */
export const openStates: readonly FeedbackState[] = ['received', 'working'];

export const isFeedbackKind = (text: string): text is FeedbackKind => Object.hasOwn(feedbackKinds, text);
export const isFeedbackState = (text: string): text is FeedbackState => Object.hasOwn(feedbackStates, text);

/** So many a person sends on one day. */
export const MOST_A_DAY = 10;

/** Longest text of a piece, an answer or what the sender adds, in characters. */
export const LONGEST_TEXT = 1000;

/** Longest reason for handing a piece to another of the office, in characters. */
export const LONGEST_NOTE = 200;

/** Longest address of a page, in characters. */
export const LONGEST_PAGE = 200;

/**
 * The page that something was sent from, as it is kept: a path of this site without what was searched for; empty for
 * anything else.
 */
export function pageOf(address: string): string {
  const path = address.replace(/[?#].*$/u, '');
  if (!/^\/(?![/\\])/u.test(path) || path.length > LONGEST_PAGE) return '';
  return path;
}
