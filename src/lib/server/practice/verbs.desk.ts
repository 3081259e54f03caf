import { audiencesOf } from '#lib/domain/bank/question.ts';
import { isFor } from '#lib/domain/practice/audience.ts';
import { tallyOf, type Tally } from '#lib/domain/practice/card.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import { askFixed } from '../db/index.ts';
import * as people from '../people/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { cardsByQuestion } from './noting.ts';
import * as queries from './queries.cards.ts';
import { itemsOf, openRun } from './queries.runs.ts';
import { bookOf } from './questions.book.ts';
import { poolFor } from './questions.pool.ts';

export interface PracticeDesk {
  all: Tally;
  topics: (Tally & { id: string; name: string })[];
  laws: (Tally & { title: string })[];
  inBook: number;
  /** A set that was begun and not finished. */
  openSet: { runId: string; title: string; answered: number; items: number } | null;
}

/** What the signed-in person may practise, and what of it is to be repeated today. */
export async function desk(act: Act): Promise<PracticeDesk> {
  access.require(act, 'practice.begin');
  const { personId } = personOf(act);
  const today = shanghaiDay(act.now);
  const pool = await poolFor(act, personId);
  const cards = await cardsByQuestion(act, personId);
  const byTopic = Map.groupBy(pool, (one) => one.topicId);
  const laws = [...new Set(pool.flatMap((one) => one.laws))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  const topics = await queries.topicNames(act.db).execute();
  return {
    all: tallyOf(pool, cards, today),
    topics: topics.flatMap((topic) => {
      const own = byTopic.get(topic.id);
      return own ? [{ ...topic, ...tallyOf(own, cards, today) }] : [];
    }),
    laws: laws.map((title) => {
      const own = pool.filter((one) => one.laws.includes(title));
      return { title, ...tallyOf(own, cards, today) };
    }),
    inBook: (await bookOf(act, personId)).length,
    openSet: await openSetOf(act, personId),
  };
}

async function openSetOf(act: Act, personId: string): Promise<PracticeDesk['openSet']> {
  const run = await openRun(act.db, personId, 'set').executeTakeFirst();
  if (!run) return null;
  const items = await itemsOf(act.db, run.id).execute();
  const answered = items.filter((item) => item.answered_at !== null).length;
  return { runId: run.id, title: run.title, answered, items: items.length };
}

/** More are counted on the page of practice; a hint says as many and more. */
const MOST_HINTED = 100;

/** How many questions the signed-in person is to repeat today, for a hint; at most a hundred. */
export async function dueToday(act: Act): Promise<number> {
  access.require(act, 'practice.begin');
  const { personId } = personOf(act);
  const day = shanghaiDay(act.now);
  const rows = await askFixed(act.db, queries.dueQuestions, { personId, day, limit: MOST_HINTED });
  if (rows.length === 0) return 0;
  const classes = await people.classesOn(act.db, personId, day);
  const fitting = rows.filter((row) => isFor(audiencesOf(row.audience), classes));
  const outdated = await bank.outdated(
    act.db,
    fitting.map((row) => row.version_id),
    day,
  );
  return fitting.filter((row) => !outdated.has(row.version_id)).length;
}
