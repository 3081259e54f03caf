import type { Difficulty, Pool, Question, QuestionType } from '#lib/domain/bank/question.ts';
import type { QuestionState } from '#lib/domain/bank/state.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as statutes from '../statutes/index.ts';
import * as queries from './queries.list.ts';
import type { BankPage } from './queries.list.ts';
import { versions as versionsOf } from './questions.ts';
import { filedOf, type QuestionVersion } from './rows.ts';

export type { BankFilter, BankPage, BankSort } from './queries.list.ts';

export interface BankLine {
  id: string;
  code: string;
  pool: Pool;
  topic: string;
  type: QuestionType;
  stem: string;
  difficulty: Difficulty;
  version: number;
  state: QuestionState;
}

export interface BankList {
  lines: BankLine[];
  total: number;
  topics: { id: string; name: string }[];
}

/** One page of the bank, without keys. */
export async function listQuestions(act: Act, asked: BankPage): Promise<BankList> {
  access.require(act, 'bank.list');
  const rows = await queries.questionsPage(act.db, asked).execute();
  const { total } = await queries.countQuestions(act.db, asked).executeTakeFirstOrThrow();
  return {
    lines: rows.map(({ status, ...row }) => ({
      ...row,
      state: status as QuestionState,
      pool: row.pool as Pool,
      type: row.type as QuestionType,
      difficulty: row.difficulty as Difficulty,
    })),
    total,
    topics: await queries.topics(act.db).execute(),
  };
}

export interface QuestionView {
  id: string;
  state: QuestionState;
  question: Question;
  version: number;
  /** Cited articles; `article` is null where the law is not imported in that version. */
  laws: { citation: Question['laws'][number]; article: statutes.CitedArticle | null }[];
  /** Earlier versions, newest first. */
  earlier: QuestionVersion[];
}

/** A question with key, explanation, cited articles and its earlier versions. */
export async function openQuestion(act: Act, id: string): Promise<QuestionView> {
  access.require(act, 'bank.view');
  const row = await queries
    .questionById(act.db, id)
    .executeTakeFirstOrThrow(() => new DomainError('notFound', '没有找到这道题。'));
  const rows = await queries.versionsOfQuestion(act.db, id).execute();
  const found = await versionsOf(
    act.db,
    rows.map((one) => one.id),
  );
  const [current, ...earlier] = found.toSorted((a, b) => b.version - a.version);
  if (!current) throw new RangeError(`the question ${id} has no version`);
  const { question, version } = filedOf(row, current);
  const laws = [];
  for (const citation of question.laws) {
    const { statuteTitle: title, articleNumber: number, effectiveOn } = citation;
    laws.push({ citation, article: await statutes.articleOf(act.db, { title, number, effectiveOn }) });
  }
  return { id, state: row.status as QuestionState, question, version, laws, earlier };
}
