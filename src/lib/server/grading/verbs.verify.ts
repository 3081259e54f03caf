import { markOf } from '#lib/domain/grading/marking.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import type { keptScores } from './queries.verify.ts';
import { markableOf } from './rows.ts';

/** A mark or score that is not what answers and keys say. */
export interface ScoreDifference {
  kind: 'score';
  subject: string;
  kept: string;
  counted: string;
}

const PORTION = 100;

/** Marks every ended attempt again, by the keys that count now, and compares with what is kept. Nothing is written. */
export async function verifyScores(act: Act): Promise<ScoreDifference[]> {
  access.require(act, 'grading.verify');
  const differences: ScoreDifference[] = [];
  for (let after = ''; ;) {
    const asked = { after, limit: PORTION };
    const kept = await readHeavy<Kept>(act.db, 'grading/queries.verify.ts', 'keptScores', asked);
    const items = Map.groupBy(kept.items, (item) => item.attempt_id);
    for (const attempt of kept.attempts) {
      differences.push(...differencesIn(attempt, items.get(attempt.id) ?? []));
    }
    if (kept.attempts.length < PORTION) return differences;
    after = kept.attempts[kept.attempts.length - 1]?.id ?? '';
  }
}

type Kept = Awaited<ReturnType<typeof keptScores>>;

function differencesIn(attempt: Kept['attempts'][number], items: Kept['items']): ScoreDifference[] {
  const rule = { halfForSubset: attempt.half_for_subset === 1 };
  const differences: ScoreDifference[] = [];
  const compare = (subject: string, kept: number | null, counted: number) => {
    if (kept === counted) return;
    const keptText = kept === null ? '没有' : formatHundredths(kept);
    differences.push({ kind: 'score', subject, kept: keptText, counted: formatHundredths(counted) });
  };
  let total = 0;
  for (const item of items) {
    const mark = markOf(markableOf(item), rule);
    total += mark;
    compare(`作答 ${attempt.id} 第 ${item.position} 题`, item.score_hundredths, mark);
  }
  compare(`作答 ${attempt.id} 总分`, attempt.score_hundredths, total);
  return differences;
}
