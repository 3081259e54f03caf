import type { QuestionType } from '#lib/domain/bank/question.ts';
import { wayOutText, type MistakeSource } from '#lib/domain/practice/book.ts';
import type { Scope } from '#lib/domain/practice/run.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import * as access from '../access/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { topicNames } from './queries.cards.ts';
import { bookOf, isEntryOf, type BookEntry } from './questions.book.ts';
import { articlesOf, type Explained } from './questions.explain.ts';

export interface BookAsk extends Scope {
  source: MistakeSource | null;
  /** Looked for in the stem. */
  q: string;
  page: number;
  pageSize: number;
}

export interface BookLine {
  questionId: string;
  type: QuestionType;
  topic: string;
  stem: string;
  /** In the bank's order, lettered from A. */
  options: { label: string; text: string; isKey: boolean }[];
  explanation: string;
  laws: Explained['laws'];
  times: number;
  lastWrongOn: Day;
  source: MistakeSource;
  wayOut: string;
}

export interface Book {
  lines: BookLine[];
  total: number;
  /** Everything that stands in the book, whatever the filter. */
  inBook: number;
  /** What the book can be filtered by. */
  topics: { id: string; name: string }[];
  laws: string[];
  sources: MistakeSource[];
}

/** The signed-in person's wrong-question book, with keys and explanations: each was explained already. */
export async function readBook(act: Act, asked: BookAsk): Promise<Book> {
  access.require(act, 'practice.begin');
  const entries = await bookOf(act, personOf(act).personId);
  const q = asked.q.trim().toLowerCase();
  const found = entries.filter(
    (one) => isEntryOf(one, asked, asked.source) && one.question.stem.toLowerCase().includes(q),
  );
  const topics = await topicNames(act.db).execute();
  const names = new Map(topics.map((topic) => [topic.id, topic.name]));
  const from = (asked.page - 1) * asked.pageSize;
  const lines = [];
  for (const entry of found.slice(from, from + asked.pageSize)) {
    lines.push(await lineOf(act, entry, names.get(entry.topicId) ?? ''));
  }
  const laws = entries.flatMap(({ question }) => question.laws.map((law) => plainTitle(law.statuteTitle)));
  return {
    lines,
    total: found.length,
    inBook: entries.length,
    topics: topics.filter((topic) => entries.some((one) => one.topicId === topic.id)),
    laws: [...new Set(laws)].sort((a, b) => a.localeCompare(b, 'zh-CN')),
    sources: [...new Set(entries.map((one) => one.mistake.source))],
  };
}

async function lineOf(act: Act, { question, mistake }: BookEntry, topic: string): Promise<BookLine> {
  return {
    questionId: question.questionId,
    type: question.type,
    topic,
    stem: question.stem,
    options: question.options.map((option, index) => ({
      label: String.fromCharCode(65 + index),
      text: option.text,
      isKey: question.answerKey.includes(option.id),
    })),
    explanation: question.explanation,
    laws: await articlesOf(act, question),
    times: mistake.times,
    lastWrongOn: shanghaiDay(mistake.wrongAt),
    source: mistake.source,
    wayOut: wayOutText(mistake),
  };
}
