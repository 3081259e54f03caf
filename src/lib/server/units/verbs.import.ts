import type { Issue } from '#lib/domain/imports/issue.ts';
import type { Counts } from '#lib/domain/imports/reading.ts';
import { missingColumns } from '#lib/domain/imports/template.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { treeTemplate } from '#lib/domain/units/import/columns.ts';
import * as access from '../access/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import * as imports from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import { importJob } from './jobs.ts';

const kind = 'units';

function scopeOf(act: Act): string[] | null {
  return act.actor.kind === 'person' ? access.unitsHeld(act, ['coordinator', 'systemAdministrator']) : null;
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

/** Has an import of units tried again that failed too often. */
export async function retryTree(act: Act, id: string): Promise<void> {
  access.require(act, 'units.import');
  await imports.retryImport(act, { kind, id });
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
    mark: null,
    sheets: [{ name: '单位', columns, rows: [treeTemplate.columns.map((column) => column.example)] }],
  });
}

export interface TreeOutcome {
  applied: boolean;
  counts: Counts;
  /** The first of them; `issueCount` counts all. */
  issues: Issue[];
  issueCount: number;
}

/** Imports a tree and waits for the end, or only checks it; for the console. Throws what the file was refused for. */
export async function importTree(
  act: Act,
  asked: { file: { bytes: Uint8Array; name: string }; isDryRun: boolean },
): Promise<TreeOutcome> {
  access.require(act, 'units.import');
  const id = await openTree(act, asked.file);
  const { report, counts, message, state } = await imports.atRest(act, { kind, id }, importJob);
  if (!report) throw new DomainError('invalid', message ?? '这份文件未能读取，请重新上传。');
  if (report.missing.length > 0) {
    throw new DomainError('invalid', `文件缺少这些列：${report.missing.join('、')}。请下载模板对照表头。`);
  }
  const { issues, issueCount } = report;
  if (state !== 'staged' || asked.isDryRun) {
    await cancelTree(act, id);
    return { applied: false, counts, issues, issueCount };
  }
  await confirmTree(act, id);
  const done = await imports.atRest(act, { kind, id }, importJob);
  if (done.state !== 'done') throw new DomainError('conflict', done.message ?? '本次导入已撤回。');
  return { applied: true, counts, issues, issueCount };
}
