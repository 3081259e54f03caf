import type { Issue } from '../../imports/issue.ts';
import type { ReadCell } from '../../imports/reading.ts';
import { unitNameFault } from '../name.ts';
import { treeIssue, type TreeColumnKey } from './columns.ts';

export type TreeCells = Partial<Record<TreeColumnKey, ReadCell>>;

/** A row of a tree file as understood. */
export interface TreeRow {
  row: number;
  name: string;
  /** Name or path of the unit above as written; empty for the top of a tree. */
  above: string;
  /** Null: after the units that are there. */
  order: number | null;
}

/** Blanks inside Chinese names, and full-width digits of an order, are slips of the pen. */
function cleanUnitName(text: string): string {
  return text.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, '').trim();
}

function orderOf(text: string): number | null {
  const digits = text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** Reads a row by the rules of the template. `value` is null when anything is wrong. */
export function readTreeRow(row: number, cells: TreeCells): { value: TreeRow | null; issues: Issue[] } {
  const issues: Issue[] = [];
  const text = (key: TreeColumnKey): string => {
    const cell = cells[key];
    if (cell?.problem) issues.push(treeIssue(row, key, cell.problem, '改正单元格后重新上传。'));
    return cell?.text ?? '';
  };
  const name = cleanUnitName(text('name'));
  const above = cleanUnitName(text('above'));
  const written = text('order');
  const order = written === '' ? null : orderOf(written);
  const fault = unitNameFault(name);
  if (fault !== null) issues.push(treeIssue(row, 'name', fault, '请填写单位的规范名称。'));
  if (written !== '' && order === null) {
    issues.push(treeIssue(row, 'order', `“${written}”不是序号。`, '请填写 1、2、3 样的整数，或留空。'));
  }
  return { value: issues.length > 0 ? null : { row, name, above, order }, issues };
}

/** True for a row without text and for the template's example. */
export function isSkippedTreeRow(cells: TreeCells): boolean {
  const filled = Object.values(cells).filter((cell) => cell.text !== '' || cell.problem);
  return filled.length === 0 || (cells.name?.text ?? '').startsWith('示例');
}
