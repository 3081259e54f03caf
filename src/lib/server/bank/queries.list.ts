import type { Pool, QuestionType } from '#lib/domain/bank/question.ts';
import type { QuestionState } from '#lib/domain/bank/state.ts';
import { contains, type Db } from '../db/index.ts';

export interface BankFilter {
  /** Looked for in stem and code. */
  q: string;
  pool: Pool | null;
  type: QuestionType | null;
  topicId: string | null;
  /** Every state unless told. */
  state?: QuestionState | null;
}

function filtered(db: Db, { q, pool, type, topicId, state = null }: BankFilter) {
  return db
    .selectFrom('question')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .where('version.status', '=', 'published')
    .$if(q !== '', (query) =>
      query.where((or) => or.or([contains('version.stem', q), contains('question.code', q)])),
    )
    .$if(pool !== null, (query) => query.where('question.pool', '=', pool ?? ''))
    .$if(state !== null, (query) => query.where('question.status', '=', state ?? ''))
    .$if(type !== null, (query) => query.where('version.type', '=', type ?? ''))
    .$if(topicId !== null, (query) => query.where('question.topic_id', '=', topicId ?? ''));
}

const sortColumns = {
  code: 'question.code',
  topic: 'topic.name',
  difficulty: 'version.difficulty',
} as const;

export type BankSort = keyof typeof sortColumns;

export interface BankPage extends BankFilter {
  sort: BankSort;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
}

export function countQuestions(db: Db, filter: BankFilter) {
  return filtered(db, filter).select((column) => column.fn.countAll<number>().as('total'));
}

export function questionsPage(db: Db, asked: BankPage) {
  return filtered(db, asked)
    .select([
      'question.id',
      'question.code',
      'question.pool',
      'question.status',
      'topic.name as topic',
      'version.type',
      'version.stem',
      'version.difficulty',
      'version.version',
    ])
    .orderBy(sortColumns[asked.sort], asked.direction)
    .orderBy('question.code')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize);
}

/** Ids of all that the filter shows, for the export. */
export function versionIds(db: Db, filter: BankFilter) {
  return filtered(db, filter).select(['question.id', 'version.id as version_id']).orderBy('question.code');
}

export function questionById(db: Db, id: string) {
  return db
    .selectFrom('question')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .selectAll('question')
    .select('topic.name as topic')
    .where('question.id', '=', id);
}

export function versionsOfQuestion(db: Db, questionId: string) {
  return db
    .selectFrom('question_version')
    .selectAll()
    .where('question_id', '=', questionId)
    .orderBy('version', 'desc');
}

export function questionsByIds(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('question')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .selectAll('question')
    .select('topic.name as topic')
    .where('question.id', 'in', ids);
}

/** Changes the state of a question; updates nothing when it is in it already. */
export function setState(db: Db, id: string, state: QuestionState) {
  return db.updateTable('question').set({ status: state }).where('id', '=', id).where('status', '!=', state);
}

export function topics(db: Db) {
  return db.selectFrom('topic').selectAll().orderBy('name');
}
