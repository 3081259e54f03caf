import { createHash } from 'node:crypto';
import { createGzip, gunzipSync } from 'node:zlib';
import type { FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import type { Db } from '../db/index.ts';

/** A figure whose rows are copied. */
export interface CopiedFigure {
  name: string;
  key: string;
  scope: FigureScope;
}

/** What a copy holds of a figure. */
export interface CopiedCount {
  numerator: number;
  denominator: number;
  /** SHA-256 over the rows in the order of their ids. */
  digest: string;
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

const EVERYTHING = 1_000_000_000;

/**
 * Copies the rows of figures, each person and event once; runs away from the answering thread. The rows are those
 * of the query that shows them.
 */
export async function copyRows(db: Db, asked: { figures: readonly CopiedFigure[] }): Promise<RowsCopy> {
  const lines = new Map<string, Line>();
  const counts: Record<string, CopiedCount> = {};
  for (const { name, key, scope } of asked.figures) {
    const { rows } = (await import(`./queries.${key}.ts`)) as {
      rows(db: Db, page: object): Promise<FigureRow[]>;
    };
    const found = await rows(db, { scope, part: 'all', page: 1, pageSize: EVERYTHING });
    for (const row of found) addRow(lines, name, row);
    counts[name] = countOf(found.map(textOf), found);
  }
  const bytes = await compress(
    linesOf(
      asked.figures.map((one) => one.name),
      lines.values(),
    ),
  );
  return { bytes, counts };
}

/** What a copied file holds of each figure. Throws where it is no such file. */
export function readCopy(bytes: Uint8Array): Record<string, CopiedCount> {
  const [head = '', ...texts] = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  const { v, figures } = JSON.parse(head) as { v: number; figures: string[] };
  if (v !== 1) throw new Error(`no copy of rows: version ${v}`);
  const rows = new Map(figures.map((name) => [name, [] as FigureRow[]]));
  for (const text of texts) {
    const { in: parts, ...one } = JSON.parse(text) as Line;
    for (const [name, counted, hundredths, amount, unitName = one.unitName] of parts) {
      rows.get(name)?.push({ ...one, unitName, hundredths, amount, counted });
    }
  }
  return Object.fromEntries([...rows].map(([name, found]) => [name, countOf(found.map(textOf), found)]));
}

function addRow(lines: Map<string, Line>, figure: string, row: FigureRow): void {
  const { id, title, unitName, day, tags, counted, hundredths, amount } = row;
  const line = lines.get(id) ?? { id, title, unitName, day, tags, in: [] };
  const part: Part = [figure, counted, hundredths, amount];
  if (unitName !== line.unitName) part.push(unitName);
  line.in.push(part);
  lines.set(id, line);
}

/** A row as the digest reads it; what names the person beside the id may differ between figures and stays out. */
function textOf({ id, unitName, counted, hundredths, amount }: FigureRow): string {
  return [id, unitName, counted, hundredths ?? '', amount ?? ''].join('\t');
}

function countOf(texts: string[], rows: readonly FigureRow[]): CopiedCount {
  const digest = createHash('sha256');
  for (const text of texts.sort()) digest.update(`${text}\n`);
  const numerator = rows.filter((row) => row.counted === 1).length;
  return { numerator, denominator: rows.length, digest: digest.digest('hex') };
}

function* linesOf(figures: string[], lines: Iterable<Line>): Generator<string> {
  yield `${JSON.stringify({ v: 1, figures })}\n`;
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}

async function compress(lines: Iterable<string>): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = createGzip();
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => gzip.on('end', resolve).on('error', reject));
  for (const line of lines) {
    if (!gzip.write(line)) await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
