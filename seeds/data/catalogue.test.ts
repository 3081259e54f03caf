import { describe, expect, it } from 'vitest';
import { countCharacters } from '#lib/domain/courses/minutes.ts';
import { blocksOf } from '#lib/server/documents/markdown.ts';
import { catalogue, LAW_AS_OF, moduleTitles, type LessonSeed } from './courses/catalogue.ts';
import { hasLawBook, LawBook, longestCommonRun } from './lawBook.ts';
import { questions } from './questions.ts';

if (!hasLawBook) console.info('the statutes are not at XUEFA_SHARED: citations are not checked');

const lessons = catalogue.flatMap((course) => course.lessons.map((lesson) => ({ ...lesson, course })));
const textOf = ({ body }: LessonSeed) =>
  blocksOf(body)
    .map((block) => block.text)
    .join('');
/** Names of offices and documents alone reach this length; a sentence of the law is longer. */
const LONGEST_QUOTE = 32;
/** Law that has been revised since the day by which the catalogue is written. */
const REVISED_SINCE = ['治安管理处罚法', '网络安全法', '环境保护法'];

describe('the catalogue', () => {
  it('holds eight courses in two modules, four lessons each, with 240 questions and more', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(8);
    expect(new Set(catalogue.map((course) => course.module))).toEqual(new Set(moduleTitles));
    expect(lessons.length).toBeGreaterThanOrEqual(32);
    expect(questions.length).toBeGreaterThanOrEqual(240);
    for (const course of catalogue) expect(course.lessons.length, course.slug).toBe(4);
    expect(new Set(catalogue.map(({ title }) => title)).size).toBe(catalogue.length);
    expect(LAW_AS_OF).toBe('2025年4月');
  });

  it.each(lessons)('$course.slug: $title is read in a few minutes, four questions or more end it', (lesson) => {
    const characters = countCharacters(textOf(lesson));
    expect(characters).toBeGreaterThanOrEqual(600);
    expect(characters).toBeLessThanOrEqual(2000);
    expect(lesson.course.topics).toContain(lesson.topic);
    expect(lesson.questionCodes.length).toBeGreaterThanOrEqual(4);
  });

  it.each(lessons)('$course.slug: $title is tagged with the articles that it names', ({ body, laws }) => {
    const named = body.match(/第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十])?/gu) ?? [];
    expect(new Set(laws.map((law) => law.articleNumber))).toEqual(new Set(named));
    expect(laws.length).toBeGreaterThan(0);
  });

  it('files every question of a course under one of its topics, the checks under its lessons', () => {
    for (const course of catalogue) {
      for (const { code, topic, pool, lesson } of course.questions) {
        expect(course.topics, code).toContain(topic);
        expect(pool === 'check', code).toBe(lesson !== null);
        if (lesson !== null) expect(course.lessons[lesson - 1], code).toBeDefined();
      }
    }
  });

  it('cites nothing that has been revised since', () => {
    const cited = [...lessons, ...questions].flatMap(({ laws }) => laws.map((law) => law.statuteTitle));
    expect(cited.filter((title) => REVISED_SINCE.includes(title))).toEqual([]);
  });

  it.skipIf(!hasLawBook)('cites articles that took effect on the day cited (skipped without XUEFA_SHARED)', () => {
    expect(new LawBook().missing([...lessons, ...questions].flatMap(({ laws }) => laws))).toEqual([]);
  });

  it.skipIf(!hasLawBook)('says it in words of its own (skipped without XUEFA_SHARED)', () => {
    const book = new LawBook();
    const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    for (const lesson of lessons) {
      const law = bare(lesson.laws.map((one) => book.find(one)).join('\n'));
      expect(longestCommonRun(bare(textOf(lesson)), law), lesson.title).toBeLessThan(LONGEST_QUOTE);
    }
  });
});
