import { audiencesOf } from '#lib/domain/bank/question.ts';
import { isFor } from '#lib/domain/practice/audience.ts';
import { mistakeSources, type MistakeSource } from '#lib/domain/practice/book.ts';
import { joined, type Tally } from '#lib/domain/practice/card.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import { askFixed } from '../db/index.ts';
import * as people from '../people/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import * as queries from './queries.cards.ts';
import { itemsOf, openRun } from './queries.runs.ts';
import { talliesByLaw, talliesByTopic } from './queries.tallies.ts';
import { linesOf } from './questions.book.ts';

export interface PracticeDesk {
  all: Tally;
  topics: (Tally & { id: string; name: string })[];
  laws: (Tally & { title: string })[];
  inBook: number;
  /** The same by where each was last answered wrong; where nothing was, nothing stands. */
  wrongIn: { source: MistakeSource; questions: number }[];
  /** A set that was begun and not finished. */
  openSet: { runId: string; title: string; answered: number; items: number } | null;
}

/** What the signed-in person may practise, and what of it is to be repeated today. */
export async function desk(act: Act): Promise<PracticeDesk> {
  access.require(act, 'practice.begin');
  const { personId } = personOf(act);
  const day = shanghaiDay(act.now);
  const classes = await people.classesOn(act.db, personId, day);
  const outdated = await bank.outdatedCandidates(act.db, { pool: 'practice', day });
  const asked = { personId, day, without: [...outdated] };
  const byTopic = talliesFor(classes, await talliesByTopic(act.db, asked).execute());
  const byLaw = talliesFor(classes, await talliesByLaw(act.db, asked).execute());
  const topics = await queries.topicNames(act.db).execute();
  const book = await linesOf(act, personId);
  return {
    all: joined([...byTopic.values()]),
    topics: topics.flatMap((topic) => {
      const own = byTopic.get(topic.id);
      return own ? [{ ...topic, ...own }] : [];
    }),
    laws: [...byLaw]
      .map(([title, own]) => ({ title, ...own }))
      .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN')),
    inBook: book.length,
    wrongIn: mistakeSources.flatMap((source) => {
      const questions = book.filter((line) => line.mistake.source === source).length;
      return questions > 0 ? [{ source, questions }] : [];
    }),
    openSet: await openSetOf(act, personId),
  };
}

/** Tallies by topic or law, of the questions written for somebody of these classes. */
function talliesFor(
  classes: readonly string[],
  rows: readonly { key: string; audience: string; questions: number; known: number; due: number }[],
): Map<string, Tally> {
  const fitting = rows.filter((row) => isFor(audiencesOf(row.audience), classes));
  const groups = Map.groupBy(fitting, (row) => row.key);
  const tally = ({ questions, known, due }: (typeof rows)[number]) => {
    return { questions, due, fresh: questions - known };
  };
  return new Map([...groups].map(([key, group]) => [key, joined(group.map(tally))]));
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
