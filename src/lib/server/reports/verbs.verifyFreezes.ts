import * as access from '../access/index.ts';
import * as figures from '../figures/index.ts';
import * as files from '../files/index.ts';
import type { Act } from '../platform/act.ts';
import { isSignature } from '../platform/cipher.ts';
import { allFreezes, lostFreezes, valuesOfFreeze } from './queries.freeze.ts';
import { digestOf, sealedFrom, valueFrom, type FreezeRow } from './rows.freeze.ts';
import { SEAL } from './verbs.seal.ts';
import type { SealedValue } from '#lib/domain/reports/freeze.ts';

/** What is wrong with a freeze, in a sentence. */
export interface FreezeFault {
  freezeId: string;
  /** `云山区 2026 第 1 次`. */
  subject: string;
  fault: string;
}

const LOST = '日志中有这次封存，记录已不在';

/**
 * Recomputes every seal: its digest and signature, the chain from freeze to freeze, the file of copied rows and each
 * figure's rows in it, and that no freeze which the audit log names is gone. Answers what does not agree.
 */
export async function verifyFreezes(act: Act): Promise<FreezeFault[]> {
  access.require(act, 'reports.verify');
  const faults: FreezeFault[] = [];
  let before: FreezeRow | null = null;
  for (const row of await allFreezes(act.db).execute()) {
    const values = (await valuesOfFreeze(act.db, row.id).execute()).map(valueFrom);
    const chained = before?.report_id === row.report_id ? before : null;
    const found = [
      ...sealFaults(act, row, values),
      ...chainFaults(chained, row),
      ...(await rowFaults(act, row, values)),
    ];
    const subject = `${row.unit_name} ${row.plan_year} 第 ${row.number} 次`;
    faults.push(...found.map((fault) => ({ freezeId: row.id, subject, fault })));
    before = row;
  }
  const lost = await lostFreezes(act.db).execute();
  const gone = lost.map(({ id }) => id ?? '');
  return [...faults, ...gone.map((id) => ({ freezeId: id, subject: id, fault: LOST }))];
}

function sealFaults(act: Act, row: FreezeRow, values: readonly SealedValue[]): string[] {
  const isWhole = digestOf(sealedFrom(row, values)) === row.digest;
  const isOurs = isSignature(act.db, SEAL, row.digest, row.signature);
  return [...(isWhole ? [] : ['封存内容与摘要不符']), ...(isOurs ? [] : ['摘要的签名不符'])];
}

function chainFaults(before: FreezeRow | null, row: FreezeRow): string[] {
  const isNext = row.number === (before?.number ?? 0) + 1;
  const isChained = row.previous_digest === (before?.digest ?? null);
  return isNext && isChained ? [] : ['与上一次封存不衔接'];
}

async function rowFaults(act: Act, row: FreezeRow, values: readonly SealedValue[]): Promise<string[]> {
  const bytes = await files.takeSealed(act, row.rows_file);
  if (!bytes) return ['明细文件缺失或损坏'];
  const counts: Record<string, figures.CopiedCount> = await figures.readCopy(bytes);
  return values
    .filter(({ name, rowCount, rowsDigest }) => {
      const copy = counts[name];
      return copy?.digest !== rowsDigest || copy.denominator !== rowCount;
    })
    .map(({ name }) => `${name} 的明细与摘要不符`);
}
