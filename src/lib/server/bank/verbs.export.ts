import { columns } from '#lib/domain/bank/sheet/columns.ts';
import { exampleRows, rowOf } from '#lib/domain/bank/sheet/write.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import { makeWorkbook, type GrowingSheet } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import * as queries from './queries.list.ts';
import type { BankFilter } from './queries.list.ts';
import { versions as versionsOf } from './questions.ts';
import { filedOf } from './rows.ts';

/** Questions read between two turns of the event loop. */
const PORTION = 200;

/** The import template: headings with drop-downs and three example rows. Resolves to the file's bytes. */
export async function bankTemplate(act: Act): Promise<Uint8Array> {
  access.require(act, 'bank.template');
  return workbookOf(null, exampleRows());
}

/** The filtered bank in the template's columns, keys included; recorded in the audit. Resolves to the file's bytes. */
export async function exportQuestions(act: Act, filter: BankFilter): Promise<Uint8Array> {
  access.require(act, 'bank.export');
  const ids = await queries.versionIds(act.db, filter).execute();
  if (ids.length === 0) throw new DomainError('notFound', '没有符合条件的题目可以导出。');
  await inTransaction(act, (own) =>
    audit.record(own, { verb: 'bank.exported', details: { ...filter, questions: ids.length } }),
  );
  return workbookOf(watermarkOf(act, '题库管理'), rowsOf(act.db, ids));
}

type FoundId = Awaited<ReturnType<ReturnType<typeof queries.versionIds>['execute']>>[number];

/** Rows of these questions, portion by portion, in the order of their codes. */
async function* rowsOf(db: Db, ids: readonly FoundId[]): AsyncIterable<string[][]> {
  for (let at = 0; at < ids.length; at += PORTION) {
    const part = ids.slice(at, at + PORTION);
    const questionIds = part.map((one) => one.id);
    const filed = await queries.questionsByIds(db, questionIds).execute();
    const versionIds = part.map((one) => one.version_id);
    const contents = await versionsOf(db, versionIds);
    const [rows, versions] = [
      new Map(filed.map((row) => [row.id, row])),
      new Map(contents.map((one) => [one.id, one])),
    ];
    yield part.flatMap((one) => {
      const [row, version] = [rows.get(one.id), versions.get(one.version_id)];
      return row && version ? [rowOf(filedOf(row, version).question)] : [];
    });
  }
}

function workbookOf(mark: string | null, rows: GrowingSheet['rows']): Promise<Uint8Array> {
  const fixed = columns.map(({ heading, width, options }) => ({ heading, width, options }));
  return makeWorkbook({ mark, sheets: [{ name: '题库', columns: fixed, rows }] });
}
