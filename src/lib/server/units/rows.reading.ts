import { MOST_PREVIEWED, type PreviewLine } from '#lib/domain/imports/preview.ts';
import type { ReadyRow, SheetReading, SheetToRead } from '#lib/domain/imports/reading.ts';
import { readRows } from '#lib/domain/imports/row.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planTree, type PlannedUnit, type TreeContext } from '#lib/domain/units/import/plan.ts';
import { readTreeRow } from '#lib/domain/units/import/row.ts';
import type { Db } from '../db/index.ts';
import { encrypt } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';

export type { TreeContext } from '#lib/domain/units/import/plan.ts';

/** They become valid in one statement, which must stay short. */
const MOST_UNITS = 5000;

/** A row of a tree made ready to be applied; `v` is the version of this shape. */
export interface StagedUnit {
  v: 1;
  name: string;
  parentId: string | null;
  /** Null: after the units that are there. */
  order: number | null;
}

function previewOf(planned: readonly PlannedUnit[]): PreviewLine[] {
  const lines = planned.flatMap(({ row, kind, unit, orderBefore }): PreviewLine[] => {
    if (kind === 'same') return [];
    const unitName = unit.path.slice(0, -1).join('/');
    const after = String(row.order ?? '');
    const changes = kind === 'change' ? [{ what: '排序', before: String(orderBefore ?? ''), after }] : [];
    return [{ row: row.row, name: unit.name, unitName, kind, changes }];
  });
  return lines.slice(0, MOST_PREVIEWED);
}

/** Units above come before those below: rows are numbered in the order in which they are applied. */
function* readyRows(db: Db, planned: readonly PlannedUnit[]): Generator<ReadyRow> {
  const ordered = [...planned].sort((a, b) => a.unit.depth - b.unit.depth || a.row.row - b.row.row);
  for (const [at, { row, kind, unit }] of ordered.entries()) {
    const staged: StagedUnit = { v: 1, name: unit.name, parentId: unit.parentId, order: row.order };
    const payload = kind === 'same' ? null : encrypt(db, JSON.stringify(staged));
    yield { row: at + 1, subjectId: unit.id, action: kind, payload, card: null };
  }
}

/** Reads a tree of units and says what each row would do, with all that is wrong. Changes nothing. */
export async function readTree(db: Db, sheet: SheetToRead, context: TreeContext): Promise<SheetReading> {
  const { total, rows, issues: faults } = readRows(sheet, readTreeRow);
  if (total > MOST_UNITS)
    throw new DomainError('tooLarge', `一次最多导入 ${MOST_UNITS} 个单位，请分批上传。`);
  const { planned, issues } = planTree(rows, context, newId);
  const count = (kind: string) => planned.filter((one) => one.kind === kind).length;
  return {
    total,
    counts: { added: count('add'), changed: count('change'), ended: 0, unchanged: count('same') },
    issues: [...faults, ...issues].sort((a, b) => a.row - b.row),
    preview: previewOf(planned),
    ready: readyRows(db, planned),
  };
}
