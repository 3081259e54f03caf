import { deedName } from '#lib/domain/inspection/deeds.ts';
import { identifiersIn, sayDetails, saySubject, type NamesOf } from '#lib/domain/inspection/details.ts';
import {
  addDays,
  isDay,
  shanghaiClock,
  shanghaiDay,
  startOfDay,
  type Day,
  type Instant,
} from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import { topUnits, type LogAsk, type logPage } from './queries.log.ts';

/** What a reader of the log looks for; empty means all. */
export interface LogFilter {
  who: string;
  deed: string;
  unitId: string;
  from: Day | '';
  to: Day | '';
}

export interface LogLine {
  id: string;
  at: Instant;
  actor: string;
  deed: string;
  verb: string;
  unitName: string;
  /** A person's name, else kind and name or end of the identifier. */
  subject: string;
  /** What was noted, in Chinese. */
  details: string;
  requestId: string;
}

type Row = Awaited<ReturnType<typeof logPage>>[number];

const PAGE = 50;
const PORTION = 2000;
const MOST_EXPORTED = 100_000;

function lineOf(row: Row, names: NamesOf): LogLine {
  return {
    ...{ id: row.id, at: row.at, actor: row.actor_name, verb: row.verb, deed: deedName(row.verb) },
    ...{ unitName: row.unit_name ?? '', subject: saySubject(row.subject_kind, row.subject_id, names) },
    details: sayDetails(JSON.parse(row.details) as Record<string, unknown>, names),
    requestId: row.request_id,
  };
}

/** Entries as they are read, with what their identifiers mean. */
async function linesOf(act: Act, rows: Row[]): Promise<LogLine[]> {
  const noted = rows.flatMap((row) => identifiersIn([row.subject_id, JSON.parse(row.details)]));
  const asked = [...new Set(noted)];
  const found = await readHeavy<[string, string][]>(act.db, 'inspection/queries.log.ts', 'namesOf', asked);
  const names = new Map(found);
  return rows.map((row) => lineOf(row, names));
}

/** The units whose entries the actor may see; null for the whole log, which whoever audits the topmost unit sees. */
async function withinOf(act: Act): Promise<string[] | null> {
  if (act.actor.kind !== 'person') return null;
  const held = access.unitsHeld(act, ['auditAdministrator']);
  return (await topUnits(act.db, held).executeTakeFirst()) ? null : held;
}

async function askOf(act: Act, filter: LogFilter): Promise<Omit<LogAsk, 'before' | 'limit'>> {
  const { from, to, ...asked } = filter;
  return {
    ...asked,
    from: isDay(from) ? startOfDay(from) : null,
    to: isDay(to) ? startOfDay(addDays(to, 1)) : null,
    within: await withinOf(act),
  };
}

const read = (act: Act, ask: LogAsk) => readHeavy<Row[]>(act.db, 'inspection/queries.log.ts', 'logPage', ask);

/** A page of the log, the newest first; `next` begins the page of older entries, null on the last. */
export async function searchLog(
  act: Act,
  filter: LogFilter & { before: string },
): Promise<{ entries: LogLine[]; next: string | null }> {
  access.require(act, 'inspection.search');
  const { before, ...asked } = filter;
  const rows = await read(act, { ...(await askOf(act, asked)), before, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    entries: await linesOf(act, shown),
    next: rows.length > PAGE ? (shown[shown.length - 1]?.id ?? null) : null,
  };
}

const COLUMNS = [
  { heading: '时间', width: 20 },
  { heading: '谁', width: 14 },
  { heading: '做了什么', width: 22 },
  { heading: '单位', width: 24 },
  { heading: '对象', width: 30 },
  { heading: '内容', width: 60 },
  { heading: '请求编号', width: 38 },
];

/** What the search finds, all pages up to a hundred thousand entries, as xlsx written off this thread; logged itself. */
export async function exportLog(act: Act, filter: LogFilter): Promise<{ name: string; bytes: Uint8Array }> {
  access.require(act, 'inspection.export');
  const ask = await askOf(act, filter);
  let entries = 0;
  async function* lines(): AsyncIterable<string[][]> {
    for (let before = ''; entries < MOST_EXPORTED;) {
      const rows = await read(act, { ...ask, before, limit: PORTION });
      entries += rows.length;
      before = rows[rows.length - 1]?.id ?? '';
      const lines = await linesOf(act, rows);
      yield lines.map((one) => [
        ...[shanghaiClock(one.at), one.actor, one.deed, one.unitName],
        ...[one.subject, one.details, one.requestId],
      ]);
      if (rows.length < PORTION) return;
    }
  }
  const sheets = [{ name: '审计日志', columns: COLUMNS, rows: lines() }];
  const bytes = await makeWorkbook({ mark: watermarkOf(act, '安全审计'), sheets });
  await inTransaction(act, (own) =>
    audit.record(own, { verb: 'inspection.logExported', details: { ...filter, entries } }),
  );
  return { name: `审计日志${shanghaiDay(act.now)}.xlsx`, bytes };
}
