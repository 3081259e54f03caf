import * as access from '../access/index.ts';
import { askFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import * as people from '../people/index.ts';
import { examsToCome, examsWaiting } from './queries.waiting.ts';

export interface WaitingExam {
  id: string;
  title: string;
  /** Exemptions and deferrals that wait for the actor's decision. */
  waiting: number;
}

/** Exams with 免考 and 缓考 within the actor's reach that another person asked for and he may decide. */
export async function listWaiting(act: Act): Promise<WaitingExam[]> {
  access.require(act, 'exemptions.waiting');
  const within = access.unitsHeld(act, ['coordinator', 'leader']);
  const rows = await askFixed(act.db, examsWaiting, { within, notBy: signatureOf(act).id });
  return rows.map(({ id, title, total }) => ({ id, title, waiting: Number(total) }));
}

/** Exams from which somebody may still be exempted or deferred, for whoever enters that he is away. */
export async function listExemptible(act: Act, personId: string): Promise<{ id: string; title: string }[]> {
  const unitPath = await people.unitPathOf(act, personId);
  access.require(act, 'exemption.ask', { unitPath });
  return examsToCome(act.db, { personId, now: act.now }).execute();
}
