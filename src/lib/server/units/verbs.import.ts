import { missingColumns } from '#lib/domain/imports/template.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { treeTemplate } from '#lib/domain/units/import/columns.ts';
import * as access from '../access/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import * as imports from '../imports/index.ts';
import type { Act } from '../platform/act.ts';

const kind = 'units';

function scopeOf(act: Act): string[] | null {
  return act.actor.kind === 'person' ? access.unitsHeld(act, ['coordinator', 'administrator']) : null;
}

/** Takes a tree of units in; the server reads and checks it meanwhile. Resolves to the import's id. */
export async function openTree(act: Act, file: { bytes: Uint8Array; name: string }): Promise<string> {
  access.require(act, 'units.import');
  const { bytes, name: fileName } = file;
  const from = shanghaiDay(act.now);
  return imports.openImport(act, { kind, fileName, bytes, from, scope: scopeOf(act) });
}

/** One's own import of units. */
export async function viewTreeImport(act: Act, id: string): Promise<imports.ImportView> {
  access.require(act, 'units.import');
  return imports.viewImport(act, { kind, id });
}

/** One's own latest imports of units, without what they found. */
export async function listTreeImports(act: Act): Promise<imports.ImportView[]> {
  access.require(act, 'units.import');
  return imports.listImports(act, kind);
}

/** Names the columns of a tree by hand; `invalid` while one is missing. */
export async function chooseTreeColumns(
  act: Act,
  asked: { id: string; places: Record<string, number> },
): Promise<void> {
  access.require(act, 'units.import');
  const places = new Map(Object.entries(asked.places)) as Parameters<typeof missingColumns>[1];
  const missing = missingColumns(treeTemplate, places);
  if (missing.length > 0) throw new DomainError('invalid', `还要指明这些列：${missing.join('、')}。`);
  await imports.chooseColumns(act, { kind, ...asked });
}

/** Lets a checked tree be written; the server does it meanwhile. */
export async function confirmTree(act: Act, id: string): Promise<void> {
  access.require(act, 'units.import');
  await imports.confirmImport(act, { kind, id, scope: scopeOf(act) });
}

/** Takes an import of units back; what was written of it is removed. */
export async function cancelTree(act: Act, id: string): Promise<void> {
  access.require(act, 'units.import');
  await imports.cancelImport(act, { kind, id });
}

/** The uploaded tree with every problem marked in it, as xlsx. */
export async function markedTree(act: Act, id: string): Promise<{ name: string; bytes: Buffer }> {
  access.require(act, 'units.import');
  return imports.markedFile(act, { kind, id });
}

/** The template as xlsx, with one example row that an import passes over. */
export async function treeTemplateFile(act: Act): Promise<Uint8Array> {
  access.require(act, 'units.import');
  const columns = treeTemplate.columns.map(({ heading, width }) => ({ heading, width }));
  return makeWorkbook({
    sheets: [{ name: '单位', columns, rows: [treeTemplate.columns.map((column) => column.example)] }],
  });
}
