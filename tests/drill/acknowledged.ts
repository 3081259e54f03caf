/** What the server has said that it has. Nothing here may be missing from the database, or be there twice. */
export interface Acknowledged {
  /** Every answer sent, by attempt, item and revision: its value. */
  sent: Map<string, string>;
  /** Last acknowledged revision, by attempt and item. */
  answers: Map<string, { attemptId: string; itemId: string; revision: number }>;
  /** Number on the receipt by attempt; null where the hand-in was acknowledged and the receipt not yet seen. */
  receipts: Map<string, string | null>;
  /** Lessons completed. */
  lessons: { personId: string; lessonId: string }[];
}

export function nothingYet(): Acknowledged {
  return { sent: new Map(), answers: new Map(), receipts: new Map(), lessons: [] };
}

export const answerKey = (attemptId: string, itemId: string) => `${attemptId} ${itemId}`;
export const sentKey = (attemptId: string, itemId: string, revision: number) =>
  `${attemptId} ${itemId} ${revision}`;
