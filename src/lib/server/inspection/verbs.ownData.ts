import { zipSync } from 'fflate';
import { deedName, lookingDeeds } from '#lib/domain/inspection/deeds.ts';
import { ownHeading, ownKinds } from '#lib/domain/inspection/ownData.ts';
import { RETENTION_KEY, retentionFrom, type Retention } from '#lib/domain/inspection/retention.ts';
import { shanghaiClock, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import { personOf, type Act } from '../platform/act.ts';
import { settingOf } from '../platform/settings.ts';
import { watermarkOf } from '../platform/watermark.ts';
import { looksAt } from './queries.log.ts';
import type { ownRows } from './queries.ownData.ts';

/** Somebody's look at the person's data. */
export interface Look {
  at: Instant;
  by: string;
  what: string;
  /** Where one had to be given. */
  reason: string;
}

export interface OwnData {
  kinds: { name: string; purpose: string; kept: string; count: number }[];
  looks: Look[];
  retention: Retention;
}

type Rows = Awaited<ReturnType<typeof ownRows>>;
type Row = Record<string, string | number | null>;

const MOST_LOOKS = 200;

const rowsOfPerson = (act: Act) =>
  readHeavy<Rows>(act.db, 'inspection/queries.ownData.ts', 'ownRows', { personId: personOf(act).personId });

function rowsOf(held: Rows, key: (typeof ownKinds)[number]['key']): Row[] {
  const rows = held[key];
  return Array.isArray(rows) ? rows : [rows];
}

async function looksOf(act: Act): Promise<Look[]> {
  const { personId } = personOf(act);
  const rows = await looksAt(act.db, { personId, verbs: lookingDeeds, limit: MOST_LOOKS }).execute();
  return rows.map((row) => {
    const { reason = '' } = JSON.parse(row.details) as { reason?: string };
    return { at: row.at, by: row.actor_name, what: deedName(row.verb), reason };
  });
}

/** What is held about oneself, how much of each kind, and who looked at it. */
export async function readOwnData(act: Act): Promise<OwnData> {
  access.require(act, 'inspection.ownData');
  const held = await rowsOfPerson(act);
  const kinds = ownKinds.map(({ key, ...kind }) => ({ ...kind, count: rowsOf(held, key).length }));
  const retention = retentionFrom(await settingOf(act.db, RETENTION_KEY));
  return { kinds, looks: await looksOf(act), retention };
}

function sheetOf(name: string, rows: readonly Row[]) {
  const columns = Object.keys(rows[0] ?? { name: '' });
  return {
    name,
    columns: columns.map((column) => ({ heading: ownHeading(column), width: 20 })),
    rows: rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
  };
}

/** Everything that is held about oneself, to keep: sheets to read, or JSON in a zip for another system; logged. */
export async function exportOwnData(
  act: Act,
  form: 'xlsx' | 'zip',
): Promise<{ name: string; bytes: Uint8Array }> {
  access.require(act, 'inspection.ownData');
  const held = await rowsOfPerson(act);
  const looks = (await looksOf(act)).map((look) => ({ ...look, at: shanghaiClock(look.at) }));
  const kinds = ownKinds.map(({ key, name }) => ({ key, name, rows: rowsOf(held, key) }));
  const mark = watermarkOf(act, '本人');
  const { name, personId } = personOf(act);
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'inspection.ownDataExported',
      subject: { kind: 'person', id: personId },
      details: { form },
    }),
  );
  if (form === 'xlsx') {
    const lookSheet = {
      name: '谁看过',
      columns: ['时间', '谁', '做了什么', '原因'].map((heading) => ({ heading, width: 22 })),
      rows: looks.map((look) => [look.at, look.by, look.what, look.reason]),
    };
    const sheets = [...kinds.map((kind) => sheetOf(kind.name, kind.rows)), lookSheet];
    return { name: `${name}个人资料.xlsx`, bytes: await makeWorkbook({ mark, sheets }) };
  }
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value, null, 2));
  const files = Object.fromEntries(
    kinds.map((kind) => [`${kind.key}.json`, text({ v: 1, rows: kind.rows })]),
  );
  const about = { v: 1, mark, kinds: ownKinds };
  const bytes = zipSync({ 'about.json': text(about), ...files, 'looks.json': text({ v: 1, rows: looks }) });
  return { name: `${name}个人资料.zip`, bytes };
}
