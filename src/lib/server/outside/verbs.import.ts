import type { ReadingReport } from '#lib/domain/imports/reading.ts';
import { missingColumns } from '#lib/domain/imports/template.ts';
import { resultTemplate } from '#lib/domain/outside/columns.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import * as files from '../files/index.ts';
import * as imports from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { importJob } from './jobs.ts';
import * as q from './queries.ts';
import { takenText } from './rows.ts';
import { thingOf } from './questions.ts';

const kind = 'outside';

export interface ResultsFile {
  /** Results of people of this unit and below it are taken. */
  unitId: string;
  /** Name of the system. */
  source: string;
  /** On what the import rests. */
  basis: string;
  name: string;
  bytes: Uint8Array;
}

const LONGEST = 100;

function said(fields: Record<'source' | 'basis', string>): { source: string; basis: string } {
  const asked = { source: '请填写来源系统的名称。', basis: '请写明导入的依据，例如通知的文号。' };
  const faults: Record<string, string> = {};
  for (const key of ['source', 'basis'] as const) {
    const text = fields[key].trim();
    if (text === '') faults[key] = asked[key];
    else if (text.length > LONGEST) faults[key] = `请不超过 ${LONGEST} 个字。`;
  }
  const [first] = Object.values(faults);
  if (first !== undefined) throw new DomainError('invalid', first, { fields: faults });
  return { source: fields.source.trim(), basis: fields.basis.trim() };
}

/** Takes results of another system in; the server reads and checks them meanwhile. Resolves to the import's id. */
export async function openResults(act: Act, file: ResultsFile): Promise<string> {
  const unitPath = await units.pathOf(act.db, file.unitId);
  access.require(act, 'outside.import', { unitPath });
  const { unitId, bytes, name: fileName } = file;
  const about = said(file);
  const from = shanghaiDay(act.now);
  const note = async (own: Act, id: string): Promise<void> => {
    await q
      .insertImport(own.db, {
        ...{ id, unit_id: unitId, ...about, file_digest: null, taken: null },
        ...{ entered_by: signatureOf(act).id, entered_at: act.now },
        ...{ returned_at: null, returned_by: null, returned_reason: null, return_done_at: null },
      })
      .execute();
  };
  return imports.openImport(act, { kind, fileName, bytes, from, scope: [unitId], note });
}

/** One's own import of results, while it is not written yet. */
export async function followResults(act: Act, id: string): Promise<imports.ImportView> {
  const thing = await thingOf(act, id);
  access.require(act, 'outside.import', thing);
  return imports.viewImport(act, { kind, id });
}

/** One's own latest imports of results, whatever became of them, without what they found. */
export async function listOwnResults(act: Act): Promise<imports.ImportView[]> {
  access.require(act, 'outside.list');
  return imports.listImports(act, kind);
}

/** Names the columns by hand; `invalid` while one is missing. */
export async function chooseResultColumns(
  act: Act,
  asked: { id: string; places: Record<string, number> },
): Promise<void> {
  const thing = await thingOf(act, asked.id);
  access.require(act, 'outside.import', thing);
  const places = new Map(Object.entries(asked.places)) as Parameters<typeof missingColumns>[1];
  const missing = missingColumns(resultTemplate, places);
  if (missing.length > 0) throw new DomainError('invalid', `还要指明这些列：${missing.join('、')}。`);
  await imports.chooseColumns(act, { kind, ...asked });
}

/**
 * Lets checked results be written; the server does it meanwhile. `taken`: doubtful rows that are written nevertheless,
 * the others are left out. The original is kept from now on.
 */
export async function confirmResults(
  act: Act,
  asked: { id: string; taken: readonly number[] },
): Promise<void> {
  const thing = await thingOf(act, asked.id);
  access.require(act, 'outside.import', thing);
  const { id } = asked;
  const view = await imports.viewImport(act, { kind, id });
  const row = await q.importById(act.db, id).executeTakeFirstOrThrow();
  if (view.state === 'staged') {
    const unitPath = thing.unitPath ?? [];
    const bytes = await imports.sourceFile(act, { kind, id });
    const fileDigest = row.file_digest ?? (await files.storeEnciphered(act, { unitPath, bytes }));
    const taken = takenText(doubtfulOf(view.report).filter((number) => asked.taken.includes(number)));
    await q.keepChoice(act.db, { id, fileDigest, taken }).execute();
  }
  await imports.confirmImport(act, { kind, id, scope: [row.unit_id] });
}

/** Rows of a report about which a person decides; those beyond its first lines are left out of the import. */
export function doubtfulOf(report: ReadingReport | null): number[] {
  return (report?.preview ?? []).filter((line) => line.kind === 'change').map((line) => line.row);
}

/** Takes an import back that is not written yet. */
export async function cancelResults(act: Act, id: string): Promise<void> {
  const thing = await thingOf(act, id);
  access.require(act, 'outside.import', thing);
  await imports.cancelImport(act, { kind, id });
}

/** Has an import of results tried again that failed too often. */
export async function retryResults(act: Act, id: string): Promise<void> {
  const thing = await thingOf(act, id);
  access.require(act, 'outside.import', thing);
  await imports.retryImport(act, { kind, id });
}

/** The uploaded table with every problem marked in it, as xlsx. */
export async function markedResults(act: Act, id: string): Promise<{ name: string; bytes: Buffer }> {
  const thing = await thingOf(act, id);
  access.require(act, 'outside.import', thing);
  return imports.markedFile(act, { kind, id });
}

/** The template as xlsx: headings, drop-down lists, one example row that an import passes over. */
export async function resultTemplateFile(act: Act): Promise<Uint8Array> {
  access.require(act, 'outside.template');
  const columns = resultTemplate.columns.map(({ heading, width, options }) => ({
    ...{ heading, width },
    ...(options ? { options } : {}),
  }));
  const rows = [resultTemplate.columns.map((column) => column.example)];
  return makeWorkbook({ mark: null, sheets: [{ name: '外部成绩', columns, rows }] });
}

/** Imports a file and waits for the end of its check: where rows are wrong, nothing is written. */
export async function checkResults(act: Act, file: ResultsFile): Promise<imports.ImportView> {
  const unitPath = await units.pathOf(act.db, file.unitId);
  access.require(act, 'outside.import', { unitPath });
  return imports.atRest(act, { kind, id: await openResults(act, file) }, importJob);
}

/** Confirms and waits for the end. Throws `conflict` when the data moved since the check. */
export async function applyResults(
  act: Act,
  asked: { id: string; taken: readonly number[] },
): Promise<imports.ImportView> {
  const thing = await thingOf(act, asked.id);
  access.require(act, 'outside.import', thing);
  await confirmResults(act, asked);
  const view = await imports.atRest(act, { kind, id: asked.id }, importJob);
  if (view.state !== 'done') throw new DomainError('conflict', view.message ?? '本次导入已撤回。');
  return view;
}
