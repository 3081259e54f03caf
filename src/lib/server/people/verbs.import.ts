import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Change } from '#lib/domain/people/roster/decide.ts';
import type { RosterIssue } from '#lib/domain/people/roster/issue.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, isDay, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { encrypt } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import * as q from './queries.import.ts';
import { applyBatch } from './jobs.ts';
import {
  checkFile,
  decideRows,
  reachOver,
  turn,
  type Checked,
  type CheckedRow,
  type Reach,
} from './verbs.check.ts';
import { payloadOf, rowOfPayload } from './verbs.payload.ts';

export interface RosterFile {
  bytes: Uint8Array;
  name: string;
  /** Day from which new posts and changes hold; today unless told. */
  from?: Day | undefined;
}

export type PreviewKind = 'add' | 'change' | 'end';

export interface PreviewLine {
  row: number;
  name: string;
  unitName: string;
  kind: PreviewKind;
  changes: Change[];
}

export interface ImportReport {
  /** The staged batch to commit; null after a mere check and where something is wrong. */
  batchId: string | null;
  fileName: string;
  sha256: string;
  from: Day;
  /** Rows that hold a person. */
  total: number;
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
  issues: RosterIssue[];
  ignored: string[];
  /** The first lines of what will happen. */
  preview: PreviewLine[];
}

const PREVIEWED = 200;
/** Rows staged in one transaction. */
const STAGED = 50;

async function reachOf(act: Act): Promise<Reach> {
  return reachOver(await units.inReach(act, access.unitsHeld(act, ['coordinator'])));
}

function dayOf(act: Act, file: RosterFile): Day {
  const today = shanghaiDay(act.now);
  const from = file.from ?? today;
  if (isDay(from) && from <= today && from >= addDays(today, -3660)) return from;
  const sentence = '生效日期应为今天或以前十年内的日期，形如 2026-01-31。';
  throw new DomainError('invalid', sentence, { fields: { from: sentence } });
}

function previewOf(rows: readonly CheckedRow[], reach: Reach): PreviewLine[] {
  const lines: PreviewLine[] = [];
  for (const { row, decision } of rows) {
    if (decision.kind === 'same') continue;
    const changes = decision.kind === 'change' ? decision.changes : [];
    lines.push({
      row: row.row,
      name: row.name,
      unitName: reach.nameOf(row.unitId),
      kind: decision.kind,
      changes,
    });
    if (lines.length === PREVIEWED) break;
  }
  return lines;
}

function reportOf(file: RosterFile & { from: Day }, checked: Checked, reach: Reach): ImportReport {
  const count = (kind: string) => checked.rows.filter((one) => one.decision.kind === kind).length;
  return {
    batchId: null,
    fileName: basename(file.name),
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    from: file.from,
    total: checked.total,
    added: count('add'),
    changed: count('change'),
    ended: count('end'),
    unchanged: count('same'),
    issues: checked.issues,
    ignored: checked.ignored,
    preview: previewOf(checked.rows, reach),
  };
}

/** Dry run: what a file would add, change and end, and every error by row and column. Nothing is written. */
export async function checkImport(act: Act, file: RosterFile): Promise<ImportReport> {
  access.require(act, 'people.import');
  const from = dayOf(act, file);
  const reach = await reachOf(act);
  return reportOf({ ...file, from }, await checkFile(act, { ...file, day: from }, reach), reach);
}

