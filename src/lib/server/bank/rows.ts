import { readOptions, writeOptions } from '#lib/domain/bank/content.ts';
import {
  audiencesOf,
  stemKey,
  type Difficulty,
  type Pool,
  type QuestionContent,
  type QuestionType,
} from '#lib/domain/bank/question.ts';
import type { FiledQuestion } from '#lib/domain/bank/sheet/plan.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import type { Citation } from '#lib/domain/statutes/citation.ts';
import type { BankTables } from '../db/schema/bank.ts';

export type VersionRow = BankTables['question_version'];
export type LawRow = BankTables['question_law'];

/** A version as other rooms read it. */
export interface QuestionVersion extends QuestionContent {
  id: string;
  questionId: string;
  version: number;
}

export function citationOf(row: Omit<LawRow, 'ordinal' | 'question_version_id'>): Citation {
  return {
    statuteTitle: row.statute_title,
    articleNumber: row.article_number,
    effectiveOn: row.effective_on,
  };
}

export function versionOf(row: VersionRow, laws: readonly LawRow[]): QuestionVersion {
  return {
    id: row.id,
    questionId: row.question_id,
    version: row.version,
    type: row.type as QuestionType,
    stem: row.stem,
    options: readOptions(row.options),
    answerKey: [...row.answer_key],
    explanation: row.explanation,
    difficulty: row.difficulty as Difficulty,
    laws: laws.filter((law) => law.question_version_id === row.id).map(citationOf),
  };
}

/** Columns of a version that follow from its content. */
export function contentColumns(content: QuestionContent) {
  return {
    type: content.type,
    stem: content.stem,
    stem_key: stemKey(content.stem),
    options: writeOptions(content.options),
    answer_key: content.answerKey.join(''),
    explanation: content.explanation,
    difficulty: content.difficulty,
  };
}

export function lawRowsOf(versionId: string, laws: readonly Citation[]): LawRow[] {
  return laws.map((law, index) => ({
    question_version_id: versionId,
    ordinal: index + 1,
    statute_title: law.statuteTitle,
    article_number: law.articleNumber,
    effective_on: law.effectiveOn,
  }));
}

/** A question as the draw sees it: no text, no key. */
export interface CandidateRow {
  questionId: string;
  versionId: string;
  type: QuestionType;
  topicId: string;
  difficulty: Difficulty;
  /** Plain titles of the laws that it cites, each once. */
  laws: string[];
  /** Classes of staff it is written for; empty for all. */
  audiences: string[];
}

export function candidateOf(
  row: {
    question_id: string;
    version_id: string;
    type: string;
    topic_id: string;
    difficulty: number;
    audience: string;
  },
  cited: readonly string[],
): CandidateRow {
  return {
    questionId: row.question_id,
    versionId: row.version_id,
    type: row.type as QuestionType,
    topicId: row.topic_id,
    difficulty: row.difficulty as Difficulty,
    laws: [...new Set(cited.map(plainTitle))],
    audiences: audiencesOf(row.audience),
  };
}

/** A question of the bank with its published version, as the import's queries read them. */
export function filedOf(
  row: {
    id: string;
    code: string;
    pool: string;
    audience: string;
    source: string;
    valid_until: string | null;
    topic: string;
  },
  { id: versionId, questionId: _, version, ...content }: QuestionVersion,
): FiledQuestion {
  const { code, topic, audience, source } = row;
  const filing = { code, topic, audience, source, pool: row.pool as Pool, validUntil: row.valid_until };
  return { id: row.id, versionId, version, question: { ...filing, ...content } };
}
