import { sql } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

/** Trades of a unit, the latest first. */
export function tradesOf(db: Db, unitId: string) {
  return db
    .selectFrom('unit_trade')
    .select(['trade_code', 'valid_from', 'valid_to'])
    .where('unit_id', '=', unitId)
    .orderBy('valid_from', 'desc');
}

/** The trade of a unit on a day: its own, else that of the nearest unit above which has one. */
export function tradeOn(db: Db, unitId: string, day: Day) {
  return db
    .selectFrom('unit_closure')
    .innerJoin('unit_trade', 'unit_trade.unit_id', 'unit_closure.ancestor_id')
    .select(['unit_trade.trade_code', 'unit_closure.depth'])
    .where('unit_closure.unit_id', '=', unitId)
    .where(
      sql<boolean>`unit_closure.valid_from <= ${day} and (unit_closure.valid_to is null or unit_closure.valid_to >= ${day})`,
    )
    .where(
      sql<boolean>`unit_trade.valid_from <= ${day} and (unit_trade.valid_to is null or unit_trade.valid_to >= ${day})`,
    )
    .orderBy('unit_closure.depth')
    .limit(1);
}

export function insertTrade(db: Db, row: Tables['unit_trade']) {
  return db.insertInto('unit_trade').values(row);
}

/** Tags that would begin on the day or later never were. */
export function dropTrades(db: Db, asked: { unitId: string; day: Day }) {
  return db.deleteFrom('unit_trade').where('unit_id', '=', asked.unitId).where('valid_from', '>=', asked.day);
}

/** The tag that holds ends with the day `last`. */
export function endTrade(db: Db, asked: { unitId: string; last: Day }) {
  return db
    .updateTable('unit_trade')
    .set({ valid_to: asked.last })
    .where('unit_id', '=', asked.unitId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', asked.last)]));
}
