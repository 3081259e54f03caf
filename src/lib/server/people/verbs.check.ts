import type { Decision, KnownPerson, RowKeys } from '#lib/domain/people/roster/decide.ts';
import { decideRow } from '#lib/domain/people/roster/decide.ts';
import { doublesIn } from '#lib/domain/people/roster/doubles.ts';
import type { ColumnKey } from '#lib/domain/people/roster/columns.ts';
import { findHeading, missingColumns, type RosterHeading } from '#lib/domain/people/roster/heading.ts';
import type { RosterIssue } from '#lib/domain/people/roster/issue.ts';
import { isSkipped, readRow, type RosterCells, type RosterRow } from '#lib/domain/people/roster/row.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { PlacedUnit } from '#lib/domain/units/tree.ts';
import { readSheet, type Cell, type SheetOfCells } from '../documents/spreadsheet.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { classesHeld, knownByKeys } from './queries.import.ts';
import { hashIdentity, hashMobile } from './rows.ts';

/** Rows looked at between two turns of the event loop. */
const BLOCK = 100;

export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A row with what it would do. */
export interface CheckedRow {
  row: RosterRow;
  decision: Decision;
}

export interface Checked {
  /** Rows that hold a person. */
  total: number;
  rows: CheckedRow[];
  issues: RosterIssue[];
  /** Headings that are not read. */
  ignored: string[];
}

export interface Reach {
  units: readonly PlacedUnit[];
  /** Ids of `units`. */
  ids: ReadonlySet<string>;
  nameOf(id: string): string;
}

export function reachOver(units: readonly PlacedUnit[]): Reach {
  const names = new Map(units.map((unit) => [unit.id, unit.path.join('/')]));
  return { units, ids: new Set(names.keys()), nameOf: (id) => names.get(id) ?? '范围以外的单位' };
}

function headedSheet(sheets: SheetOfCells[]): { sheet: SheetOfCells; heading: RosterHeading } {
  for (const sheet of sheets) {
    const heading = findHeading(sheet.rows.slice(0, 20).map((row) => row.map((cell) => cell.text)));
    if (!heading) continue;
    const missing = missingColumns(heading);
    if (missing.length === 0) return { sheet, heading };
    throw new DomainError('invalid', `名册缺少这些列：${missing.join('、')}。请下载模板对照表头。`);
  }
  throw new DomainError('invalid', '没有找到表头。请使用模板，表头至少要有姓名、单位、人员类别。');
}

function cellsOf(row: readonly Cell[], places: Map<ColumnKey, number>): RosterCells {
  const cells: RosterCells = {};
  for (const [key, place] of places) {
    const cell = row[place];
    if (cell) cells[key] = { text: cell.text, problem: cell.problem };
  }
  return cells;
}

function keysOf(db: Db, row: RosterRow): RowKeys {
  return {
    identityHash: row.identity === null ? null : hashIdentity(db, row.identity),
    mobileHash: row.mobile === null ? null : hashMobile(db, row.mobile),
  };
}

async function knownPeople(act: Act, keys: readonly RowKeys[], asked: DecideAsk): Promise<KnownPerson[]> {
  const identityHashes = ['', ...keys.flatMap((key) => key.identityHash ?? [])];
  const mobileHashes = ['', ...keys.flatMap((key) => key.mobileHash ?? [])];
  const rows = await knownByKeys(act.db, { identityHashes, mobileHashes, day: asked.day }).execute();
  const postIds = rows.flatMap((row) => row.post_id ?? []);
  const held = postIds.length === 0 ? [] : await classesHeld(act.db, postIds, asked.day).execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    identityHash: row.identity_hash,
    mobileHash: row.mobile_hash,
    enteredOn: row.entered_on,
    politicalStatus: row.political_status,
    partyBranch: row.party_branch,
    note: row.note,
    post:
      row.post_id === null || row.home_unit_id === null
        ? null
        : {
            id: row.post_id,
            homeUnitId: row.home_unit_id,
            workUnitId: row.work_unit_id,
            title: row.title,
            level: row.level_code,
            rank: row.rank_code,
            staffKind: row.staff_kind,
            status: row.status ?? 'active',
            classes: held.filter((one) => one.post_id === row.post_id).map((one) => one.class_code),
            isInScope: asked.reach === null || asked.reach.ids.has(row.home_unit_id),
          },
  }));
}

export interface DecideAsk {
  /** Day from which changes hold. */
  day: Day;
  /** Null where the scope was checked before (applying). */
  reach: Reach | null;
}

/** What rows mean for what is recorded now. Rows come in blocks that one query can look up. */
export async function decideRows(
  act: Act,
  rows: readonly RosterRow[],
  asked: DecideAsk,
): Promise<{ decided: CheckedRow[]; issues: RosterIssue[] }> {
  const keys = rows.map((row) => keysOf(act.db, row));
  const known = await knownPeople(act, keys, asked);
  const decided: CheckedRow[] = [];
  const issues: RosterIssue[] = [];
  for (const [at, row] of rows.entries()) {
    const own = keys[at] ?? { identityHash: null, mobileHash: null };
    const result = decideRow(row, own, known, asked.reach?.nameOf ?? ((id) => id));
    if ('issue' in result) issues.push(result.issue);
    else decided.push({ row, decision: result.decision });
  }
  return { decided, issues };
}

/** Reads a roster file and says what each row would do, with all that is wrong. Changes nothing. */
export async function checkFile(
  act: Act,
  file: { bytes: Uint8Array; name: string; day: Day },
  reach: Reach,
): Promise<Checked> {
  const { sheet, heading } = headedSheet((await readSheet(act.db, file.bytes, file.name)).sheets);
  const read: RosterRow[] = [];
  const issues: RosterIssue[] = [];
  let total = 0;
  const context = { units: reach.units, today: shanghaiDay(act.now) };
  for (let at = heading.at + 1; at < sheet.rows.length; at += 1) {
    if (at % BLOCK === 0) await turn();
    const cells = cellsOf(sheet.rows[at] ?? [], heading.places);
    if (isSkipped(cells)) continue;
    total += 1;
    const result = readRow(at + 1, cells, context);
    issues.push(...result.issues);
    if (result.value) read.push(result.value);
  }
  if (total === 0) throw new DomainError('invalid', '名册中没有人员。请在表头下逐行填写后重新上传。');
  issues.push(...doublesIn(read));
  const rows: CheckedRow[] = [];
  for (let at = 0; at < read.length; at += BLOCK) {
    const block = await decideRows(act, read.slice(at, at + BLOCK), { day: file.day, reach });
    rows.push(...block.decided);
    issues.push(...block.issues);
    await turn();
  }
  issues.sort((a, b) => a.row - b.row);
  return { total, rows, issues, ignored: heading.ignored };
}
