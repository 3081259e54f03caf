import { rosterColumns } from '#lib/domain/people/roster/columns.ts';
import type { RosterIssue } from '#lib/domain/people/roster/issue.ts';
import * as access from '../access/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';

/** The template as xlsx: headings, drop-down lists, one example row that an import passes over. */
export async function importTemplate(act: Act): Promise<Uint8Array> {
  access.require(act, 'people.template');
  const columns = rosterColumns.map(({ heading, width, options }) => ({
    heading,
    width,
    ...(options ? { options } : {}),
  }));
  return makeWorkbook({
    sheets: [{ name: '人员', columns, rows: [rosterColumns.map((column) => column.example)] }],
  });
}

/** What is wrong with a file, as xlsx: 行号, 列, 问题, 建议. */
export async function issuesWorkbook(act: Act, issues: readonly RosterIssue[]): Promise<Uint8Array> {
  access.require(act, 'people.import');
  const columns = [
    { heading: '行号', width: 8 },
    { heading: '列', width: 16 },
    { heading: '问题', width: 50 },
    { heading: '建议', width: 50 },
  ];
  const rows = issues.map((one) => [String(one.row), one.column || '整行', one.problem, one.suggestion]);
  return makeWorkbook({ sheets: [{ name: '检查结果', columns, rows }] });
}
