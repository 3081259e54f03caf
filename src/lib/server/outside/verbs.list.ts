import type { Ledger } from '#lib/domain/facts/study.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as files from '../files/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { importById, recordOfPerson } from './queries.ts';
import * as q from './queries.list.ts';
import { thingOf } from './questions.ts';

/** An import that is done, as a line of the list. */
export interface ImportLine {
  id: string;
  source: string;
  basis: string;
  fileName: string;
  unitName: string;
  enteredByName: string;
  doneAt: Instant;
  /** Results written, how many of them stand, and how many rows of the file were here before. */
  records: number;
  standing: number;
  already: number;
  isReturned: boolean;
}

export interface ImportsDesk {
  imports: ImportLine[];
  total: number;
  /** Units for whose people this actor may import, by their names. */
  units: { id: string; name: string }[];
  /** Systems from which results came before. */
  sources: string[];
}

const MOST_SOURCES = 12;

/** A page of the imports within the actor's reach, and what a new one needs. */
export async function listOutside(
  act: Act,
  asked: { q: string; page: number; pageSize: number },
): Promise<ImportsDesk> {
  access.require(act, 'outside.list');
  const within = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const window = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const rows = await q.importsPage(act.db, { ...within, q: asked.q, ...window }).execute();
  const { total } = await q.importsCount(act.db, { ...within, q: asked.q }).executeTakeFirstOrThrow();
  const names = await people.namesById(
    act.db,
    rows.map((row) => row.entered_by),
  );
  const held = await Promise.all(within.unitIds.map((id) => units.find(act.db, id)));
  const sources = await q.sourcesUsed(act.db, { ...within, limit: MOST_SOURCES }).execute();
  return {
    imports: rows.map((row) => ({
      ...{ id: row.id, source: row.source, basis: row.basis, fileName: row.file_name },
      ...{ unitName: row.unit_name, enteredByName: names.get(row.entered_by) ?? '系统' },
      ...{ doneAt: row.done_at ?? '', records: Number(row.records), standing: Number(row.standing) },
      ...{ already: row.unchanged, isReturned: row.returned_at !== null },
    })),
    total: Number(total),
    units: held.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : [])),
    sources: sources.map((row) => row.source),
  };
}

/** A result as it was brought in. */
export interface RecordLine {
  id: string;
  row: number;
  personId: string;
  personName: string;
  ledger: Ledger;
  planYear: number;
  hundredths: number;
  title: string;
  organiser: string;
  completedOn: Day;
  number: string;
  note: string;
  /** Why it was taken back; null while it stands. */
  returnedReason: string | null;
}

export interface OutsideView extends Omit<ImportLine, 'standing' | 'isReturned'> {
  sha256: string;
  people: number;
  standing: number;
  /** Rows that were left out, since something like them was recorded. */
  leftOut: number;
  lines: RecordLine[];
  /** Of the lines that are shown. */
  total: number;
  /** True while the server still enters hours. */
  isBooking: boolean;
  returned: { byName: string; at: Instant; reason: string; isDone: boolean } | null;
  mayTakeBack: boolean;
  /** The original is his own file; it shows whole numbers, which nobody else is to see. */
  mayOpen: boolean;
}

/** An import that is done, with a page of its results. Throws `notFound` for one that is not. */
export async function viewOutside(
  act: Act,
  asked: { id: string; q: string; page: number; pageSize: number },
): Promise<OutsideView> {
  const thing = await thingOf(act, asked.id);
  access.require(act, 'outside.view', thing);
  const row = await importById(act.db, asked.id).executeTakeFirstOrThrow();
  if (row.state !== 'done') throw new DomainError('notFound', '没有找到这次导入，或者它还没有写入。');
  const about = { importId: row.id, q: asked.q };
  const window = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const lines = await q.recordsPage(act.db, { ...about, ...window }).execute();
  const { total } = await q.recordsCount(act.db, about).executeTakeFirstOrThrow();
  const totals = await q.recordTotals(act.db, row.id).executeTakeFirstOrThrow();
  const names = await people.namesById(act.db, [row.entered_by, row.returned_by ?? '']);
  const own = await recordOfPerson(act.db, { importId: row.id, personId: signatureOf(act).id }).execute();
  const mayReturn = access.can(act, 'outside.takeBack', thing);
  const records = Number(totals.records);
  return {
    ...{ id: row.id, source: row.source, basis: row.basis, fileName: row.file_name },
    ...{ sha256: row.file_sha256, unitName: (await units.find(act.db, row.unit_id))?.name ?? '' },
    ...{ enteredByName: names.get(row.entered_by) ?? '系统', doneAt: row.done_at ?? '' },
    ...{ records, standing: Number(totals.standing ?? 0), people: Number(totals.people) },
    ...{ already: row.unchanged, leftOut: row.total - row.unchanged - records },
    lines: lines.map(lineOf),
    total: Number(total),
    isBooking: row.settled_at === null,
    returned:
      row.returned_at === null
        ? null
        : {
            ...{ byName: names.get(row.returned_by ?? '') ?? '系统', at: row.returned_at },
            ...{ reason: row.returned_reason ?? '', isDone: row.return_done_at !== null },
          },
    mayTakeBack: mayReturn && row.returned_at === null && row.settled_at !== null && own.length === 0,
    mayOpen: row.entered_by === signatureOf(act).id,
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof q.recordsPage>['execute']>>[number];

function lineOf(row: Row): RecordLine {
  return {
    ...{ id: row.id, row: row.row_number, personId: row.person_id, personName: row.person_name },
    ...{ ledger: row.ledger as Ledger, planYear: row.plan_year, hundredths: row.hundredths },
    ...{ title: row.title, organiser: row.organiser, completedOn: row.completed_on },
    ...{ number: row.number, note: row.note, returnedReason: row.returned_reason },
  };
}

const LEAST_REASON = 5;

/**
 * The original file as it was uploaded, for a reason that is logged: it shows whole numbers of people, so that nobody
 * gets it but who brought it in (`forbidden`). Nothing is answered before the entry is written.
 */
export async function readOriginal(
  act: Act,
  asked: { id: string; reason: string },
): Promise<{ name: string; bytes: Uint8Array }> {
  const thing = await thingOf(act, asked.id);
  access.require(act, 'outside.readFile', thing);
  const reason = asked.reason.trim();
  if (reason.length < LEAST_REASON) {
    const sentence = `请写明打开原始文件的原因，至少${LEAST_REASON}个字；打开会留下记录。`;
    throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  }
  const row = await importById(act.db, asked.id).executeTakeFirstOrThrow();
  if (row.state !== 'done' || row.file_digest === null)
    throw new DomainError('notFound', '没有找到这次导入，或者它还没有写入。');
  if (row.entered_by !== signatureOf(act).id)
    throw new DomainError('forbidden', '文件里有完整的号码，只能由导入人本人打开。请与导入人核对。');
  const bytes = await files.takeEnciphered(act, { unitPath: thing.unitPath ?? [], digest: row.file_digest });
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'outside.fileOpened',
      unitId: row.unit_id,
      subject: { kind: 'importBatch', id: row.id },
      details: { fileName: row.file_name, reason },
    }),
  );
  return { name: row.file_name, bytes };
}
