import type { Day } from '../shared/time.ts';

export type PlanFact =
  | { kind: 'requirementPublished'; requirementId: string; planYear: number }
  | { kind: 'planPublished'; planId: string; planYear: number }
  | { kind: 'assignmentMade'; assignmentId: string }
  /** A release from a requirement was approved, or one that was approved is withdrawn. */
  | { kind: 'waiverDecided'; personId: string; planYear: number; requirementId: string }
  | {
      kind: 'attendanceVerified';
      eventId: string;
      personIds: string[];
      span: 'minutes' | 'halfDay' | 'day';
      /** Declared length of the event in minutes. */
      minutes: number;
      heldOn: Day;
      planYear: number;
    }
  /** A verified event was taken back, or its list was mended: the hours of these people go. */
  | {
      kind: 'attendanceReversed';
      eventId: string;
      personIds: string[];
      planYear: number;
      reason: string;
    };
