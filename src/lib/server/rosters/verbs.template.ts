import { rosterTemplate } from '#lib/domain/rosters/columns.ts';
import * as access from '../access/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';

/** The template as xlsx: headings, drop-down lists, one example row that an import passes over. */
export async function importTemplate(act: Act): Promise<Uint8Array> {
  access.require(act, 'people.template');
  const columns = rosterTemplate.columns.map(({ heading, width, options }) => ({
    heading,
    width,
    ...(options ? { options } : {}),
  }));
  return makeWorkbook({
    mark: null,
    sheets: [{ name: '人员', columns, rows: [rosterTemplate.columns.map((column) => column.example)] }],
  });
}
