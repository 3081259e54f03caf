import type { Issue } from '#lib/domain/imports/issue.ts';
import type { SheetToRead } from '#lib/domain/imports/reading.ts';
import { columnName, type Template } from '#lib/domain/imports/template.ts';
import type { LongCell, LongTable } from '../documents/longTable.ts';

/** Headings of what is written beside the rows; an import of the mended file passes over them. */
const BESIDE = ['问题', '建议'];

function widthOf(sheet: SheetToRead): number {
  const heading = sheet.rows[sheet.headingAt] ?? [];
  const told = heading.findIndex((cell) => cell.text === BESIDE[0]);
  if (told >= 0) return told;
  return sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** The uploaded table again, each wrong cell in red and what is wrong with its row written beside it. */
export function markedTable(sheet: SheetToRead, template: Template, issues: readonly Issue[]): LongTable {
  const width = widthOf(sheet);
  const byRow = new Map<number, Issue[]>();
  for (const issue of issues) {
    const told = byRow.get(issue.row);
    if (told) told.push(issue);
    else byRow.set(issue.row, [issue]);
  }
  const placeOf = new Map(
    [...sheet.places].map(([key, place]) => [columnName(template, key), place] as const),
  );
  return {
    name: '检查结果',
    widths: [...Array.from({ length: width }, () => 16), 44, 44],
    frozenRows: sheet.headingAt + 1,
    rows: markedRows(),
  };

  function* markedRows(): Generator<LongCell[]> {
    for (const [at, row] of sheet.rows.entries()) {
      const texts = Array.from({ length: width }, (_, place) => row[place]?.text ?? '');
      if (at === sheet.headingAt) yield [...texts, ...BESIDE].map((text) => ({ text, look: 'heading' }));
      else yield markedRow(texts, byRow.get(at + 1) ?? []);
    }
  }

  function markedRow(texts: string[], told: readonly Issue[]): LongCell[] {
    if (told.length === 0) return texts;
    const wrong = new Set(told.map((issue) => placeOf.get(issue.column)));
    const cells = texts.map((text, place): LongCell => (wrong.has(place) ? { text, look: 'wrong' } : text));
    const problems = told.map((issue) => `${issue.column || '整行'}：${issue.problem}`).join(' ');
    const suggestions = told.map((issue) => issue.suggestion).join(' ');
    return [...cells, { text: problems, look: 'note' }, { text: suggestions, look: 'note' }];
  }
}
