import type { Ledger } from '../facts/study.ts';
import { ledgers } from '../hours/ledgers.ts';
import { RowReader, type Cells, type RowRead } from '../imports/row.ts';
import { cleanName, toCode, toDay } from '../shared/written.ts';
import { cleanIdentity } from '../people/identity.ts';
import { keysOf, residentNumber } from '../people/keys.ts';
import { formatHundredths, parseHundredths } from '../shared/hundredths.ts';
import type { Day } from '../shared/time.ts';
import { resultTemplate, type ResultColumn } from './columns.ts';
import { dayFault, yearFault } from './year.ts';

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

/** A training of three months at eight a day is not more. */
export const MOST_HUNDREDTHS = 50_000;
/** Numbers that begin with a letter: passports and their like. */
const OTHER_DOCUMENT = /^[A-Z][0-9A-Z]{4,19}$/;
const LEDGER_WORDS: Record<string, Ledger> = {
  [ledgers.training.name]: 'training',
  [ledgers.credit.name]: 'credit',
  ...{ 学时: 'training', 学分: 'credit', 考试学分: 'credit' },
};

type ResultReader = RowReader<ResultColumn>;

/** An 18-digit number is checked; a document of another kind is found as it was recorded. */
function documentNumber(reader: ResultReader, written: string, today: Day): string | null {
  const number = cleanIdentity(written);
  return OTHER_DOCUMENT.test(number) ? number : residentNumber(reader, written, today);
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
  cells: Cells<ResultColumn>,
  asked: { today: Day; thisYear: number },
): RowRead<ResultRow> {
  const reader = new RowReader(resultTemplate, row, cells);
  const planYear = yearOf(reader, asked.thisYear);
  const value = {
    ...{ row, name: cleanName(reader.needed('name', '姓名') ?? ''), planYear },
    ...keysOf(reader, (written) => documentNumber(reader, written, asked.today)),
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
