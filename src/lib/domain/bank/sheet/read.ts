import { stemKey, type Pool, type Question } from '../question.ts';
import { skewsOf } from '../skew.ts';
import { columnOf, columns, type ColumnKey } from './columns.ts';
import { cellError, fileWarning, type Issue, type RowPlace } from './issue.ts';
import { readRow, type RowTexts } from './row.ts';

/** A cell as the spreadsheet reader hands it over. */
export interface SheetCell {
  text: string;
  /** Why the text cannot be trusted. */
  problem?: string;
}

export interface SheetRows {
  name: string;
  rows: readonly (readonly SheetCell[])[];
}

export interface ReadQuestion {
  place: RowPlace;
  question: Question;
}

export interface SheetReading {
  questions: ReadQuestion[];
  issues: Issue[];
}

/** What is looked at across rows, readable or not. */
interface Mark {
  place: RowPlace;
  stem: string;
  code: string;
}

/** Rows in which a heading is looked for: files often begin with a title. */
const HEADING_ROWS = 10;
/** Codes of the template's own example rows, which are never imported. */
export const EXAMPLE_CODE = '示例';

interface Heading {
  row: number;
  /** Column key → index in the sheet. */
  at: Map<ColumnKey, number>;
  unknown: string[];
}

function headingOf(sheet: SheetRows): Heading | null {
  for (const [row, cells] of sheet.rows.slice(0, HEADING_ROWS).entries()) {
    const at = new Map<ColumnKey, number>();
    const unknown: string[] = [];
    for (const [index, { text }] of cells.entries()) {
      const column = columnOf(text);
      if (column && !at.has(column.key)) at.set(column.key, index);
      else if (text !== '') unknown.push(text);
    }
    if (at.has('type') && at.has('stem')) return { row, at, unknown };
  }
  return null;
}

/**
 * Questions of a workbook in the template of the bank. Every sheet that has the headings 题型 and 题干 is read.
 * All that is wrong is told at once, by row and column; the same stem or code twice in the file is an error.
 */
export function readQuestions(sheets: readonly SheetRows[], defaultPool: Pool): SheetReading {
  const reading: SheetReading = { questions: [], issues: [] };
  const marks: Mark[] = [];
  let headings = 0;
  for (const sheet of sheets) {
    const heading = headingOf(sheet);
    if (!heading) continue;
    headings += 1;
    marks.push(...readSheet(sheet, heading, defaultPool, reading));
  }
  if (headings === 0) reading.issues.push(noHeading());
  else if (reading.questions.length === 0 && reading.issues.length === 0) reading.issues.push(noRows());
  reading.issues.push(...repeatsIn(marks));
  reading.issues.push(
    ...skewsOf(reading.questions.map(({ question }) => question)).map(({ message }) =>
      fileWarning(message, '可以导入；建议调整后再用于考试。'),
    ),
  );
  return reading;
}

function readSheet(sheet: SheetRows, heading: Heading, defaultPool: Pool, reading: SheetReading): Mark[] {
  const marks: Mark[] = [];
  for (const text of heading.unknown) {
    reading.issues.push({
      ...fileWarning(`不认识列“${text}”，没有采用。`, '列名以模板为准。'),
      sheet: sheet.name,
      row: heading.row + 1,
    });
  }
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= heading.row || cells.every((cell) => cell.text === '')) continue;
    const texts = textsOf(cells, heading);
    if (texts.code.startsWith(EXAMPLE_CODE)) continue;
    const place = { sheet: sheet.name, row: index + 1 };
    marks.push({ place, stem: stemKey(texts.stem), code: texts.code });
    const distrusted = distrustedIn(cells, heading, place);
    const { question, issues } = readRow(texts, place, defaultPool);
    reading.issues.push(...distrusted, ...issues);
    if (question && distrusted.length === 0) reading.questions.push({ place, question });
  }
  return marks;
}

function textsOf(cells: readonly SheetCell[], { at }: Heading): RowTexts {
  const entries = columns.map(({ key }) => [key, cells[at.get(key) ?? -1]?.text.trim() ?? '']);
  return Object.fromEntries(entries) as RowTexts;
}

function distrustedIn(cells: readonly SheetCell[], { at }: Heading, place: RowPlace): Issue[] {
  return [...at].flatMap(([key, index]) => {
    const problem = cells[index]?.problem;
    return problem ? [cellError(place, key, problem, '改正这个单元格后重新上传。')] : [];
  });
}

function repeatsIn(rows: readonly Mark[]): Issue[] {
  const issues: Issue[] = [];
  const firstOf = new Map<string, RowPlace>();
  for (const { place, ...mark } of rows) {
    for (const key of ['stem', 'code'] as const) {
      if (mark[key] === '') continue;
      const first = firstOf.get(`${key} ${mark[key]}`);
      if (!first) firstOf.set(`${key} ${mark[key]}`, place);
      else issues.push(cellError(place, key, `与第 ${first.row} 行重复。`, '删除其中一行。'));
    }
  }
  return issues;
}

function noHeading(): Issue {
  return {
    ...fileWarning('没有找到同时含有“题型”和“题干”的标题行。', '请下载模板，把题目填在模板里再上传。'),
    level: 'error',
  };
}

function noRows(): Issue {
  return { ...fileWarning('标题行下面没有题目。', '从标题行的下一行开始填写题目。'), level: 'error' };
}
