import type { Issue } from '#lib/domain/imports/issue.ts';
import type { PreviewLine } from '#lib/domain/imports/preview.ts';
import type { Counts } from '#lib/domain/imports/reading.ts';
import { missingColumns } from '#lib/domain/imports/template.ts';
import { rosterTemplate } from '#lib/domain/rosters/columns.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, isDay, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as imports from '../imports/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { importJob } from './jobs.ts';

export interface RosterFile {
  bytes: Uint8Array;
  name: string;
  /** Day from which new posts and changes hold; today unless told. */
  from?: Day | undefined;
}

const kind = 'people';

function scopeOf(act: Act): string[] | null {
  return act.actor.kind === 'person' ? access.unitsHeld(act, ['coordinator', 'systemAdministrator']) : null;
}

function dayOf(act: Act, file: RosterFile): Day {
  const today = shanghaiDay(act.now);
  const from = file.from ?? today;
  if (isDay(from) && from <= today && from >= addDays(today, -3660)) return from;
  const sentence = '生效日期应为今天或以前十年内的日期，形如 2026-01-31。';
  throw new DomainError('invalid', sentence, { fields: { from: sentence } });
}

/** Takes a roster in; the server reads and checks it meanwhile. Resolves to the import's id. */
export async function openRoster(act: Act, file: RosterFile): Promise<string> {
  access.require(act, 'people.import');
  await people.requireFreshSecrets(act.db);
  const { bytes, name: fileName } = file;
  return imports.openImport(act, { kind, fileName, bytes, from: dayOf(act, file), scope: scopeOf(act) });
}

/** One's own import of a roster. */
export async function viewRoster(act: Act, id: string): Promise<imports.ImportView> {
  access.require(act, 'people.import');
  return imports.viewImport(act, { kind, id });
}

/** One's own latest imports of rosters, without what they found. */
export async function listRosters(act: Act): Promise<imports.ImportView[]> {
  access.require(act, 'people.import');
  return imports.listImports(act, kind);
}

/** Names the columns of a roster by hand; `invalid` while one is missing that every roster needs. */
export async function chooseRosterColumns(
  act: Act,
  asked: { id: string; places: Record<string, number> },
): Promise<void> {
  access.require(act, 'people.import');
  const places = new Map(Object.entries(asked.places)) as Parameters<typeof missingColumns>[1];
  const missing = missingColumns(rosterTemplate, places);
  if (missing.length > 0) throw new DomainError('invalid', `还要指明这些列：${missing.join('、')}。`);
  await imports.chooseColumns(act, { kind, ...asked });
}

/** Lets a checked roster be written; the server does it meanwhile. */
export async function confirmRoster(act: Act, id: string): Promise<void> {
  access.require(act, 'people.import');
  await people.requireFreshSecrets(act.db);
  await imports.confirmImport(act, { kind, id, scope: scopeOf(act) });
}

/** Takes a roster back; what was written of it is removed. */
export async function cancelRoster(act: Act, id: string): Promise<void> {
  access.require(act, 'people.import');
  await imports.cancelImport(act, { kind, id });
}

/** Has a roster tried again that failed too often. */
export async function retryRoster(act: Act, id: string): Promise<void> {
  access.require(act, 'people.import');
  await imports.retryImport(act, { kind, id });
}

/** The uploaded roster with every problem marked in it, as xlsx. */
export async function markedRoster(act: Act, id: string): Promise<{ name: string; bytes: Buffer }> {
  access.require(act, 'people.import');
  return imports.markedFile(act, { kind, id });
}

export interface ImportReport extends Counts {
  /** The staged batch to commit; null after a mere check and where something is wrong. */
  batchId: string | null;
  fileName: string;
  sha256: string;
  from: Day;
  /** Rows that hold a person. */
  total: number;
  /** The first of them; `issueCount` counts all. */
  issues: Issue[];
  issueCount: number;
  ignored: string[];
  /** The first lines of what will happen. */
  preview: PreviewLine[];
}

/**
 * Dry run that also stages a faultless roster, to be committed by `commitImport` with the report's `batchId`. For the
 * console: it waits for the end. Throws what the file was refused for.
 */
export async function stageImport(act: Act, file: RosterFile): Promise<ImportReport> {
  access.require(act, 'people.import');
  const view = await imports.atRest(act, { kind, id: await openRoster(act, file) }, importJob);
  const { report } = view;
  if (!report) throw new DomainError('invalid', view.message ?? '这份名册未能读取，请重新上传。');
  if (report.missing.length > 0) {
    const missing = report.missing.join('、');
    throw new DomainError('invalid', `名册缺少这些列：${missing}。请下载模板对照表头，或在网页上指明各列。`);
  }
  const { total, issues, issueCount, ignored, preview } = report;
  const { fileName, sha256, from, counts } = view;
  const batchId = view.state === 'staged' ? view.id : null;
  return { batchId, fileName, sha256, from, total, ...counts, issues, issueCount, ignored, preview };
}

/** Dry run: what a roster would add, change and end, and every error by row and column. Nothing is kept. */
export async function checkImport(act: Act, file: RosterFile): Promise<ImportReport> {
  access.require(act, 'people.import');
  const report = await stageImport(act, file);
  if (report.batchId !== null) await cancelRoster(act, report.batchId);
  return { ...report, batchId: null };
}

/** Applies a staged roster whole and waits for the end. Throws `conflict` when the data moved since the preview. */
export async function commitImport(act: Act, id: string): Promise<Counts & { batchId: string }> {
  access.require(act, 'people.import');
  await confirmRoster(act, id);
  const view = await imports.atRest(act, { kind, id }, importJob);
  if (view.state !== 'done' || view.isStuck) {
    throw new DomainError('conflict', view.message ?? '本次导入已撤回。');
  }
  return { batchId: id, ...view.counts };
}
