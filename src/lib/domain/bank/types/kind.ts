import type { QuestionContent, QuestionOption } from '../question.ts';

export interface MarkRule {
  /** Marks of the question, in hundredths. */
  points: number;
  /** Where the type allows it (`half`), a correct part of the key earns half, rounded down to a hundredth. */
  halfForSubset: boolean;
}

/** A written key that was understood, or what is wrong with it. */
export type KeyReading = { ok: true; answerKey: string[] } | MisreadKey;

interface MisreadKey {
  ok: false;
  problem: string;
  suggestion: string;
}

/** What a habit or a statistic of keys looks at. */
export type Keyed = Pick<QuestionContent, 'answerKey' | 'options'>;

/** A way of answering without reading. */
export interface Habit {
  name: string;
  /** Ids of the options that it takes. */
  choose(question: Keyed): string[];
}

/** The row of a type in the import template, which tests take as its specimen too. */
export interface Example {
  stem: string;
  /** Texts of its options; none where the options are not written. */
  texts: readonly string[];
  answerKey: readonly string[];
}

/** One entry of the registry: all that the house knows about a type of question. */
export interface QuestionKind {
  /** 题型 as on screens and in templates. */
  word: string;
  /** Other words for it in files. */
  aliases: readonly string[];
  /** Several options may be chosen. */
  several: boolean;
  /** A correct part of the key may earn half, where the rule of the paper says so. */
  half: boolean;
  /** Options are written in files and called by letters; else they are the same for all and called by their words. */
  lettered: boolean;
  /** What to write under 答案, in a few words after the name of the type. */
  keyHint: string;
  /** Sentence for a key of the regrade that does not fit. */
  unfitKey: string;
  example: Example;
  /** Habits that the answer sheets sold on the web rely on (field study 4.2). */
  habits: readonly Habit[];
  /** Options of a new question from the texts in its file. */
  optionsOf(texts: readonly string[]): QuestionOption[];
  /** What is wrong with the options; null when nothing is. */
  optionsFault(texts: readonly string[]): string | null;
  /** Reads the 答案 column against the options. */
  readKey(written: string, options: readonly QuestionOption[]): KeyReading;
  /** Chinese sentences about keys of these questions, ten or more, that can be guessed. */
  skews(questions: readonly Keyed[]): string[];
  /** The key as the template writes it. */
  writeKey(answerKey: readonly string[]): string;
  /**
   * Marks in hundredths for the chosen option ids; nothing chosen earns nothing. Order and repetition mean nothing.
   */
  grade(answerKey: readonly string[], chosen: readonly string[], rule: MarkRule): number;
}
