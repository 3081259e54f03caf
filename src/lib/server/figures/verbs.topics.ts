import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { weakestTopics, type TopicMarks, type TopicRow } from '#lib/domain/figures/topics.ts';
import { addSeconds, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import { handleOf, readHeavy, runtimeOf, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { Kept, type KeptReading } from '../platform/kept.ts';
import { examsEndOf } from './questions.ts';

/**
 * Weak topics of a unit's year: nothing to say without an exam and not before its last window has closed. Where there
 * are more people than can be counted while the reader waits, they are being counted until somebody looks again.
 */
export type TopicsReading =
  | { state: 'none' }
  /** The last day of the last window. */
  | { state: 'open'; endsOn: Day }
  | { state: 'counting' }
  | { state: 'read'; rows: TopicRow[]; countedAt: Instant };

/** So many sheets are read without making the reader wait. */
const QUICK = 20_000;
const SHOWN = 8;
const KEPT_SECONDS = 3_600;
/** After the last window only a regrade moves them. */
const MANY_KEPT_SECONDS = 86_400;
const MARKS = Symbol('topic marks');

/**
 * The topics in which a unit's people lost most, counted away from the answering thread and kept for an hour; of many
 * people one unit after the other, kept for a day.
 */
export async function weakTopics(act: Act, scope: FigureScope, present: number): Promise<TopicsReading> {
  const ends = await examsEndOf(act, scope);
  if (ends === null) return { state: 'none' };
  if (ends > act.now) return { state: 'open', endsOn: shanghaiDay(addSeconds(ends, -1)) };
  const reading = await (present > QUICK ? marksSoon(act, scope) : marksNow(act, scope));
  if (reading === null) return { state: 'counting' };
  return { state: 'read', rows: weakestTopics(reading.value, SHOWN), countedAt: reading.readAt };
}

function marksNow(act: Act, scope: FigureScope): Promise<KeptReading<TopicMarks[]>> {
  const wish = { now: act.now, seconds: () => KEPT_SECONDS };
  return keptIn(act.db).get(JSON.stringify(scope), wish, () => readMarks(act.db, scope));
}

function marksSoon({ db, now }: Act, scope: FigureScope): KeptReading<TopicMarks[]> | null {
  const failed = (error: unknown) => runtimeOf(db).log.error({ error }, 'topics of an exam were not counted');
  const wish = { now, seconds: () => MANY_KEPT_SECONDS, failed };
  const { asOf, ...year } = scope;
  return keptIn(db).soon(JSON.stringify(year), wish, () => readMarks(db, { ...year, asOf }));
}

function readMarks(db: Db, scope: FigureScope): Promise<TopicMarks[]> {
  return readHeavy(db, 'figures/queries.topics.ts', 'topicMarks', scope);
}

function keptIn(db: Db): Kept<TopicMarks[]> {
  return handleOf(db, MARKS, () => new Kept<TopicMarks[]>());
}
