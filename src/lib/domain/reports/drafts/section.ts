import { valueName } from '../../figures/names.ts';
import type { FigureValue, ValueTable } from '../../figures/figure.ts';
import type { Hidden } from '../sentence.ts';

/** Parts of the report in their order; each has sections. */
export const PARTS = {
  done: '主要工作情况',
  duty: '主要负责人履行推进法治建设第一责任人职责情况',
  lacks: '存在的不足',
  next: '下一步工作安排',
} as const;

export type PartKey = keyof typeof PARTS;
export const partKeys = Object.keys(PARTS) as PartKey[];

/** True for the key of a part. */
export function isPartKey(text: string): text is PartKey {
  return Object.hasOwn(PARTS, text);
}

export interface DraftSentence {
  /** Name of the sentence within the report; what is written later stands in its place. */
  place: string;
  /** With tokens for its numbers; empty where there is nothing to say. */
  text: string;
}

/** What a section knows when it is drafted. */
export class Year {
  readonly planYear: number;
  readonly #values: ValueTable;
  readonly #hidden: Hidden;

  constructor(planYear: number, values: ValueTable, hidden: Hidden) {
    this.planYear = planYear;
    this.#values = values;
    this.#hidden = hidden;
  }

  /** Value of a figure; undefined where the installation does not count it. */
  of(key: string, of = 'all'): FigureValue | undefined {
    return this.#values.get(valueName(key, of));
  }

  /** True where the figure is counted and something counts in it. */
  has(key: string, of = 'all'): boolean {
    return (this.of(key, of)?.numerator ?? 0) > 0;
  }

  /** True where there is somebody of whom the figure speaks. */
  concerns(key: string, of = 'all'): boolean {
    return (this.of(key, of)?.denominator ?? 0) > 0;
  }

  isHidden(key: string, of: string): boolean {
    return this.#hidden.has(valueName(key, of));
  }

  /** How many rows of the figure do not count. */
  rest(key: string): number {
    const value = this.of(key);
    return value ? value.denominator - value.numerator : 0;
  }
}

/** A section that the installation drafts from its figures. */
export interface DraftSection {
  key: string;
  part: PartKey;
  /** Empty where the part's own heading is enough. */
  title: string;
  sentences(year: Year): DraftSentence[];
}
