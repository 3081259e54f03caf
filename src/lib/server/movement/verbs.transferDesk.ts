import { isLate, type TransferStatus } from '#lib/domain/movement/transfer.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { askFixed } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import * as q from './queries.transfers.ts';
import { transferOrThrow, type TransferRow } from './verbs.transfers.ts';

export interface TransferLine {
  id: string;
  personId: string;
  name: string;
  fromName: string;
  toName: string;
  day: Day;
  reason: string;
  status: TransferStatus;
  respondBy: Day;
  isLate: boolean;
  proposedBy: string;
  proposedAt: Instant;
  decidedBy: string | null;
  decidedAt: Instant | null;
  decidedReason: string;
}

function lineOf(row: TransferRow, today: Day): TransferLine {
  const status = row.status as TransferStatus;
  return {
    ...{ id: row.id, personId: row.person_id, name: row.person_name, day: row.day, reason: row.reason },
    ...{ fromName: row.from_name, toName: row.to_name, status, respondBy: row.respond_by },
    isLate: isLate({ status, respondBy: row.respond_by }, today),
    ...{ proposedBy: row.proposed_by_name, proposedAt: row.proposed_at },
    ...{ decidedBy: row.decided_by_name, decidedAt: row.decided_at },
    decidedReason: row.decided_reason ?? '',
  };
}

export interface TransfersPage {
  isOpen: boolean;
  q: string;
  page: number;
  pageSize: number;
}

/** A page of the transfers that leave or come within the actor's reach. */
export async function listTransfers(
  act: Act,
  asked: TransfersPage,
): Promise<{ transfers: TransferLine[]; total: number }> {
  access.require(act, 'transfers.list');
  const day = shanghaiDay(act.now);
  const unitIds = act.actor.kind === 'person' ? access.unitsHeld(act, ['coordinator']) : null;
  const { page, pageSize, ...rest } = asked;
  const within = { ...rest, unitIds, day };
  const window = { limit: pageSize, offset: (page - 1) * pageSize };
  const rows = await q.transferPage(act.db, { ...within, ...window }).execute();
  const { total } = await q.countTransfers(act.db, within).executeTakeFirstOrThrow();
  return { transfers: rows.map((row) => lineOf(row, day)), total: Number(total) };
}

export interface WaitingTransfers {
  /** To be received or declined within the actor's reach. */
  incoming: number;
  incomingLate: number;
  /** Proposed within the actor's reach and waiting for another's answer. */
  outgoing: number;
  outgoingLate: number;
}

/** What waits on either side of the actor's units. */
export async function waitingTransfers(act: Act): Promise<WaitingTransfers> {
  access.require(act, 'transfers.list');
  const asked = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const [into] = await askFixed(act.db, q.waitingCounts, { ...asked, isIncoming: true });
  const [out] = await askFixed(act.db, q.waitingCounts, { ...asked, isIncoming: false });
  return {
    ...{ incoming: Number(into?.total ?? 0), incomingLate: Number(into?.late ?? 0) },
    ...{ outgoing: Number(out?.total ?? 0), outgoingLate: Number(out?.late ?? 0) },
  };
}

export interface TransferView extends TransferLine {
  /** The evidence that the reader may open. */
  fileId: string | null;
  /** The post that he holds the day before he goes; null when he holds none by now. */
  post: people.PostOn | null;
  toUnitId: string;
  /** Units at and below the receiving one. */
  workUnits: { id: string; name: string; depth: number; path: string[] }[];
  mayDecide: boolean;
  mayWithdraw: boolean;
}

/** One transfer, for both sides. */
export async function viewTransfer(act: Act, transferId: string): Promise<TransferView> {
  const { row, from, to } = await transferOrThrow(act, transferId);
  access.require(act, 'transfer.read', { unitPath: [...from, ...to] });
  const today = shanghaiDay(act.now);
  const isOpen = row.status === 'proposed';
  const receives = access.can(act, 'transfer.decide', { unitPath: to });
  const tree = isOpen && receives ? await units.treeBelow(act.db, [row.to_unit_id], today) : [];
  return {
    ...lineOf(row, today),
    fileId: receives ? row.received_file_id : row.file_id,
    post: (await people.postOn(act.db, row.person_id, isOpen ? today : row.day)) ?? null,
    toUnitId: row.to_unit_id,
    workUnits: tree.map(({ id, name, depth, path }) => ({ id, name, depth, path })),
    mayDecide: isOpen && receives,
    mayWithdraw: isOpen && access.can(act, 'transfer.withdraw', { unitPath: from }),
  };
}

export interface TransferDesk {
  name: string;
  post: people.PostOn;
  units: { id: string; name: string; depth: number; path: string[] }[];
  /** The transfer that is open already. */
  open: TransferLine | null;
  earliest: Day;
  today: Day;
}

/** What the page of a proposal shows: the post of today and the whole tree. Throws `conflict` without a post. */
export async function deskOfTransfer(act: Act, personId: string): Promise<TransferDesk> {
  const unitPath = await people.homePathOf(act, personId);
  access.require(act, 'transfer.propose', { unitPath });
  const today = shanghaiDay(act.now);
  const post = await people.postOn(act.db, personId, today);
  if (!post) throw new DomainError('conflict', '他今天没有任职。');
  const all = await q.transfersOf(act.db, personId).execute();
  const open = all.find((row) => row.status === 'proposed');
  return {
    name: (await people.nameOf(act.db, personId)) ?? '',
    post,
    units: (await units.wholeTree(act.db, today)).map(({ id, name, depth, path }) => ({
      id,
      name,
      depth,
      path,
    })),
    open: open ? lineOf(open, today) : null,
    earliest: `${openPlanYears(today)[0]}-01-01`,
    today,
  };
}

/** The actor's own transfers, the latest first. */
export async function myTransfers(act: Act): Promise<TransferLine[]> {
  access.require(act, 'transfers.mine');
  if (act.actor.kind !== 'person') return [];
  const rows = await q.transfersOf(act.db, act.actor.personId).execute();
  return rows.map((row) => lineOf(row, shanghaiDay(act.now)));
}
