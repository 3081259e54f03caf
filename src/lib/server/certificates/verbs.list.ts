import { certificateKinds } from '#lib/domain/certificates/kinds.ts';
import type { CertificateSheet } from '#lib/domain/certificates/sheet.ts';
import { certificateStates, type CertificateState } from '#lib/domain/certificates/state.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import { listCount, listPage, type ListAsk } from './queries.list.ts';
import { certificateOf, type Certificate } from './rows.ts';
import { stateNow } from './seal.ts';
import { sheetOf } from './sheets.ts';

export interface CertificateLine extends Certificate {
  unitName: string;
  state: CertificateState;
}

export type CertificatesFilter = Omit<ListAsk, 'unitIds' | 'day'>;

async function linesOf(
  act: Act,
  filter: CertificatesFilter,
  window: { limit: number; offset: number },
): Promise<{ certificates: CertificateLine[]; total: number }> {
  const unitIds = access.unitsHeld(act, ['coordinator']);
  const asked = { ...filter, unitIds, day: shanghaiDay(act.now) };
  const rows = await listPage(act.db, { ...asked, ...window }).execute();
  const { total } = await listCount(act.db, asked).executeTakeFirstOrThrow();
  const certificates: CertificateLine[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % PORTION === PORTION - 1) await new Promise((resolve) => setImmediate(resolve));
    const certificate = certificateOf(row);
    const state = await stateNow(act.db, certificate);
    certificates.push({ ...certificate, unitName: row.unit_name, state });
  }
  return { certificates, total: Number(total) };
}

/** Certificates compared with the records between two turns of the event loop. */
const PORTION = 20;

/** A page of the certificates of people within the actor's reach, each as it stands now. */
export async function list(
  act: Act,
  filter: CertificatesFilter & { page: number; pageSize: number },
): Promise<{ certificates: CertificateLine[]; total: number }> {
  access.require(act, 'certificates.list');
  return linesOf(act, filter, { limit: filter.pageSize, offset: (filter.page - 1) * filter.pageSize });
}

/** So many sheets go to the printer from one page. */
export const SHEETS_A_PAGE = 200;

/** A page of sheets to print: what is in force of what a list shows, in its order; logged. */
export async function listToPrint(
  act: Act,
  asked: { filter: CertificatesFilter; page: number; origin: string },
): Promise<{ sheets: CertificateSheet[]; total: number }> {
  access.require(act, 'certificates.list');
  const filter = { ...asked.filter, status: 'valid' as const };
  const offset = (asked.page - 1) * SHEETS_A_PAGE;
  const { certificates, total } = await linesOf(act, filter, { limit: SHEETS_A_PAGE, offset });
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'certificates.printed',
      details: { ...filter, sheets: certificates.length },
    }),
  );
  return { sheets: certificates.map((one) => sheetOf(one, asked.origin)), total };
}

/** So many lines go into one workbook. */
const MOST_LINES = 5000;
const HEADINGS = ['编号', '种类', '年度', '姓名', '单位', '开具单位', '开具日期', '经办人', '状态', '说明'];

/** The certificates that a list shows, all pages, as a workbook; logged. */
export async function exportList(act: Act, filter: CertificatesFilter): Promise<Uint8Array> {
  access.require(act, 'certificates.list');
  const { certificates } = await linesOf(act, filter, { limit: MOST_LINES, offset: 0 });
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'certificates.exported',
      details: { ...filter, certificates: certificates.length },
    }),
  );
  const rows = certificates.map((one) => [
    ...[one.number, certificateKinds[one.kind].name, String(one.planYear), one.personName, one.unitName],
    ...[one.issuerName, shanghaiDay(one.issuedAt), one.issuedByName],
    ...[certificateStates[one.state].label, noteOf(one)],
  ]);
  const columns = HEADINGS.map((heading) => ({ heading, width: 16 }));
  return makeWorkbook({ mark: watermarkOf(act, '证明管理'), sheets: [{ name: '证明', columns, rows }] });
}

function noteOf({ ended, nextNumber }: Certificate): string {
  if (ended === null) return '';
  const next = nextNumber === null ? '' : `，由 ${nextNumber} 代替`;
  return `${shanghaiDay(ended.at)} ${ended.reason}${next}`;
}
