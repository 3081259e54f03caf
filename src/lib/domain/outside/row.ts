import type { Ledger } from '../facts/study.ts';
import { ledgers } from '../hours/ledgers.ts';
import type { Issue } from '../imports/issue.ts';
import type { ReadCell } from '../imports/reading.ts';
import { cleanName, toCode, toDay } from '../people/clean.ts';
import { cleanIdentity, identityFault } from '../people/identity.ts';
import { cleanMobile, mobileFault } from '../people/mobile.ts';
import { formatHundredths, parseHundredths } from '../shared/hundredths.ts';
import type { Day } from '../shared/time.ts';
import { resultIssue, type ResultColumn } from './columns.ts';
import { dayFault, yearFault } from './year.ts';

export type ResultCells = Partial<Record<ResultColumn, ReadCell>>;

/** What another system says somebody has learnt. */
export interface Result {
  ledger: Ledger;
  planYear: number;
  hundredths: number;
  title: string;
  organiser: string;
  completedOn: Day;
  /** Of its certificate or record over there; empty where the system gives none. */
  number: string;
  note: string;
}

/** A result with the row of the file in which it stands, counted from 1. */
export interface NumberedResult extends Result {
  row: number;
}

/** A row as understood. */
export interface ResultRow extends NumberedResult {
  name: string;
  identity: string | null;
  mobile: string | null;
}

const LONGEST_TEXT = 200;
/** A training of three months at eight a day is not more. */
export const MOST_HUNDREDTHS = 50_000;
/** Numbers that an export or a print has covered. */
const COVERED = /[*＊●×]{3,}/;
const LEDGER_WORDS: Record<string, Ledger> = {
  [ledgers.training.name]: 'training',
  [ledgers.credit.name]: 'credit',
  ...{ 学时: 'training', 学分: 'credit', 考试学分: 'credit' },
};

class ResultReader {
  readonly issues: Issue[] = [];
  readonly row: number;
  readonly #cells: ResultCells;

  constructor(row: number, cells: ResultCells) {
    this.row = row;
    this.#cells = cells;
  }

  fault(key: ResultColumn, problem: string, suggestion: string): null {
    this.issues.push(resultIssue(this.row, key, { problem, suggestion }));
    return null;
  }

  /** Text of a cell; null when empty, too long or not to be trusted. */
  text(key: ResultColumn): string | null {
    const cell = this.#cells[key];
    if (!cell) return null;
    if (cell.problem) return this.fault(key, cell.problem, '改正单元格后重新上传。');
    if (cell.text.length > LONGEST_TEXT) return this.fault(key, `超过 ${LONGEST_TEXT} 个字。`, '请缩短。');
    return cell.text.trim() === '' ? null : cell.text.trim();
  }

  /** Text that must be there; one fault where it is not. */
  needed(key: ResultColumn, what: string): string | null {
    const before = this.issues.length;
    const text = this.text(key);
    if (text !== null || this.issues.length > before) return text;
    return this.fault(key, `没有填写${what}。`, `请填写${what}。`);
  }
}

function keysOf(reader: ResultReader, today: Day): Pick<ResultRow, 'identity' | 'mobile'> {
  const before = reader.issues.length;
  const keys = { identity: identityOf(reader, today), mobile: mobileOf(reader) };
  if (keys.identity === null && keys.mobile === null && reader.issues.length === before)
    reader.fault('identity', '身份证号和手机号都没有填写。', '请填写其中一项，用于识别本人。');
  return keys;
}

/** An 18-digit number is checked; a document of another kind is found as it was recorded. */
function identityOf(reader: ResultReader, today: Day): string | null {
  const written = reader.text('identity');
  if (written === null) return null;
  if (COVERED.test(written)) return covered(reader, 'identity');
  const number = cleanIdentity(written);
  if (/^[A-Z][0-9A-Z]{4,19}$/.test(number)) return number;
  const fault = identityFault(number, today);
  return fault === null ? number : reader.fault('identity', fault, '请对照证件逐位核对，并把该列设为文本。');
}

