import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKeyLongest, skewsOf } from '#lib/domain/bank/skew.ts';
import { standardRows } from '#lib/domain/papers/standard.ts';
import { bestHabit } from '#lib/domain/bank/guessing.ts';
import { questionTypeNames, stemKey } from '#lib/domain/bank/question.ts';
import { gatherStatutes } from '#lib/domain/statutes/gather.ts';
import { parseStatuteFile } from '#lib/domain/statutes/parse.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import { questions } from './questions.ts';

const folder = join(process.env.XUEFA_SHARED ?? '../shared', 'statutes');
const isMissing = !existsSync(folder);
if (isMissing) console.info(`statutes are not at ${folder} (XUEFA_SHARED): citations are not checked`);

const ofPool = (pool: string) => questions.filter((question) => question.pool === pool);
const ofType = (type: string, among = questions) => among.filter((question) => question.type === type);
const share = (part: number, whole: number) => part / whole;

/** Articles in force by `title number day`. */
function articlesInForce(): Map<string, string> {
  const paths = globSync('current/**/*.md', { cwd: folder });
  const files = paths.map((path) => ({
    folder: dirname(path),
    name: basename(path),
    file: parseStatuteFile(readFileSync(join(folder, path), 'utf8')),
  }));
  return new Map(
    gatherStatutes(files).statutes.flatMap(({ title, effectiveOn, articles }) =>
      articles.map(({ number, body }) => [`${plainTitle(title)} ${number} ${effectiveOn}`, body]),
    ),
  );
}

function longestCommonRun(text: string, law: string): number {
  let best = 0;
  for (let start = 0; start + best < text.length; start += 1) {
    while (start + best < text.length && law.includes(text.slice(start, start + best + 1))) best += 1;
  }
  return best;
}

describe('the demo bank', () => {
  it('holds enough of every type for the exam, four or more for the check of every lesson, and some to practise', () => {
    const exam = ofPool('exam');
    for (const { type, count } of standardRows())
      expect(ofType(type, exam).length, type).toBeGreaterThanOrEqual(1.5 * count);
    for (const lesson of [1, 2, 3, 4]) {
      expect(ofPool('check').filter((question) => question.lesson === lesson).length).toBeGreaterThanOrEqual(4);
    }
    expect(ofPool('practice').length).toBeGreaterThanOrEqual(10);
    expect(questions.length).toBeGreaterThanOrEqual(60);
  });

  it('asks nothing twice, within a pool or across pools', () => {
    expect(new Set(questions.map(({ stem }) => stemKey(stem))).size).toBe(questions.length);
    expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length);
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
    for (const type of questionTypeNames) {
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

  it.skipIf(isMissing)('cites only articles that exist in the version that took effect on the day cited', () => {
    const articles = articlesInForce();
    const cited = questions.flatMap(({ laws }) =>
      laws.map(({ statuteTitle, articleNumber, effectiveOn }) => `${statuteTitle} ${articleNumber} ${effectiveOn}`),
    );
    expect(cited.filter((citation) => !articles.has(citation))).toEqual([]);
  });

  it.skipIf(isMissing)('says it in its own words: no run of 15 characters is the text of a cited article', () => {
    const articles = articlesInForce();
    for (const { code, stem, options, explanation, laws } of questions) {
      const law = laws.map((one) => articles.get(`${one.statuteTitle} ${one.articleNumber} ${one.effectiveOn}`));
      for (const text of [stem, explanation, ...options.map((option) => option.text)]) {
        expect(longestCommonRun(text, law.join('\n')), `${code} ${text}`).toBeLessThan(15);
      }
    }
  });
});
