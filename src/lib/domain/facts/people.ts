import type { Day } from '../shared/time.ts';

export type PeopleFact =
  | { kind: 'postChanged'; personId: string; day: Day }
  | { kind: 'classChanged'; personId: string; day: Day }
  /** New people with a post each; said of many at once, instead of a post and class of each. */
  | { kind: 'peopleArrived'; personIds: readonly string[]; day: Day }
  /** His home unit is another one from that day on; said when it is decided, so the day may be to come. */
  | { kind: 'personTransferred'; personId: string; day: Day; fromUnitId: string; toUnitId: string }
  /** Retired, left or died: from that day on he holds no post. Said when the day has come. */
  | { kind: 'personDeparted'; personId: string; day: Day; status: string }
  /** Somebody known from before holds a post again. */
  | { kind: 'personReturned'; personId: string; day: Day }
  | { kind: 'unitMoved'; unitId: string; day: Day }
  /** Two records of one human are one from today on: rows of the open years go over, past years stay as counted. */
  | { kind: 'personsMerged'; mergeId: string; keptId: string; goneId: string; planYears: readonly number[] }
  /** A merge is taken back: what went over returns. */
  | { kind: 'personsParted'; mergeId: string; keptId: string; goneId: string }
  /** A card seen in a roster import; the register of cards takes it up. */
  | { kind: 'cardReported'; personId: string; batchId: string; row: number };

/** The two records of a merge, and the plan years whose rows go over. */
export type Merging = Pick<Extract<PeopleFact, { kind: 'personsMerged' }>, 'keptId' | 'goneId' | 'planYears'>;
