import { labelOf, printWhole } from '#lib/domain/figures/names.ts';
import {
  freezeKinds,
  listValues,
  sealDifferences,
  type FreezeKind,
  type SealDifference,
  type SealedBody,
  type SealedValue,
} from '#lib/domain/reports/freeze.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { freezeById, freezesOf, valuesOfFreeze } from './queries.freeze.ts';
import { reportOfYear } from './queries.report.ts';
import { bodyFrom, sealedFrom, valueFrom, type FreezeRow } from './rows.freeze.ts';
import type { ReportQuestion } from './verbs.report.ts';

export interface FreezeLine {
  id: string;
  number: number;
  kind: FreezeKind;
  kindName: string;
  madeAt: Instant;
  madeByName: string;
  reason: string;
  digest: string;
}

/** Freezes of a report, latest first. */
export async function listFreezes(act: Act, asked: ReportQuestion): Promise<FreezeLine[]> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.readReport', { unitPath });
  const report = await reportOfYear(act.db, asked).executeTakeFirst();
  if (!report) return [];
  return (await freezesOf(act.db, report.id).execute()).map(lineOf);
}

export interface FreezeReading extends FreezeLine {
  unitId: string;
  unitName: string;
  planYear: number;
  body: SealedBody;
  values: (SealedValue & { label: string; text: string })[];
  /** Figures whose truth of today is another. */
  differences: SealDifference[];
  children: { unitName: string; digest: string }[];
  previousDigest: string | null;
  rowsFile: string;
  rowsBytes: number;
}

/** One freeze: its text and figures as they were sealed, and how today's differ. */
export async function readFreeze(act: Act, freezeId: string): Promise<FreezeReading> {
  const row = await loadFreeze(act, freezeId);
  access.require(act, 'reports.readReport', {
    unitPath: await units.pathOf(act.db, row.unit_id),
  });
  const values = (await valuesOfFreeze(act.db, freezeId).execute()).map(valueFrom);
  const year = { unitId: row.unit_id, planYear: row.plan_year };
  const { values: today } = await figures.valuesOf(act, year, listValues(values));
  const { children } = sealedFrom(row, values);
  const named = children.map(async ({ unitId, digest }) => ({
    unitName: (await units.find(act.db, unitId))?.name ?? unitId,
    digest,
  }));
  return {
    ...lineOf(row),
    ...{ unitId: row.unit_id, unitName: row.unit_name, planYear: row.plan_year },
    body: bodyFrom(row.body),
    values: values.map((value) => {
      const list = today.get(value.name)?.list;
      const label = labelOf(value.name, list);
      return { ...value, ...(list ? { list } : {}), label, text: printWhole(value) };
    }),
    differences: sealDifferences(values, today),
    children: await Promise.all(named),
    ...{ previousDigest: row.previous_digest, rowsFile: row.rows_file, rowsBytes: row.rows_bytes },
  };
}

/** A freeze's row; throws `notFound`. */
export async function loadFreeze(act: Act, freezeId: string): Promise<FreezeRow> {
  const row = await freezeById(act.db, freezeId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有这次封存。');
  return row;
}

function lineOf(row: Omit<FreezeRow, 'unit_id' | 'plan_year'>): FreezeLine {
  const kind = row.kind as FreezeKind;
  return {
    ...{ id: row.id, number: row.number, kind, kindName: freezeKinds[kind], madeAt: row.made_at },
    ...{ madeByName: row.made_by_name, reason: row.reason, digest: row.digest },
  };
}
