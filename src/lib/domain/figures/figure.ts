/** What a figure means; printed wherever its value is. A changed meaning is a new version, never a new text alone. */
export interface FigureDefinition {
  key: string;
  version: number;
  /** 参考率, 专题学法次数 … */
  name: string;
  /** A rate of rows, their count, a sum over them, or a mean in hundredths (sum ÷ rows). */
  measure: 'rate' | 'count' | 'sum' | 'mean';
  /** What its rows are: people, who count once, or events. */
  rows: 'people' | 'events';
  /** Word after a count: 人, 次. */
  unit: string;
  definition: string;
  formula: string;
  /** Name of what counts, and of what it is set against. */
  numerator: string;
  denominator: string;
  /** Article of the rules by which it counts. */
  basis: string;
  /** What a row's `hundredths` are, where it has them: 最好成绩, 学时. */
  measured?: string;
  /** Also exists for the leadership group alone. */
  byGroup: boolean;
  /** Also exists for one class of staff alone. */
  byClass: boolean;
  /** Has two values: the main window alone, and with the make-up. */
  byWindow: boolean;
  /**
   * In which pass a whole report counts it: `exam` with all others of the year's candidates, its module says what it
   * takes of them (`ofSums`); `classes` over its own people once for everybody, the group and each class that the
   * report speaks of; `own` by its own query.
   */
  pass: 'exam' | 'classes' | 'own';
}

/** Ids behind `after`, up to and with `upTo`; to the end where it is null. */
export interface Span {
  after: string;
  upTo: string | null;
}

/** Which year of which unit and all below it a figure speaks of. */
export interface FigureScope {
  unitId: string;
  planYear: number;
  /** `leadership` counts the leadership group alone. */
  group: 'all' | 'leadership';
  /** Code of a class of staff that is counted alone; null for everybody. */
  classCode: string | null;
  /** 行业 that is counted alone: of people by their post or its unit, of events by a host; absent for all. */
  trade?: string | null;
  /** A saved list (名单) whose people are counted alone, as far as they belong to the scope; absent for all. */
  selectionId?: string;
  /** People with neighbouring ids, among whom alone it is read: portions of what is too much at once. */
  span?: Span;
  /** Exam figures: with the make-up, as in the yearly report, or the main window alone. */
  window: 'all' | 'main';
  /**
   * Day of posts, classes and requirements for what is judged by the year's end: today, at the latest 31 December.
   * Before the year's last day nothing later counts: no attempt, entry, completion or event.
   */
  asOf: string;
}

/** An event's label and the number of events that bear it. */
export interface TagCount {
  tag: string;
  count: number;
}

/** Counted over the rows that the figure shows. */
export interface FigureCount {
  /** Rows that count; what they add up to for a sum, in hundredths for a mean. */
  numerator: number;
  /** All rows of the figure. */
  denominator: number;
  /** 应考, for figures whose denominator is 实考; else the denominator. */
  due: number;
  /** Events by quarter of the plan year; of a sum, what they add up to. */
  quarters?: readonly [number, number, number, number];
  /** Events under each form: one with several counts under each, so that these add up to more than the total. */
  tags?: readonly TagCount[];
}

export interface FigureValue extends FigureCount {
  key: string;
  group: 'all' | 'leadership';
  /** The saved list of which it speaks alone, in words: `相关业务干部职工（2026-03-02）`. */
  list?: string;
  /** Counts of the four quarters, for figures that are kept by quarter. */
  quarters?: readonly [number, number, number, number];
}

/** Values by their names: `key`, `key@class` of a class of staff, `key@list-<id>` of a saved list. */
export type ValueTable = ReadonlyMap<string, FigureValue>;

/** A row behind a figure, as it is shown. */
export interface FigureRow {
  id: string;
  /** Name of the person or title of the event. */
  title: string;
  unitName: string;
  /** Day of an event. */
  day: string | null;
  /** Best score or hours in hundredths, where the figure judges by it. */
  hundredths: number | null;
  /** What the row adds to a sum: people reached by an event. */
  amount: number | null;
  /** Tags of an event, or what is to be said of a person, separated by spaces. */
  tags: string | null;
  /** 1 when the row counts in the numerator. */
  counted: number;
}
