import type { QuestionOption } from '../question.ts';

export interface MarkRule {
  /** Marks of the question, in hundredths. */
  points: number;
  /** 多选: a correct subset earns half, rounded down to a hundredth. */
  halfForSubset: boolean;
}

/** A written key that was understood, or what is wrong with it. */
export type KeyReading = { ok: true; answerKey: string[] } | MisreadKey;

interface MisreadKey {
  ok: false;
  problem: string;
  suggestion: string;
}

/** One entry of the registry: all that the house knows about a type of question. */
export interface QuestionKind {
  /** 题型 as on screens and in templates. */
  word: string;
  /** Other words for it in files. */
  aliases: readonly string[];
  /** Several options may be chosen. */
  several: boolean;
  /** Options of a new question from the texts in its file. */
  optionsOf(texts: readonly string[]): QuestionOption[];
  /** What is wrong with the options; null when nothing is. */
  optionsFault(texts: readonly string[]): string | null;
  /** Reads the 答案 column against the options. */
  readKey(written: string, options: readonly QuestionOption[]): KeyReading;
  /** The key as the template writes it. */
  writeKey(answerKey: readonly string[]): string;
  /**
   * Marks in hundredths for the chosen option ids; nothing chosen earns nothing. Order and repetition mean nothing.
   */
  grade(answerKey: readonly string[], chosen: readonly string[], rule: MarkRule): number;
}
