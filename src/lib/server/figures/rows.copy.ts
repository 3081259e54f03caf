import type { FigureRow, FigureScope, Span } from '#lib/domain/figures/figure.ts';
import type { Db } from '../db/index.ts';
import { allRows, type FigureModule } from './queries.figure.ts';
import { spansOf } from './queries.spans.ts';
import { CopyFile, linesIn } from './rows.lines.ts';
import { Tally, type CopiedCount } from './rows.tally.ts';

/** A figure whose rows are copied. */
export interface CopiedFigure {
  name: string;
  key: string;
  scope: FigureScope;
  rows: 'people' | 'events';
}

/** Which figures, and how many rows the largest of them has. */
export interface AskedCopy {
  figures: readonly CopiedFigure[];
  largest: number;
  /** So many people are held in memory at a time; a year's events always are. */
  portion?: number;
}

export interface RowsCopy {
  /** gzip of one JSON a line: `{ v, figures }`, then each person or event once with its part in every figure. */
  bytes: Uint8Array<ArrayBuffer>;
  counts: Record<string, CopiedCount>;
}

/** `[name of the figure, counted, hundredths, amount, unit where it is another]`. */
type Part = [
  figure: string,
  counted: number,
  hundredths: number | null,
  amount: number | null,
  unitName?: string,
];

interface Line {
  id: string;
  title: string;
  unitName: string;
  day: string | null;
  tags: string | null;
  in: Part[];
}

const PORTION = 20_000;

/**
 * Copies the rows of figures, each person and event once, in the order of their ids; runs away from the answering
 * thread. The rows are those of the query that shows them, of people read portion by portion of neighbouring ids.
 */
export async function copyRows(
  db: Db,
  { figures, largest, portion = PORTION }: AskedCopy,
): Promise<RowsCopy> {
  const tallies = new Map(figures.map(({ name }) => [name, new Tally()]));
  const file = new CopyFile();
  await file.write(JSON.stringify({ v: 2, figures: figures.map(({ name }) => name) }));
  for (const kind of ['people', 'events'] as const) {
    const some = figures.filter(({ rows }) => rows === kind);
    for await (const span of kind === 'people' ? spansOf(db, { largest, portion }) : [undefined]) {
      const lines = await readLines(db, some, span);
      for (const line of lines) {
        for (const [name, row] of rowsOf(line)) tallies.get(name)?.add(row);
        await file.write(JSON.stringify(line));
      }
    }
  }
  return { bytes: await file.end(), counts: countsOf(tallies) };
}

/** What a copied file holds of each figure. Throws where it is no such file. */
export async function readCopy(bytes: Uint8Array): Promise<Record<string, CopiedCount>> {
  const tallies = new Map<string, Tally>();
  let isHead = true;
  for await (const text of linesIn(bytes)) {
    if (isHead) {
      const { v, figures } = JSON.parse(text) as { v: number; figures: string[] };
      if (v !== 1 && v !== 2) throw new Error(`no copy of rows: version ${v}`);
      // The lines of version 1 stood in no order.
      for (const name of figures) tallies.set(name, new Tally({ isSorted: v === 2 }));
    } else for (const [name, row] of rowsOf(JSON.parse(text) as Line)) tallies.get(name)?.add(row);
    isHead = false;
  }
  return countsOf(tallies);
}

/** Everybody of a span, or every event, with the parts in all figures, by id. */
async function readLines(db: Db, figures: readonly CopiedFigure[], span: Span | undefined): Promise<Line[]> {
  const lines = new Map<string, Line>();
  for (const { name, key, scope } of figures) {
    const { population } = (await import(`./queries.${key}.ts`)) as FigureModule;
    const rows = population(db, span ? { ...scope, span } : scope);
    for (const row of await allRows(db, rows)) addRow(lines, name, row);
  }
  return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function addRow(lines: Map<string, Line>, figure: string, row: FigureRow): void {
  const { id, title, unitName, day, tags, counted, hundredths, amount } = row;
  const line = lines.get(id) ?? { id, title, unitName, day, tags, in: [] };
  const part: Part = [figure, counted, hundredths, amount];
  if (unitName !== line.unitName) part.push(unitName);
  line.in.push(part);
  lines.set(id, line);
}

/** The rows of which a line was put together, with the names of their figures. */
function rowsOf({ in: parts, ...one }: Line): [name: string, row: FigureRow][] {
  return parts.map(([name, counted, hundredths, amount, unitName = one.unitName]) => [
    name,
    { ...one, unitName, hundredths, amount, counted },
  ]);
}

function countsOf(tallies: ReadonlyMap<string, Tally>): Record<string, CopiedCount> {
  return Object.fromEntries([...tallies].map(([name, tally]) => [name, tally.end()]));
}
