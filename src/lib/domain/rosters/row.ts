import type { UnitFinder } from '../units/tree.ts';
import type { Day } from '../shared/time.ts';
import { classesOf, type ClassCode } from '../people/classes.ts';
import { cleanName, toDay } from '../people/clean.ts';
import {
  levelOf,
  levels,
  ranks,
  staffKindOf,
  staffKinds,
  statuses,
  statusOf,
  type LevelCode,
  type StaffKind,
  type Status,
} from '../people/codes.ts';
import { cardOf, type Card } from './card.ts';
import type { Issue } from '../imports/issue.ts';
import { issueAt, type ColumnKey } from './columns.ts';
import { keysOf } from './keys.ts';

/** Text of a row by column; `problem` says why a cell cannot be trusted. */
export type RosterCells = Partial<Record<ColumnKey, { text: string; problem?: string | undefined }>>;

/** A row as understood. Null means: nothing was said, what is recorded stays. */
export interface RosterRow {
  row: number;
  name: string;
  identity: string | null;
  mobile: string | null;
  unitId: string;
  /** `none` takes a recorded work unit away. */
  workUnit: { id: string } | 'none' | null;
  title: string | null;
  level: LevelCode | null;
  rank: string | null;
  staffKind: StaffKind | null;
  classes: ClassCode[];
  status: Status;
  enteredOn: Day | null;
  politicalStatus: string | null;
  partyBranch: string | null;
  note: string | null;
  card: Card | null;
}

export interface RowContext {
  /** Finds among the units that the importer may name. */
  findUnit: UnitFinder;
  today: Day;
}

const LONGEST_TEXT = 200;
const LONGEST_NAME = 40;

/** Collects what is wrong while a row is read. */
export class RowReader {
  readonly issues: Issue[] = [];
  readonly row: number;
  readonly #cells: RosterCells;

  constructor(row: number, cells: RosterCells) {
    this.row = row;
    this.#cells = cells;
  }

  fault(key: ColumnKey | null, problem: string, suggestion: string): null {
    this.issues.push(issueAt(this.row, key, problem, suggestion));
    return null;
  }

  /** Text of a cell; null when empty, too long or not to be trusted. */
  text(key: ColumnKey): string | null {
    const cell = this.#cells[key];
    if (!cell) return null;
    if (cell.problem) return this.fault(key, cell.problem, '改正单元格后重新上传。');
    if (cell.text.length > LONGEST_TEXT) return this.fault(key, `超过 ${LONGEST_TEXT} 个字。`, '请缩短。');
    return cell.text === '' ? null : cell.text;
  }

  /** Value of a cell through `read`; a fault naming the accepted values where `read` knows none. */
  coded<Value>(
    key: ColumnKey,
    read: (text: string) => Value | null,
    accepted: readonly string[],
  ): Value | null {
    const text = this.text(key);
    if (text === null) return null;
    return read(text) ?? this.fault(key, `“${text}”不在可选范围内。`, `请填写：${accepted.join('、')}。`);
  }

  day(key: ColumnKey): Day | null {
    const text = this.text(key);
    if (text === null) return null;
    return toDay(text) ?? this.fault(key, `“${text}”不是有效日期。`, '请填写为 2026-01-31 的形式。');
  }
}

function unitOf(reader: RowReader, key: ColumnKey, written: string, findUnit: UnitFinder): string | null {
  const answer = findUnit(written);
  if (answer.kind === 'found') return answer.unit.id;
  if (answer.kind === 'ambiguous') {
    const examples = answer.paths.slice(0, 3).join('；');
    return reader.fault(key, `有多个单位名为“${written}”。`, `请写明上级，例如：${examples}。`);
  }
  const hint = answer.similar ? `是否为“${answer.similar}”？` : '请先在“单位”中建立，或写作“上级/下级”。';
  return reader.fault(key, `在您管理的范围内没有单位“${written}”。`, hint);
}

function homeUnit(reader: RowReader, findUnit: UnitFinder): string | null {
  const unit = reader.text('unit');
  const department = reader.text('department');
  if (unit === null) return reader.fault('unit', '没有填写单位。', '请填写单位名称。');
  if (department === null) return unitOf(reader, 'unit', unit, findUnit);
  if (unitOf(reader, 'unit', unit, findUnit) === null) return null;
  return unitOf(reader, 'department', `${unit}/${department}`, findUnit);
}

function workUnit(reader: RowReader, findUnit: UnitFinder): RosterRow['workUnit'] {
  const written = reader.text('workUnit');
  if (written === null) return null;
  if (/^(无|-|—)$/.test(written)) return 'none';
  const id = unitOf(reader, 'workUnit', written, findUnit);
  return id === null ? null : { id };
}

function classes(reader: RowReader): ClassCode[] {
  const written = reader.text('classes');
  if (written === null) {
    reader.fault('classes', '没有填写人员类别。', '请至少填写一个类别，多个用分号分隔。');
    return [];
  }
  const found = classesOf(written);
  for (const name of found.unknown) {
    reader.fault('classes', `没有人员类别“${name}”。`, '请从模板的下拉选项中选择，多个用分号分隔。');
  }
  return found.classes;
}

function nameOf(reader: RowReader): string {
  const name = cleanName(reader.text('name') ?? '');
  if (name === '') reader.fault('name', '没有填写姓名。', '请填写姓名。');
  if (name.length > LONGEST_NAME) reader.fault('name', `姓名超过 ${LONGEST_NAME} 个字。`, '请核对。');
  return name;
}

/** Reads a row by the rules of the template. `value` is null when anything is wrong. */
export function readRow(
  row: number,
  cells: RosterCells,
  context: RowContext,
): { value: RosterRow | null; issues: Issue[] } {
  const reader = new RowReader(row, cells);
  const value = {
    row,
    name: nameOf(reader),
    ...keysOf(reader, context.today),
    unitId: homeUnit(reader, context.findUnit),
    workUnit: workUnit(reader, context.findUnit),
    title: reader.text('title'),
    level: reader.coded('level', levelOf, Object.values(levels)),
    rank: reader.coded('rank', (text) => (ranks.includes(text) ? text : null), [
      '一级调研员',
      '四级主任科员',
      '等规范名称',
    ]),
    staffKind: reader.coded('staffKind', staffKindOf, Object.values(staffKinds)),
    classes: classes(reader),
    status: reader.coded('status', statusOf, Object.values(statuses)) ?? ('active' as const),
    enteredOn: reader.day('enteredOn'),
    politicalStatus: reader.text('politicalStatus'),
    partyBranch: reader.text('partyBranch'),
    note: reader.text('note'),
    card: cardOf(reader),
  };
  if (reader.issues.length > 0 || value.unitId === null) return { value: null, issues: reader.issues };
  return { value: { ...value, unitId: value.unitId }, issues: [] };
}

/** True for a row without text and for the template's example. */
export function isSkipped(cells: RosterCells): boolean {
  const filled = Object.values(cells).filter((cell) => cell.text !== '' || cell.problem);
  return filled.length === 0 || (cells.name?.text ?? '').startsWith('示例');
}
