export { onAttemptClosed, result, type Result } from './verbs.ts';
export type { ReviewItem } from './rows.ts';
