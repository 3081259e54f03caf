import type pg from 'pg';
import { expect } from 'vitest';

/** Waits until so many connections to the hand's database wait for a row that another holds. */
export async function waitingForRows(hand: pg.Client, count: number): Promise<void> {
  const blocked = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  await expect
    .poll(async () => (await hand.query<{ n: number }>(blocked)).rows[0]?.n)
    .toBeGreaterThanOrEqual(count);
}
