import type { Day } from '../shared/time.ts';

export type PeopleFact =
  | { kind: 'postChanged'; personId: string; day: Day }
  | { kind: 'classChanged'; personId: string; day: Day }
  /** New people with a post each; said of many at once, instead of a post and class of each. */
  | { kind: 'peopleArrived'; personIds: readonly string[]; day: Day }
  | { kind: 'unitMoved'; unitId: string; day: Day }
  /** A card seen in a roster import; the register of cards takes it up. */
  | { kind: 'cardReported'; personId: string; batchId: string; row: number };
