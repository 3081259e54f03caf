import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { weakestTopics, type TopicMarks, type TopicRow } from '#lib/domain/figures/topics.ts';
import { addSeconds, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import { handleOf, readHeavy, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { Kept } from '../platform/kept.ts';
import { examsEndOf } from './questions.ts';

/**
 * Weak topics of a unit's year: nothing to say without an exam, not before its last window has closed, not for more
 * people than can be counted while the reader waits.
 */
export type TopicsReading =
  | { state: 'none' }
  /** The last day of the last window. */
  | { state: 'open'; endsOn: Day }
  | { state: 'many'; most: number }
  | { state: 'read'; rows: TopicRow[]; countedAt: Instant };

const MOST_PEOPLE = 20_000;
const SHOWN = 8;
const KEPT_SECONDS = 3_600;
const MARKS = Symbol('topic marks');

/** The topics in which a unit's people lost most, counted away from the answering thread and kept for an hour. */
export async function weakTopics(act: Act, scope: FigureScope, present: number): Promise<TopicsReading> {
  const ends = await examsEndOf(act, scope);
  if (ends === null) return { state: 'none' };
  if (ends > act.now) return { state: 'open', endsOn: shanghaiDay(addSeconds(ends, -1)) };
  if (present > MOST_PEOPLE) return { state: 'many', most: MOST_PEOPLE };
  const { value, readAt } = await keptIn(act.db).get(
    JSON.stringify(scope),
    { now: act.now, seconds: () => KEPT_SECONDS },
    () => readHeavy<TopicMarks[]>(act.db, 'figures/queries.topics.ts', 'topicMarks', scope),
  );
  return { state: 'read', rows: weakestTopics(value, SHOWN), countedAt: readAt };
}

function keptIn(db: Db): Kept<TopicMarks[]> {
  return handleOf(db, MARKS, () => new Kept<TopicMarks[]>());
}
