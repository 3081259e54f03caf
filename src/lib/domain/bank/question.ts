import type { Citation } from '../statutes/citation.ts';
import type { Day } from '../shared/time.ts';

export const questionTypeNames = ['single', 'multiple', 'judgement'] as const;
export type QuestionType = (typeof questionTypeNames)[number];

/** Pools are disjoint: what explains itself at once (check, practice) is never drawn for an exam. */
export const pools = ['check', 'practice', 'exam'] as const;
export type Pool = (typeof pools)[number];

export type Difficulty = 1 | 2 | 3;

export const poolWords: Record<Pool, string> = { check: '随堂测', practice: '练习', exam: '考试' };
export const difficultyWords: Record<Difficulty, string> = { 1: '易', 2: '中', 3: '难' };

export interface QuestionOption {
  /** Letter in the bank; never sent to a browser during an exam. `T` and `F` for a judgement. */
  id: string;
  text: string;
  /** Stays last when options are shuffled: 以上都对 and its like. */
  pinned: boolean;
}

/** What a version of a question says; a change makes the next version. */
export interface QuestionContent {
  type: QuestionType;
  stem: string;
  options: QuestionOption[];
  /** Ids of the right options, in the order of the options. */
  answerKey: string[];
  explanation: string;
  difficulty: Difficulty;
  laws: Citation[];
}

/** What is said of a question besides its content. */
export interface QuestionFiling {
  code: string;
  pool: Pool;
  topic: string;
  /** Classes of staff it is meant for, as written; empty for all. */
  audience: string;
  source: string;
  /** Last day on which it is drawn; null: no end. */
  validUntil: Day | null;
}

export type Question = QuestionFiling & QuestionContent;

export function isPool(text: string): text is Pool {
  return (pools as readonly string[]).includes(text);
}

/** The single classes of staff in what a question says of its audience; empty for all. */
export function audiencesOf(audience: string): string[] {
  return audience.split(/[、，,；;/\s]+/u).filter((word) => word !== '');
}

/** Stem by which the same question is found again: letters, digits and Chinese characters only. */
export function stemKey(stem: string): string {
  return stem
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
