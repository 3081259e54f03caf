import { bestHabit } from './guessing.ts';
import { poolWords, pools, questionTypeNames, stemKey, type Pool, type QuestionContent } from './question.ts';
import { skewsOf } from './skew.ts';
import { questionKinds } from './types/index.ts';

/** A question as the check of the bank sees it. */
export type Checked = QuestionContent & { id: string; code: string; pool: Pool };

/** Something that makes the bank weaker, with the question that it is about where it is about one. */
export interface Finding {
  kind: 'skew' | 'twin' | 'law';
  sentence: string;
  question: { id: string; code: string } | null;
}

/** Signs in each pool that keys can be guessed. */
export function skewFindings(questions: readonly Checked[]): Finding[] {
  return pools.flatMap((pool) =>
    skewsOf(questions.filter((question) => question.pool === pool)).map(({ message }) => ({
      kind: 'skew' as const,
      sentence: `${poolWords[pool]}题库：${message}`,
      question: null,
    })),
  );
}

/**
 * Questions that ask the same: by the letters of their stems, or by equal options with an equal key. Where all
 * questions of a type have the same options, as judgements have, they are compared by stem alone.
 */
export function twinFindings(questions: readonly Checked[]): Finding[] {
  const first = new Map<string, Checked>();
  return questions.flatMap((question) => {
    const marks = [`stem ${stemKey(question.stem)}`];
    if (questionKinds[question.type].lettered) marks.push(`options ${optionsMark(question)}`);
    const twin = marks.map((mark) => first.get(mark)).find((one) => one !== undefined);
    for (const mark of marks) if (!first.has(mark)) first.set(mark, question);
    if (!twin) return [];
    const { id, code } = question;
    const sentence = `${code} 与 ${twin.code} 问的是同一件事（题干或者选项和答案相同）。`;
    return [{ kind: 'twin' as const, sentence, question: { id, code } }];
  });
}

function optionsMark({ type, options, answerKey }: Checked): string {
  const texts = options.map(({ id, text }) => `${stemKey(text)} ${answerKey.includes(id)}`).sort();
  return `${type} ${texts.join(' ')}`;
}

/** What answering by habit would earn in a pool, for each type that it has. */
export interface PoolGuess {
  pool: Pool;
  type: QuestionContent['type'];
  questions: number;
  habit: string;
  /** Share of the marks, in basis points. */
  basisPoints: number;
}

/** The best habit of each pool and type. */
export function guessesOf(questions: readonly Checked[]): PoolGuess[] {
  return pools.flatMap((pool) =>
    questionTypeNames.flatMap((type) => {
      const own = questions.filter((question) => question.pool === pool && question.type === type);
      const best = bestHabit(type, own);
      return best
        ? [{ pool, type, questions: own.length, habit: best.name, basisPoints: best.basisPoints }]
        : [];
    }),
  );
}