/** Dry run that also stages a faultless file, to be committed by `commitImport` with the report's `batchId`. */
export async function stageImport(act: Act, file: RosterFile): Promise<ImportReport> {
  access.require(act, 'people.import');
  const from = dayOf(act, file);
  const reach = await reachOf(act);
  const checked = await checkFile(act, { ...file, day: from }, reach);
  const report = reportOf({ ...file, from }, checked, reach);
  if (report.issues.length > 0) return report;
  const batchId = newId();
  const { added, changed, ended, unchanged, fileName } = report;
  await q
    .insertBatch(act.db, {
      id: batchId,
      kind: 'people',
      state: 'staging',
      file_name: fileName,
      file_sha256: report.sha256,
      effective_on: from,
      added,
      changed,
      ended,
      unchanged,
      staged_by: whoStages(act),
      staged_at: act.now,
      applied_by: null,
      done_at: null,
      settled_at: null,
    })
    .execute();
  for (let at = 0; at < checked.rows.length; at += STAGED) {
    const rows = checked.rows.slice(at, at + STAGED).map((one) => stagedRow(act, batchId, one));
    await q.insertRows(act.db, rows).execute();
    await turn();
  }
  const staged = await q.moveBatch(act.db, { id: batchId, from: 'staging', to: 'staged' }).executeTakeFirst();
  if (staged.numUpdatedRows === 0n) throw moved();
  return { ...report, batchId };
}

function whoStages({ actor }: Act): string {
  return actor.kind === 'person' ? actor.personId : actor.kind;
}

function stagedRow(act: Act, batchId: string, { row, decision }: CheckedRow) {
  const isDone = decision.kind === 'same' && row.card === null;
  return {
    batch_id: batchId,
    row_number: row.row,
    person_id: decision.kind === 'add' ? newId() : decision.personId,
    action: decision.kind,
    step: isDone ? 'settled' : 'staged',
    payload_cipher: isDone ? null : encrypt(act.db, payloadOf(row)),
    card: row.card === null ? null : JSON.stringify({ v: 1, ...row.card }),
  };
}

async function batchOf(act: Act, batchId: string) {
  const batch = await q.batchById(act.db, batchId).executeTakeFirst();
  if (batch && batch.staged_by === whoStages(act)) return batch;
  throw new DomainError('notFound', '没有找到这次导入，请重新上传名册。');
}

const moved = () => new DomainError('conflict', '检查之后人员数据有了变化，请重新上传名册再检查一次。');

/** Decides every staged row again: what was previewed must still be what will happen. */
async function assertUnmoved(act: Act, batchId: string, day: Day): Promise<void> {
  const reach = await reachOf(act);
  for (let after = 0; ;) {
    const asked = { batchId, steps: ['staged'], actions: ['add', 'change', 'end'], after, limit: STAGED };
    const rows = await q.rowsAt(act.db, asked).execute();
    if (rows.length === 0) return;
    const { decided, issues } = await decideRows(
      act,
      rows.map((row) => rowOfPayload(act.db, row)),
      { day, reach },
    );
    const same = decided.every(({ decision }, at) => decision.kind === rows[at]?.action);
    if (issues.length > 0 || !same) throw moved();
    after = rows[rows.length - 1]?.row_number ?? after;
    await turn();
  }
}

export interface ImportOutcome {
  batchId: string;
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
}

/** Applies a staged batch whole. Throws `conflict` when the data moved since the preview or another import runs. */
export async function commitImport(act: Act, batchId: string): Promise<ImportOutcome> {
  access.require(act, 'people.import');
  const batch = await batchOf(act, batchId);
  const { added, changed, ended, unchanged } = batch;
  const outcome = { batchId, added, changed, ended, unchanged };
  if (batch.settled_at !== null) return outcome;
  if (batch.state === 'withdrawn') throw new DomainError('conflict', '这次导入已撤回，请重新上传名册。');
  if (batch.state === 'staged') await take(act, batch);
  await applyBatch(act, batchId);
  return outcome;
}

/** Moves a staged batch to `applying`, unless the data moved since the preview or another import is under way. */
async function take(act: Act, batch: { id: string; effective_on: Day }): Promise<void> {
  await assertUnmoved(act, batch.id, batch.effective_on);
  await inTransaction(act, async (own) => {
    if (await q.unfinished(own.db).executeTakeFirst()) {
      throw new DomainError('conflict', '另一份名册正在写入，请稍候再确认。');
    }
    const set = { applied_by: whoStages(own) };
    const taken = await q
      .moveBatch(own.db, { id: batch.id, from: 'staged', to: 'applying', set })
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) throw moved();
  });
}
