import { definitionOf } from '#lib/domain/figures/names.ts';
import { asOfFigure } from '#lib/domain/figures/asOf.ts';
import {
  type FreezeKind,
  type Sealed,
  type SealedBody,
  type SealedValue,
} from '#lib/domain/reports/freeze.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as figures from '../figures/index.ts';
import * as files from '../files/index.ts';
import type { Act } from '../platform/act.ts';
import { sign } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { insertFreeze, insertValues, latestFreeze, sealsBelow } from './queries.freeze.ts';
import { digestOf, valueRow } from './rows.freeze.ts';
import { reportIn } from './verbs.keep.ts';
import { loadReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';

/** Purpose under which seals are signed. */
export const SEAL = 'freeze';

export interface Seal extends ReportQuestion {
  unitPath: readonly string[];
  kind: FreezeKind;
  reason: string;
}

/**
 * Seals a report: copies the rows of every figure, stores the values, formula versions and digests with the printed
 * text, and names the seals of the units below. Values and rows are read one after the other; where a record changed
 * in between, both are read anew. The verb that calls has asked. Answers the id of the freeze.
 */
export async function seal(act: Act, asked: Seal): Promise<string> {
  const { report, values, copy } = await readWhole(act, asked);
  const rowsFile = await files.storeSealed(act, { unitPath: asked.unitPath, bytes: copy.bytes });
  const made = signatureOf(act);
  const id = newId();
  await inTransaction(act, async (own) => {
    const reportId = await reportIn(own, report);
    const last = await latestFreeze(own.db, reportId).executeTakeFirst();
    const below = { unitId: asked.unitId, planYear: asked.planYear, day: shanghaiDay(own.now) };
    const children = await sealsBelow(own.db, below).execute();
    const sealed: Sealed = {
      ...{
        unitId: asked.unitId,
        planYear: asked.planYear,
        number: (last?.number ?? 0) + 1,
        kind: asked.kind,
      },
      ...{ madeBy: made.id, madeAt: own.now, reason: asked.reason, body: bodyOf(report) },
      children: children.map((one) => ({ unitId: one.unit_id, digest: one.digest })),
      ...{ previousDigest: last?.digest ?? null, rowsFile, values },
    };
    const digest = digestOf(sealed);
    await insertSealed(own, { id, reportId, report, sealed, digest, rowsBytes: copy.bytes.byteLength });
    await audit.record(own, {
      verb: 'reports.frozen',
      unitId: asked.unitId,
      subject: { kind: 'freeze', id },
      details: {
        kind: asked.kind,
        number: sealed.number,
        planYear: asked.planYear,
        reason: asked.reason,
        digest,
      },
    });
  });
  return id;
}

interface Insertion {
  id: string;
  reportId: string;
  report: ReportReading;
  sealed: Sealed;
  digest: string;
  rowsBytes: number;
}

async function insertSealed(act: Act, given: Insertion): Promise<void> {
  const { id, reportId, report, sealed, digest, rowsBytes } = given;
  const inserted = await insertFreeze(act.db, {
    ...{ id, report_id: reportId, number: sealed.number, kind: sealed.kind, unit_name: report.unitName },
    ...{ made_by: sealed.madeBy, made_by_name: signatureOf(act).name, made_at: sealed.madeAt },
    ...{ reason: sealed.reason, previous_digest: sealed.previousDigest, rows_file: sealed.rowsFile },
    body: JSON.stringify({ v: 1, body: sealed.body }),
    children: JSON.stringify({ v: 1, seals: sealed.children }),
    rows_bytes: rowsBytes,
    ...{ digest, signature: sign(act.db, SEAL, digest) },
  }).executeTakeFirstOrThrow();
  if (inserted.numInsertedOrUpdatedRows === 0n) throw changed();
  await insertValues(
    act.db,
    sealed.values.map((value) => valueRow(id, value)),
  ).execute();
}

const TRIES = 3;

async function readWhole(
  act: Act,
  asked: Seal,
): Promise<{ report: ReportReading; values: SealedValue[]; copy: figures.RowsCopy }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const report = await loadReport(act, asked, { isFresh: true });
    const copy = await figures.copyRows(act, report.values, report);
    const values = await sealedValues(act, report, copy);
    if (values.every((value) => agrees(value, copy))) return { report, values, copy };
  }
  throw changed();
}

function changed(): DomainError {
  return new DomainError('conflict', '封存时记录正在变化，没有封存。请稍后再试。');
}

async function sealedValues(act: Act, report: ReportReading, copy: figures.RowsCopy): Promise<SealedValue[]> {
  const { unitId, planYear } = report;
  const examsEnd = await figures.examsEndOf(act, { unitId, planYear });
  return [...report.values].map(([name, value]) => ({
    ...value,
    name,
    version: definitionOf(value.key)?.version ?? 0,
    ...asOfFigure(value.key, { planYear, now: act.now, examsEnd }),
    rowCount: copy.counts[name]?.denominator ?? 0,
    rowsDigest: copy.counts[name]?.digest ?? '',
  }));
}

/** The rows that were copied are those that were counted; sums and means are not counts of rows. */
function agrees(value: SealedValue, copy: figures.RowsCopy): boolean {
  const measure = definitionOf(value.key)?.measure;
  const count = copy.counts[value.name];
  if (!count) return false;
  if (measure === 'rate')
    return count.numerator === value.numerator && count.denominator === value.denominator;
  return measure !== 'count' || count.numerator === value.numerator;
}

function bodyOf(report: ReportReading): SealedBody {
  return {
    title: report.title,
    blocks: report.blocks.map(({ kind, text, sentences }) => ({
      kind,
      pieces: [
        ...(text === '' ? [] : [{ text }]),
        ...sentences
          .flatMap((sentence) => sentence.pieces)
          .map((piece) =>
            piece.kind === 'bound'
              ? { text: piece.text, bound: { key: piece.key, of: piece.of, part: piece.part } }
              : { text: piece.text },
          ),
      ],
    })),
    departments: report.departments,
    hidden: [...report.hidden].sort(),
  };
}
