import type { UnitFinder } from '../units/tree.ts';
import type { Day } from '../shared/time.ts';
import { RowReader, type Cells, type RowRead } from '../imports/row.ts';
import { classesOf, type ClassCode } from '../people/classes.ts';
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
import { keysOf, residentNumber } from '../people/keys.ts';
import { cleanName, toCode } from '../shared/written.ts';
import { cardOf, type Card } from './card.ts';
import { rosterTemplate, type ColumnKey } from './columns.ts';

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
  status: Status | null;
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

/** Documents that carry an 18-digit number of GB 11643. */
const RESIDENT = /^(居民)?身份证$/;
const LONGEST_NAME = 40;

export type RosterReader = RowReader<ColumnKey>;

/** A number as the column of kinds says what it is; without a word of it, of a resident's card. */
function documentNumber(reader: RosterReader, written: string, today: Day): string | null {
  if (RESIDENT.test(reader.text('documentKind') ?? '居民身份证'))
    return residentNumber(reader, written, today);
  const number = toCode(written).toUpperCase();
  if (/^[0-9A-Z]{5,20}$/.test(number)) return number;
  return reader.fault('identity', '证件号码应为5–20位字母或数字。', '请核对证件号码。');
}

function unitOf(reader: RosterReader, key: ColumnKey, written: string, findUnit: UnitFinder): string | null {
  const answer = findUnit(written);
  if (answer.kind === 'found') return answer.unit.id;
  if (answer.kind === 'ambiguous') {
    const examples = answer.paths.slice(0, 3).join('；');
    return reader.fault(key, `有多个单位名为“${written}”。`, `请写明上级，例如：${examples}。`);
  }
  const hint = answer.similar ? `是否为“${answer.similar}”？` : '请先在“单位”中建立，或写作“上级/下级”。';
  return reader.fault(key, `在您管理的范围内没有单位“${written}”。`, hint);
}

function homeUnit(reader: RosterReader, findUnit: UnitFinder): string | null {
  const unit = reader.text('unit');
  const department = reader.text('department');
  if (unit === null) return reader.fault('unit', '没有填写单位。', '请填写单位名称。');
  if (department === null) return unitOf(reader, 'unit', unit, findUnit);
  if (unitOf(reader, 'unit', unit, findUnit) === null) return null;
  return unitOf(reader, 'department', `${unit}/${department}`, findUnit);
}

function workUnit(reader: RosterReader, findUnit: UnitFinder): RosterRow['workUnit'] {
  const written = reader.text('workUnit');
  if (written === null) return null;
  if (/^(无|-|—)$/.test(written)) return 'none';
  const id = unitOf(reader, 'workUnit', written, findUnit);
  return id === null ? null : { id };
}

function classes(reader: RosterReader): ClassCode[] {
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

function nameOf(reader: RosterReader): string {
  const name = cleanName(reader.text('name') ?? '');
  if (name === '') reader.fault('name', '没有填写姓名。', '请填写姓名。');
  if (name.length > LONGEST_NAME) reader.fault('name', `姓名超过 ${LONGEST_NAME} 个字。`, '请核对。');
  return name;
}

/** Reads a row by the rules of the template. `value` is null when anything is wrong. */
export function readRow(row: number, cells: Cells<ColumnKey>, context: RowContext): RowRead<RosterRow> {
  const reader = new RowReader(rosterTemplate, row, cells);
  const value = {
    row,
    name: nameOf(reader),
    ...keysOf(reader, (written) => documentNumber(reader, written, context.today)),
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
    status: reader.coded('status', statusOf, Object.values(statuses)),
    enteredOn: reader.day('enteredOn'),
    politicalStatus: reader.text('politicalStatus'),
    partyBranch: reader.text('partyBranch'),
    note: reader.text('note'),
    card: cardOf(reader),
  };
  if (reader.issues.length > 0 || value.unitId === null) return { value: null, issues: reader.issues };
  return { value: { ...value, unitId: value.unitId }, issues: [] };
}
