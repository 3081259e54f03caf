import type { FeedbackState } from './kinds.ts';

/**
 * The deeds that move a piece on and the states from which each may: the office takes it up, hands it to another of the
 * office, and answers, as often as there is more to say; its sender says that it is not settled; the office closes what
 * is answered.
 */
const steps = {
  take: { from: ['received'], to: 'working' },
  hand: { from: ['received', 'working'], to: 'working' },
  answer: { from: ['received', 'working', 'answered'], to: 'answered' },
  insist: { from: ['answered'], to: 'working' },
  close: { from: ['answered'], to: 'closed' },
} as const satisfies Record<string, { from: readonly FeedbackState[]; to: FeedbackState }>;

export type FeedbackStep = keyof typeof steps;

/** States from which a step leads on. */
export function startsOf(step: FeedbackStep): readonly FeedbackState[] {
  return steps[step].from;
}

/** The state to which a step leads. */
export function endOf(step: FeedbackStep): FeedbackState {
  return steps[step].to;
}

/** True when the step can be made in this state. */
export function mayStep(step: FeedbackStep, state: FeedbackState): boolean {
  return startsOf(step).includes(state);
}
