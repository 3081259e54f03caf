import { addDays, type Day } from '../shared/time.ts';

/** A stretch during which a plan concerned a person. */
export interface Membership {
  from: Day;
  to: Day | null;
}

export type MembershipChange =
  | { kind: 'begin'; from: Day }
  /** Ends with `to`, the last day. */
  | { kind: 'end'; from: Day; to: Day }
  /** Began and ended on the same day: it never was. */
  | { kind: 'drop'; from: Day };

/**
 * What changes when on `day` a person belongs to a plan's audience or not.
 * Null when the open membership already says so.
 */
export function membershipChange(
  open: Membership | undefined,
  belongs: boolean,
  day: Day,
): MembershipChange | null {
  if (belongs) return open ? null : { kind: 'begin', from: day };
  if (!open) return null;
  const to = addDays(day, -1);
  return to < open.from ? { kind: 'drop', from: open.from } : { kind: 'end', from: open.from, to };
}
