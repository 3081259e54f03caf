import type { Db } from '../db/index.ts';
import { approvedWaivers } from './queries.waivers.ts';

/** An approved release (免训/减免) from a requirement. */
export interface Release {
  requirementId: string;
  /** Hundredths by which the target is lowered; null: released from the whole requirement. */
  releasedHundredths: number | null;
}

/** From what a person is released in a plan year; only what a second person approved. */
export async function waiversOf(db: Db, asked: { personId: string; planYear: number }): Promise<Release[]> {
  const rows = await approvedWaivers(db, asked).execute();
  return rows.map((row) => ({
    requirementId: row.requirement_id,
    releasedHundredths: row.released_hundredths,
  }));
}
