import { toDay } from '../shared/written.ts';
import type { Day } from '../shared/time.ts';
import type { Issue } from './issue.ts';
import type { ReadCell, SheetToRead } from './reading.ts';
import { isRemark } from './remark.ts';
import { issuesOf, type Template } from './template.ts';

/** The cells of a row by their columns. */
export type Cells<Key extends string = string> = Partial<Record<Key, ReadCell>>;

/** What a row says; `value` is null where anything is wrong with it. */
export interface RowRead<Value> {
  value: Value | null;
  issues: Issue[];
}

const LONGEST_TEXT = 200;
/** Told of the progress after so many rows. */
const STRIDE = 200;

/** Reads the cells of one row and collects what is wrong with them. */
export class RowReader<Key extends string> {
  readonly issues: Issue[] = [];
  readonly #cells: Cells<Key>;
  readonly #issue: (key: Key, told: { problem: string; suggestion: string }) => Issue;

  constructor(template: Template<Key>, row: number, cells: Cells<Key>) {
    const issueAt = issuesOf(template);
    this.#cells = cells;
    this.#issue = (key, told) => issueAt(row, key, told);
  }

  fault(key: Key, problem: string, suggestion: string): null {
    this.issues.push(this.#issue(key, { problem, suggestion }));
    return null;
  }

  /** Text of a cell; null when empty, too long or not to be trusted. */
  text(key: Key): string | null {
    const cell = this.#cells[key];
    if (!cell) return null;
    if (cell.problem) return this.fault(key, cell.problem, '改正单元格后重新上传。');
    if (cell.text.length > LONGEST_TEXT) return this.fault(key, `超过 ${LONGEST_TEXT} 个字。`, '请缩短。');
    const text = cell.text.trim();
    return text === '' ? null : text;
  }

  /** Text that must be there; one fault where it is not. */
  needed(key: Key, what: string): string | null {
    const before = this.issues.length;
    const text = this.text(key);
    if (text !== null || this.issues.length > before) return text;
    return this.fault(key, `没有填写${what}。`, `请填写${what}。`);
  }

  /** Value of a cell through `read`; a fault naming the accepted values where `read` knows none. */
  coded<Value>(key: Key, read: (text: string) => Value | null, accepted: readonly string[]): Value | null {
    const text = this.text(key);
    if (text === null) return null;
    return read(text) ?? this.fault(key, `“${text}”不在可选范围内。`, `请填写：${accepted.join('、')}。`);
  }

  day(key: Key): Day | null {
    const text = this.text(key);
    if (text === null) return null;
    return toDay(text) ?? this.fault(key, `“${text}”不是有效日期。`, '请填写为 2026-01-31 的形式。');
  }
}

/** True for a row without text and for the template's example. */
export function isSkipped(cells: Cells<'name'>): boolean {
  const filled = Object.values(cells).filter((cell) => cell.text !== '' || cell.problem);
  return filled.length === 0 || (cells.name?.text ?? '').startsWith('示例');
}

function cellsAt<Key extends string>(
  row: readonly ReadCell[],
  places: ReadonlyMap<string, number>,
): Cells<Key> {
  const cells: Cells = {};
  for (const [key, place] of places) {
    const cell = row[place];
    if (cell) cells[key] = cell;
  }
  return cells as Cells<Key>;
}

/** Reads the rows below the heading; `total` counts those that say something. */
export function readRows<Key extends string, Value>(
  sheet: SheetToRead,
  read: (row: number, cells: Cells<Key>) => RowRead<Value>,
): { total: number; rows: Value[]; issues: Issue[] } {
  const found = { total: 0, rows: [] as Value[], issues: [] as Issue[] };
  for (let at = sheet.headingAt + 1; at < sheet.rows.length; at += 1) {
    if (at % STRIDE === 0) sheet.progress(at >> 1);
    const line = sheet.rows[at] ?? [];
    const cells = cellsAt<Key>(line, sheet.places);
    if (isSkipped(cells) || isRemark(line)) continue;
    found.total += 1;
    const { value, issues } = read(at + 1, cells);
    found.issues.push(...issues);
    if (value !== null) found.rows.push(value);
  }
  return found;
}
