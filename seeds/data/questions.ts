import type { Difficulty, Pool, Question, QuestionType } from '#lib/domain/bank/question.ts';
import { questionKinds } from '#lib/domain/bank/types/index.ts';
import type { Citation } from '#lib/domain/statutes/citation.ts';
import check from './questions/check.json' with { type: 'json' };
import exam from './questions/exam.json' with { type: 'json' };
import practice from './questions/practice.json' with { type: 'json' };

/** A question as its file has it; `answer` is written as in the import template. */
interface WrittenQuestion {
  code: string;
  pool: string;
  topic: string;
  /** Lesson of the course on 行政处罚法 (1–4) whose check it belongs to. */
  lesson?: number;
  type: string;
  difficulty: number;
  stem: string;
  options?: string[];
  answer: string;
  explanation: string;
  laws: Citation[];
}

export interface SeedQuestion extends Question {
  lesson: number | null;
}

function read(written: WrittenQuestion): SeedQuestion {
  const type = written.type as QuestionType;
  const options = questionKinds[type].optionsOf(written.options ?? []);
  const key = questionKinds[type].readKey(written.answer, options);
  if (!key.ok) throw new Error(`${written.code}: ${key.problem}`);
  const { code, topic, stem, explanation, laws, lesson = null } = written;
  const filing = { code, topic, pool: written.pool as Pool, audience: '', source: '示范题库', validUntil: null };
  const difficulty = written.difficulty as Difficulty;
  return { ...filing, lesson, type, stem, options, answerKey: key.answerKey, explanation, difficulty, laws };
}

/** The demo's bank, in our own words; each question cites the article that it applies. */
export const questions: SeedQuestion[] = [...exam, ...check, ...practice].map(read);
