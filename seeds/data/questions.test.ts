import { describe, expect, it } from 'vitest';
import { bestHabit } from '#lib/domain/bank/guessing.ts';
import { questionTypeNames, stemKey } from '#lib/domain/bank/question.ts';
import { skewsOf } from '#lib/domain/bank/skew.ts';
import { isKeyLongest } from '#lib/domain/bank/types/longest.ts';
import { standardRows } from '#lib/domain/papers/standard.ts';
import { catalogue } from './courses/catalogue.ts';
import { hasLawBook, LawBook, longestCommonRun } from './lawBook.ts';
import { likeness, shinglesOf } from './likeness.ts';
import { fewQuestions, questions } from './questions.ts';
import { demands, readQuestion, type SeedQuestion } from './written.ts';

/**
 * Of two questions that ask different things at most a third of their pairs of characters are the same (the stock
 * phrases of an exam); the same question put in other words keeps more than half of them.
 */
const ALIKE = 0.42;

const ofPool = (pool: string, among = questions) => among.filter((question) => question.pool === pool);
const ofType = (type: string, among = questions) => among.filter((question) => question.type === type);
const share = (part: number, whole: number) => part / whole;

function pairsAlike(among: readonly SeedQuestion[], least: number): string[] {
  const all = among.map((question) => ({ code: question.code, shingles: shinglesOf(question) }));
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const value = likeness(one.shingles, other.shingles);
      return value >= least ? [`${one.code} ${other.code} ${value.toFixed(2)}`] : [];
    }),
  );
}

describe('the demo bank', () => {
  it('holds enough of every type for the exam and some of every course to check, to practise and to ask', () => {
    for (const bank of [fewQuestions, questions]) {
      for (const { type, count } of standardRows()) {
        const ofExam = ofType(type, ofPool('exam', bank));
        expect(ofExam.length, type).toBeGreaterThanOrEqual(1.5 * count);
      }
    }
    for (const course of catalogue) {
      for (const [pool, least] of Object.entries({ check: 16, practice: 3, exam: 4 })) {
        expect(ofPool(pool, course.questions).length, `${course.slug} ${pool}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it('asks nothing twice, within a pool or across pools', () => {
    expect(new Set(questions.map(({ stem }) => stemKey(stem))).size).toBe(questions.length);
    expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length);
    expect(pairsAlike(questions, ALIKE)).toEqual([]);
  });

  it('would notice a question that comes again in other words', () => {
    const made = (code: string, stem: string, right: string) =>
      readQuestion({
        ...{ code, pool: 'exam', topic: '行政许可', type: 'single', difficulty: 1, stem, answer: 'A' },
        asks: 'application',
        ...{ options: [right, '十五日', '六十日', '三个月'], explanation: '', laws: [] },
      });
    const pair = [
      made('A', '小林收到一份餐饮经营的许可申请，材料不齐，应当在几日内一次告知需要补正的全部内容？', '五日'),
      made('B', '小周收到餐饮经营许可申请，发现材料不齐，应当在几日内一次告知需要补正的全部内容？', '五日内'),
    ];
    expect(pairsAlike(pair, ALIKE)).toHaveLength(1);
  });

  it('asks in every pool for application and distinction; at most a quarter only for a rule as such', () => {
    for (const { code, asks } of questions) expect(demands, code).toContain(asks);
    for (const pool of ['check', 'practice', 'exam']) {
      const asked = ofPool(pool);
      const recalling = asked.filter(({ asks }) => asks === 'recall').length;
      expect(share(recalling, asked.length), pool).toBeLessThanOrEqual(0.25);
      expect(asked.filter(({ asks }) => asks === 'distinction').length, pool).toBeGreaterThan(0);
    }
  });

  it('cannot be guessed from its keys', () => {
    const judgements = ofType('judgement');
    const right = share(judgements.filter(({ answerKey }) => answerKey[0] === 'T').length, judgements.length);
    expect(right).toBeGreaterThanOrEqual(0.45);
    expect(right).toBeLessThanOrEqual(0.55);
    const singles = ofType('single');
    for (const letter of ['A', 'B', 'C', 'D']) {
      const keyed = singles.filter(({ answerKey }) => answerKey[0] === letter).length;
      expect(share(keyed, singles.length)).toBeLessThanOrEqual(0.3);
    }
    const multiples = ofType('multiple');
    for (const count of [2, 3, 4]) {
      const keyed = multiples.filter(({ answerKey }) => answerKey.length === count).length;
      expect(share(keyed, multiples.length)).toBeGreaterThanOrEqual(0.2);
    }
    // Of four options the longest is the right one in a quarter of the questions by chance.
    expect(share(singles.filter(isKeyLongest).length, singles.length)).toBeLessThanOrEqual(0.25);
    expect(skewsOf(questions)).toEqual([]);
    for (const type of questionTypeNames.filter((name) => ofType(name).length > 0)) {
      // Answering by the best of the known habits stays well below the pass line of 60 %.
      expect(bestHabit(type, questions)?.basisPoints, type).toBeLessThanOrEqual(5500);
    }
  });

  it('explains itself and cites an article', () => {
    for (const question of questions) {
      expect(question.explanation.length, question.code).toBeGreaterThan(30);
      expect(question.laws.length, question.code).toBeGreaterThan(0);
      // Options are shuffled: an explanation that names a letter would name another option.
      expect(question.explanation, question.code).not.toMatch(/[A-F]/u);
    }
  });

  it.skipIf(!hasLawBook)('says it in its own words: no run of 15 characters is the text of a cited article', () => {
    const book = new LawBook();
    for (const { code, stem, options, explanation, laws } of questions) {
      const law = laws.map((one) => book.find(one)).join('\n');
      for (const text of [stem, explanation, ...options.map((option) => option.text)]) {
        expect(longestCommonRun(text, law), `${code} ${text}`).toBeLessThan(15);
      }
    }
  });
});
