import { RowReader, type Cells, type RowRead } from '../../imports/row.ts';
import { cleanName, toCode } from '../../shared/written.ts';
import { unitNameFault } from '../name.ts';
import { treeTemplate, type TreeColumnKey } from './columns.ts';

/** A row of a tree file as understood. */
export interface TreeRow {
  row: number;
  name: string;
  /** Name or path of the unit above as written; empty for the top of a tree. */
  above: string;
  /** Null: after the units that are there. */
  order: number | null;
}

function nameOf(reader: RowReader<TreeColumnKey>): string {
  const before = reader.issues.length;
  const name = cleanName(reader.text('name') ?? '');
  const fault = unitNameFault(name);
  if (fault !== null && reader.issues.length === before)
    reader.fault('name', fault, '请填写单位的规范名称。');
  return name;
}

function orderOf(reader: RowReader<TreeColumnKey>): number | null {
  const written = reader.text('order');
  if (written === null) return null;
  const digits = toCode(written);
  if (/^\d{1,6}$/.test(digits)) return Number(digits);
  return reader.fault('order', `“${written}”不是序号。`, '请填写 1、2、3 样的整数，或留空。');
}

/** Reads a row by the rules of the template. `value` is null when anything is wrong. */
export function readTreeRow(row: number, cells: Cells<TreeColumnKey>): RowRead<TreeRow> {
  const reader = new RowReader(treeTemplate, row, cells);
  const name = nameOf(reader);
  const above = cleanName(reader.text('above') ?? '');
  const order = orderOf(reader);
  return { value: reader.issues.length > 0 ? null : { row, name, above, order }, issues: reader.issues };
}
