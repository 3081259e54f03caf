import { sql, type Insertable, type Updateable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { contains, unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertTransfer(db: Db, row: Insertable<Tables['transfer']>) {
  return db
    .insertInto('transfer')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

/** Decides a transfer that is still open; numUpdatedRows is 0 when another was first. */
export function decideTransfer(db: Db, id: string, decided: Updateable<Tables['transfer']>) {
  return db.updateTable('transfer').set(decided).where('id', '=', id).where('status', '=', 'proposed');
}

function transfers(db: Db) {
  return db
    .selectFrom('transfer')
    .innerJoin('person', 'person.id', 'transfer.person_id')
    .innerJoin('unit as home', 'home.id', 'transfer.from_unit_id')
    .innerJoin('unit as next', 'next.id', 'transfer.to_unit_id');
}

function lines(db: Db) {
  return transfers(db)
    .selectAll('transfer')
    .select(['person.name as person_name', 'home.name as from_name', 'next.name as to_name']);
}

export function transferById(db: Db, id: string) {
  return lines(db).where('transfer.id', '=', id);
}

/** Transfers of a person, the latest first. */
export function transfersOf(db: Db, personId: string) {
  return lines(db).where('transfer.person_id', '=', personId).orderBy('transfer.proposed_at', 'desc');
}

export interface TransfersAsk {
  /** Null: the whole installation (console). */
  unitIds: readonly string[] | null;
  day: Day;
  /** Of all those that leave or come within the units: still open, or decided. */
  isOpen: boolean;
  /** Part of a name. */
  q: string;
  limit: number;
  offset: number;
}

type Within = Pick<TransfersAsk, 'unitIds' | 'day' | 'isOpen' | 'q'>;

function within(db: Db, { unitIds, day, isOpen, q }: Within) {
  const side = isOpen
    ? transfers(db).where('transfer.status', '=', 'proposed')
    : transfers(db).where('transfer.status', '!=', 'proposed');
  const named = q === '' ? side : side.where(contains('person.name', q));
  if (unitIds === null) return named;
  return named.where((or) =>
    or.or([
      or('transfer.from_unit_id', 'in', unitsBelow(db, unitIds, day)),
      or('transfer.to_unit_id', 'in', unitsBelow(db, unitIds, day)),
    ]),
  );
}

/** A page of transfers; those that should be answered first come first, of those decided the latest. */
export function transferPage(db: Db, asked: TransfersAsk) {
  return within(db, asked)
    .selectAll('transfer')
    .select(['person.name as person_name', 'home.name as from_name', 'next.name as to_name'])
    .orderBy(asked.isOpen ? 'transfer.respond_by' : 'transfer.decided_at', asked.isOpen ? 'asc' : 'desc')
    .orderBy('transfer.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function countTransfers(db: Db, asked: Within) {
  return within(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** How many open transfers come into some units, how many leave them, and how many of each are late. */
export function waitingCounts(db: Db, asked: { unitIds: readonly string[]; day: Day; isIncoming: boolean }) {
  const column = asked.isIncoming ? 'to_unit_id' : 'from_unit_id';
  return db
    .selectFrom('transfer')
    .where('status', '=', 'proposed')
    .where(column, 'in', unitsBelow(db, asked.unitIds, asked.day))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .select(sql<number>`coalesce(sum(case when respond_by < ${asked.day} then 1 else 0 end), 0)`.as('late'));
}
