import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode } from '#lib/domain/people/codes.ts';
import type { CountedIn } from '#lib/domain/people/post.ts';
import { statusAfterMove } from '#lib/domain/movement/statusChange.ts';
import { respondBy, transferFault, type TransferStatus } from '#lib/domain/movement/transfer.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as files from '../files/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { assertMovable, carryMove, DAYS_AHEAD, type Move } from './moving.ts';
import * as q from './queries.transfers.ts';

export interface NewTransfer {
  personId: string;
  toUnitId: string;
  /** First day in the receiving unit. */
  day: Day;
  reason: string;
  /** The order or notice of the transfer. */
  file: { name: string; bytes: Uint8Array } | null;
}

function refused([field, sentence]: [string, string]): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

async function assertProposable(act: Act, asked: NewTransfer, homeUnitId: string): Promise<void> {
  const today = shanghaiDay(act.now);
  const fault = transferFault(asked, {
    homeUnitId,
    ...{ earliest: `${openPlanYears(today)[0]}-01-01`, latest: addDays(today, DAYS_AHEAD) },
    hasFile: asked.file !== null,
  });
  if (fault) throw refused(fault);
  await assertMovable(act, { ...asked, homeUnitId: asked.toUnitId }).catch((error: unknown) => {
    throw asProposed(error);
  });
}

/** A fault of the move, said beside the field of the proposal. */
function asProposed(error: unknown): unknown {
  const sentence = error instanceof DomainError ? error.fields?.homeUnitId : undefined;
  return sentence === undefined ? error : refused(['toUnitId', sentence]);
}

/**
 * Proposes to another unit that it receives somebody from a day on. Nothing changes for him before it has: he learns,
 * sits his exams and counts where he is. The evidence is kept on both sides. `conflict` while one is open.
 */
export async function proposeTransfer(act: Act, asked: NewTransfer): Promise<{ id: string }> {
  const fromPath = await people.homePathOf(act, asked.personId);
  access.require(act, 'transfer.propose', { unitPath: fromPath });
  const [fromUnitId = ''] = fromPath;
  await assertProposable(act, asked, fromUnitId);
  const toPath = await units.pathOf(act.db, asked.toUnitId, asked.day);
  const kept = asked.file && (await files.store(act, { ...asked.file, unitPath: fromPath }));
  const given = asked.file && (await files.store(act, { ...asked.file, unitPath: [...toPath, ...fromPath] }));
  const id = newId();
  const hand = signatureOf(act);
  const { personId, toUnitId, day } = asked;
  await inTransaction(act, async (own) => {
    const inserted = await q
      .insertTransfer(own.db, {
        ...{ id, person_id: personId, from_unit_id: fromUnitId, to_unit_id: toUnitId, day },
        ...{ reason: asked.reason.trim(), file_id: kept?.id ?? null, received_file_id: given?.id ?? null },
        ...{ status: 'proposed', open_key: personId, respond_by: respondBy(shanghaiDay(act.now)) },
        ...{ proposed_by: hand.id, proposed_by_name: hand.name, proposed_at: act.now },
        ...{ decided_by: null, decided_by_name: null, decided_at: null, decided_reason: null },
      })
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n)
      throw new DomainError('conflict', '他已有一份调动等待接收，请先撤回它。');
    const subject = { kind: 'transfer', id };
    const details = { personId, from: fromUnitId, to: toUnitId, day, reason: asked.reason.trim() };
    await audit.record(own, { verb: 'people.transferProposed', unitId: fromUnitId, subject, details });
  });
  return { id };
}

export type TransferRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof q.transferById>['executeTakeFirst']>>
>;

/** A transfer with the paths of the two units as they stand. Throws `notFound`. */
export async function transferOrThrow(act: Act, id: string) {
  const row = await q
    .transferById(act.db, id)
    .executeTakeFirstOrThrow(
      () => new DomainError('notFound', '没有找到这份调动，或者它不在您的管理范围内。'),
    );
  const from = await units.pathOf(act.db, row.from_unit_id);
  return { row, from, to: await units.pathOf(act.db, row.to_unit_id) };
}

async function decide(
  act: Act,
  row: TransferRow,
  told: { status: Exclude<TransferStatus, 'proposed'>; reason: string; verb: string; unitId: string },
): Promise<void> {
  const hand = signatureOf(act);
  const set = {
    ...{ status: told.status, open_key: row.id, decided_by: hand.id, decided_by_name: hand.name },
    ...{ decided_at: act.now, decided_reason: told.reason.trim() },
  };
  const done = await q.decideTransfer(act.db, row.id, set).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('conflict', '这份调动已经办理，请刷新后查看。');
  const details = {
    personId: row.person_id,
    from: row.from_unit_id,
    to: row.to_unit_id,
    reason: told.reason,
  };
  const subject = { kind: 'transfer', id: row.id };
  await audit.record(act, { verb: told.verb, unitId: told.unitId, subject, details });
}

export interface Reception {
  transferId: string;
  workUnitId: string | null;
  countedIn: CountedIn;
  title: string | null;
  levelCode: LevelCode | null;
  classes: readonly ClassCode[];
}

/**
 * Receives somebody: from the day of the transfer he holds the post that the receiving unit gives him; hours, attempts
 * and attendance go with him, figures of days before stay where they were earned. An exam under way goes on.
 * `conflict` when it was decided, or he left the sending unit otherwise.
 */
export async function confirmTransfer(act: Act, asked: Reception): Promise<void> {
  const { row, to } = await transferOrThrow(act, asked.transferId);
  access.require(act, 'transfer.decide', { unitPath: to });
  const { transferId: _id, ...post } = asked;
  const move: Move = {
    ...{ ...post, personId: row.person_id, homeUnitId: row.to_unit_id },
    ...{ day: row.day, reason: row.reason },
  };
  await assertMovable(act, move);
  await inTransaction(act, async (own) => {
    const before = await people.postOn(own.db, row.person_id, row.day);
    if (before?.homeUnitId !== row.from_unit_id)
      throw new DomainError('conflict', '他在那一天已不在原单位任职，请与对方核对，由对方撤回后重新发起。');
    const told = { status: 'confirmed', reason: '', verb: 'people.transferConfirmed' } as const;
    await decide(own, row, { ...told, unitId: row.to_unit_id });
    const next = { ...move, status: statusAfterMove(before.status) };
    await carryMove(own, { move: next, before, unitPath: to });
  });
}

/** Does not receive somebody, and says why; he stays where he is. */
export async function declineTransfer(
  act: Act,
  asked: { transferId: string; reason: string },
): Promise<void> {
  const { row, to } = await transferOrThrow(act, asked.transferId);
  access.require(act, 'transfer.decide', { unitPath: to });
  if (asked.reason.trim() === '') throw refused(['reason', '请写明不接收的原因，对方会看到。']);
  const told = { status: 'declined', reason: asked.reason, verb: 'people.transferDeclined' } as const;
  await inTransaction(act, (own) => decide(own, row, { ...told, unitId: row.to_unit_id }));
}

/** Takes back what was proposed, as long as nobody has decided it. */
export async function withdrawTransfer(
  act: Act,
  asked: { transferId: string; reason: string },
): Promise<void> {
  const { row, from } = await transferOrThrow(act, asked.transferId);
  access.require(act, 'transfer.withdraw', { unitPath: from });
  if (asked.reason.trim() === '') throw refused(['reason', '请写明撤回的原因，对方会看到。']);
  const told = { status: 'withdrawn', reason: asked.reason, verb: 'people.transferWithdrawn' } as const;
  await inTransaction(act, (own) => decide(own, row, { ...told, unitId: row.from_unit_id }));
}
