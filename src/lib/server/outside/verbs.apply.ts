import { decideResult } from '#lib/domain/outside/decide.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { announce } from '../facts/index.ts';
import type { AppliedRow, Batch } from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.ts';
import { takenOf } from './rows.ts';
import { recordedAbout } from './rows.known.ts';
import { stagedOf, type StagedResult } from './rows.staged.ts';

/**
 * Writes records of results that are new, and of doubtful ones those that were chosen; no hours yet. Throws `conflict`
 * where somebody meanwhile left the importer's units or his record went over into another.
 */
export async function insertResults(act: Act, batch: Batch, rows: AppliedRow[]): Promise<void> {
  const taken = takenOf(await q.importById(act.db, batch.id).executeTakeFirstOrThrow());
  const wanted = rows
    .map((row) => ({ row, staged: stagedOf(row) }))
    .filter(({ row, staged }) => !staged.isDoubtful || taken.has(row.row));
  if (wanted.length === 0) return;
  const personIds = [...new Set(wanted.map(({ row }) => row.subjectId))];
  const asked = { personIds, unitIds: batch.scope, day: shanghaiDay(act.now) };
  const within = await q.stillWithin(act.db, asked).execute();
  if (within.length < personIds.length)
    throw new DomainError('conflict', '检查之后有人调离或档案合并，本次导入没有写入。');
  await refuseOvertaken(act, wanted);
  const records = wanted.map(({ row, staged: { recordId: id, mark, result } }) => {
    const { ledger, planYear, hundredths, title, organiser, completedOn, number, note } = result;
    return {
      ...{ id, import_id: batch.id, row_number: row.row, person_id: row.subjectId, ledger, mark },
      ...{ plan_year: planYear, hundredths, title, organiser, completed_on: completedOn, number, note },
      ...{ returned: '', returned_at: null, returned_reason: null },
    };
  });
  await q.insertRecords(act.db, records).execute();
}

interface Wanted {
  row: AppliedRow;
  staged: StagedResult;
}

/** What was clear when the file was checked must still be: meanwhile somebody may have entered the same. */
async function refuseOvertaken(act: Act, wanted: readonly Wanted[]): Promise<void> {
  const clear = wanted
    .filter(({ staged }) => !staged.isDoubtful)
    .map(({ row, staged: { mark, result } }) => {
      return { row: { ...result, row: row.row }, personId: row.subjectId, mark };
    });
  const known = await recordedAbout(act.db, clear);
  for (const one of clear) {
    const decision = decideResult(one.row, known(one));
    if ('problem' in decision || decision.kind !== 'add')
      throw new DomainError('conflict', '检查之后有人记入了相同或相近的学时，本次导入没有写入。');
  }
}

/** Announces the records of a batch that is done: their hours are entered. */
export async function settleResults(act: Act, _batch: Batch, rows: AppliedRow[]): Promise<void> {
  await announceEntered(
    act,
    rows.filter((row) => row.action === 'add').map((row) => stagedOf(row).recordId),
  );
}

/** Announces records, those that stand: their hours are entered where they are not yet. */
export async function announceEntered(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const record of await q.recordsById(act.db, ids).execute()) {
    if (record.returned !== '') continue;
    await announce(act, {
      ...{ kind: 'outsideResultEntered', recordId: record.id, personId: record.person_id },
      ...{ ledger: record.ledger as Ledger, planYear: record.plan_year },
      ...{ hundredths: record.hundredths, completedOn: record.completed_on },
    });
  }
}

/** Removes the next of the records that a batch wrote. */
export async function withdrawResults(act: Act, batch: Batch, limit: number): Promise<number> {
  const found = await q.recordIds(act.db, { importId: batch.id, limit }).execute();
  const ids = found.map((row) => row.id);
  if (ids.length > 0) await q.deleteRecords(act.db, ids).execute();
  return ids.length;
}
