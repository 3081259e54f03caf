/** What a figure means; printed wherever its value is. A changed meaning is a new version, never a new text alone. */
export interface FigureDefinition {
  key: string;
  version: number;
  /** 参考率, 专题学法次数 … */
  name: string;
  measure: 'rate' | 'count';
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
  /** Also exists for the leadership group alone. */
  byGroup: boolean;
}

/** Which year of which unit and all below it a figure speaks of. */
export interface FigureScope {
  unitId: string;
  planYear: number;
  /** `leadership` counts the leadership group alone. */
  group: 'all' | 'leadership';
  /** Exam figures: with the make-up, as in the yearly report, or the main window alone. */
  window: 'all' | 'main';
  /** Day of posts, classes and requirements for what is judged by the year's end: today, at the latest 31 December. */
  asOf: string;
}

/** Counted over the rows that the figure shows. */
export interface FigureCount {
  /** Rows that count. */
  numerator: number;
  /** All rows of the figure. */
  denominator: number;
  /** 应考, for figures whose denominator is 实考; else the denominator. */
  due: number;
}

export interface FigureValue extends FigureCount {
  key: string;
  group: 'all' | 'leadership';
}

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
  /** Tags of an event, separated by spaces. */
  tags: string | null;
  /** 1 when the row counts in the numerator. */
  counted: number;
}
