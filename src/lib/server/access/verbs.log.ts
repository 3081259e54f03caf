import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { require } from './require.ts';

/** Reads the whole audit log and names what was edited, removed, inserted or cut off; empty when it is whole. */
export async function verifyLog(act: Act): Promise<audit.Finding[]> {
  require(act, 'audit.verify');
  return audit.findingsIn(act.db);
}
