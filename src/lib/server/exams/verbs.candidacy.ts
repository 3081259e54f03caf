import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { changeCandidate, holdSeat } from './queries.candidates.ts';
import { candidateOrThrow, type Candidate } from './questions.desk.ts';

interface Key {
  examId: string;
  personId: string;
}

/**
 * A step of a decision about 免考 or 缓考: lays a hand on somebody's place on the list, so that he does not begin to sit
 * until the transaction ends, and answers how he stands then.
 */
export async function holdCandidate(act: Act, key: Key): Promise<Candidate> {
  const { unitPath } = await candidateOrThrow(act.db, key);
  access.require(act, 'exemption.decide', { unitPath });
  await holdSeat(act.db, key).execute();
  return candidateOrThrow(act.db, key);
}

/** How somebody stands on the list from now on, `deferred` as 0 or 1; what is left out stays. */
export interface Candidacy {
  state?: 'due' | 'exempt';
  deferred?: number;
  reason: string;
}

/** A step of a decision about 免考 or 缓考, or of its withdrawal: whoever is due or exempt stands as decided. */
export async function changeCandidacy(act: Act, key: Key, to: Candidacy): Promise<void> {
  const { unitPath } = await candidateOrThrow(act.db, key);
  access.require(act, 'exemption.decide', { unitPath });
  await changeCandidate(act.db, key, { from: ['due', 'exempt'], to }).execute();
}
