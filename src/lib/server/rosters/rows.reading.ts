import { MOST_PREVIEWED, type PreviewLine } from '#lib/domain/imports/preview.ts';
import type { ReadyRow, SheetReading, SheetToRead } from '#lib/domain/imports/reading.ts';
import { readRows, type Cells } from '#lib/domain/imports/row.ts';
import type { ColumnKey } from '#lib/domain/rosters/columns.ts';
import { doublesIn } from '#lib/domain/rosters/doubles.ts';
import { readRow, type RosterRow } from '#lib/domain/rosters/row.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { unitFinder, type PlacedUnit } from '#lib/domain/units/tree.ts';
import type { Db } from '../db/index.ts';
import { newId } from '../platform/ids.ts';
import { decideRows, reachOver, type DecidedRow, type Reach } from './rows.decide.ts';
import { keyed, payloadOf, type Storing } from './rows.staged.ts';

/** Rows looked up by one query. */
const BLOCK = 200;

/** What the reading of a roster needs beside the file. */
export interface RosterContext {
  /** Units that the importer may name. */
  units: PlacedUnit[];
  today: Day;
  /** Day from which changes hold. */
  day: Day;
}

function rowsOf(sheet: SheetToRead, context: RosterContext) {
  const asked = { findUnit: unitFinder(context.units), today: context.today };
  const read = readRows(sheet, (row, cells: Cells<ColumnKey>) => readRow(row, cells, asked));
  return { ...read, issues: [...read.issues, ...doublesIn(read.rows)] };
}

function previewOf(decided: readonly DecidedRow[], reach: Reach): PreviewLine[] {
  const lines: PreviewLine[] = [];
  for (const { row, decision } of decided) {
    if (lines.length === MOST_PREVIEWED) break;
    if (decision.kind === 'same') continue;
    const changes = decision.kind === 'change' ? decision.changes : [];
    const unitName = reach.nameOf(row.unitId);
    lines.push({ row: row.row, name: row.name, unitName, kind: decision.kind, changes });
  }
  return lines;
}

function readyRow(db: Db, read: RosterRow, { row, keys, decision }: DecidedRow, storing: Storing): ReadyRow {
  const isDone = decision.kind === 'same' && row.card === null;
  return {
    row: row.row,
    subjectId: decision.kind === 'add' ? newId() : decision.personId,
    action: decision.kind,
    payload: isDone ? null : payloadOf(db, { row, keys, person: storing.personColumns(db, read) }),
    card: row.card === null ? null : JSON.stringify({ v: 1, ...row.card }),
  };
}

/** Reads a roster and says what each row would do, with all that is wrong. Changes nothing. */
export async function readRoster(
  db: Db,
  sheet: SheetToRead,
  { context, storing }: { context: RosterContext; storing: Storing },
): Promise<SheetReading> {
  const { total, rows, issues } = rowsOf(sheet, context);
  const reach = reachOver(context.units);
  const decided: DecidedRow[] = [];
  for (let at = 0; at < rows.length; at += BLOCK) {
    const block = rows.slice(at, at + BLOCK).map((row) => keyed(db, row, storing));
    const result = await decideRows(db, block, { day: context.day, reach });
    decided.push(...result.decided);
    issues.push(...result.issues);
    sheet.progress((sheet.rows.length + at) >> 1);
  }
  issues.sort((a, b) => a.row - b.row);
  const count = (kind: string) => decided.filter((one) => one.decision.kind === kind).length;
  return {
    total,
    counts: {
      added: count('add'),
      changed: count('change'),
      ended: count('end'),
      unchanged: count('same'),
    },
    issues,
    preview: previewOf(decided, reach),
    ready: readyRows(db, { rows, decided, storing }),
  };
}

/** Without issues every row was decided, in the same order. */
function* readyRows(
  db: Db,
  { rows, decided, storing }: { rows: RosterRow[]; decided: DecidedRow[]; storing: Storing },
): Generator<ReadyRow> {
  for (const [at, one] of decided.entries()) {
    const read = rows[at];
    if (read) yield readyRow(db, read, one, storing);
  }
}