function mobileOf(reader: ResultReader): string | null {
  const written = reader.text('mobile');
  if (written === null) return null;
  if (COVERED.test(written)) return covered(reader, 'mobile');
  const number = cleanMobile(written);
  const fault = mobileFault(number);
  return fault === null ? number : reader.fault('mobile', fault, '请核对手机号。');
}

function covered(reader: ResultReader, key: ResultColumn): null {
  return reader.fault(key, '号码被星号遮盖，无法识别本人。', '请填写完整的号码。');
}

function yearOf(reader: ResultReader, thisYear: number): number | null {
  const written = reader.needed('planYear', '年度');
  if (written === null) return null;
  const year = /^(\d{4})(年|年度)?$/.exec(toCode(written))?.[1];
  if (year === undefined)
    return reader.fault('planYear', `“${written}”不是年度。`, `请填写为 ${thisYear} 的形式。`);
  const fault = yearFault(Number(year), thisYear);
  return fault === null ? Number(year) : reader.fault('planYear', fault, '请核对年度，或从文件中删除该行。');
}

function ledgerOf(reader: ResultReader): Ledger | null {
  const written = reader.needed('ledger', '台账');
  if (written === null) return null;
  const names = Object.values(ledgers).map((book) => book.name);
  const word = toCode(written);
  if (Object.hasOwn(LEDGER_WORDS, word)) return LEDGER_WORDS[word] ?? null;
  return reader.fault('ledger', `“${written}”不在可选范围内。`, `请填写：${names.join('、')}。`);
}

function hoursOf(reader: ResultReader): number | null {
  const written = reader.needed('hours', '学时');
  if (written === null) return null;
  const hundredths = parseHundredths(toCode(written).replace(/(学时|学分|课时)$/, ''));
  if (hundredths === null || hundredths <= 0)
    return reader.fault('hours', `“${written}”不是有效的学时。`, '请填写正数，最多两位小数，例如 7.5。');
  if (hundredths <= MOST_HUNDREDTHS) return hundredths;
  const most = formatHundredths(MOST_HUNDREDTHS);
  return reader.fault('hours', `一项超过 ${most} 学时。`, '请核对；多项合计的请按项目分行填写。');
}

function completedOn(reader: ResultReader, asked: { today: Day; planYear: number | null }): Day | null {
  const written = reader.needed('completedOn', '完成日期');
  if (written === null) return null;
  const day = toDay(written.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, ''));
  if (day === null)
    return reader.fault('completedOn', `“${written}”不是有效日期。`, '请填写为 2026-01-31 的形式。');
  if (asked.planYear === null) return day;
  const fault = dayFault(day, { planYear: asked.planYear, today: asked.today });
  return fault === null ? day : reader.fault('completedOn', fault, '请核对完成日期和年度。');
}

/** Reads a row by the rules of the template. `value` is null when anything is wrong. */
export function readResult(
  row: number,
  cells: ResultCells,
  asked: { today: Day; thisYear: number },
): { value: ResultRow | null; issues: Issue[] } {
  const reader = new ResultReader(row, cells);
  const planYear = yearOf(reader, asked.thisYear);
  const value = {
    ...{ row, name: cleanName(reader.needed('name', '姓名') ?? ''), planYear },
    ...keysOf(reader, asked.today),
    ledger: ledgerOf(reader),
    hundredths: hoursOf(reader),
    title: reader.needed('title', '项目或课程名称') ?? '',
    organiser: reader.needed('organiser', '主办或平台名称') ?? '',
    completedOn: completedOn(reader, { today: asked.today, planYear }),
    number: reader.text('number') ?? '',
    note: reader.text('note') ?? '',
  };
  const { ledger, hundredths, completedOn: on } = value;
  if (reader.issues.length > 0 || planYear === null || ledger === null || hundredths === null || on === null)
    return { value: null, issues: reader.issues };
  return { value: { ...value, planYear, ledger, hundredths, completedOn: on }, issues: [] };
}

/** True for a row without text and for the template's example. */
export function isSkippedResult(cells: ResultCells): boolean {
  const filled = Object.values(cells).filter((cell) => cell.text !== '' || cell.problem);
  return filled.length === 0 || (cells.name?.text ?? '').startsWith('示例');
}
