import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countCharacters } from '#lib/domain/courses/minutes.ts';
import { blocksOf } from '#lib/server/documents/markdown.ts';
import { penaltyLawCourse } from './course.ts';

const shared = process.env['XUEFA_SHARED'] ?? '../shared';
const statute = join(shared, 'statutes/current/行政处罚法(2021-01-22).md');
const hasStatute = existsSync(statute);
const NUMBER = /第[一二三四五六七八九十百]+条/gu;

describe('the course on 行政处罚法', () => {
  it.each(penaltyLawCourse.lessons)('$title is read in a few minutes and cites what it says', ({ body, laws }) => {
    const text = blocksOf(body)
      .map((block) => block.text)
      .join('');
    expect(countCharacters(text)).toBeGreaterThanOrEqual(900);
    expect(countCharacters(text)).toBeLessThanOrEqual(1800);
    const tagged = new Set(laws.map((law) => law.articleNumber));
    expect(new Set(body.match(NUMBER))).toEqual(tagged);
  });

  it('has four questions for each check', () => {
    for (const lesson of penaltyLawCourse.lessons) expect(new Set(lesson.questionCodes).size).toBe(4);
  });

  it.skipIf(!hasStatute)('cites articles that exist, as they took effect (skipped without XUEFA_SHARED)', () => {
    const law = readFileSync(statute, 'utf8');
    const articles = new Set([...law.matchAll(/^(第[一二三四五六七八九十百]+条) /gmu)].map((match) => match[1]));
    expect(law).toContain('本法自2021年7月15日起施行');
    for (const { articleNumber, effectiveOn } of penaltyLawCourse.lessons.flatMap((lesson) => lesson.laws)) {
      expect(articles).toContain(articleNumber);
      expect(effectiveOn).toBe('2021-07-15');
    }
  });

  it.skipIf(!hasStatute)('says it in words of its own (skipped without XUEFA_SHARED)', () => {
    const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    const law = bare(readFileSync(statute, 'utf8'));
    const LONGEST = 32;
    for (const { body } of penaltyLawCourse.lessons) {
      const text = bare(body);
      for (let start = 0; start + LONGEST <= text.length; start += 1) {
        expect(law.includes(text.slice(start, start + LONGEST))).toBe(false);
      }
    }
  });
});
