import { readFileSync } from 'node:fs';
import type { Citation } from '#lib/domain/statutes/citation.ts';

export interface LessonSeed {
  title: string;
  /** Markdown. */
  body: string;
  laws: Citation[];
  /** Codes of questions of the pool `check`, see `seeds/data/questions/check.json`. */
  questionCodes: string[];
  /** Minimum time set by the author; by the length of the text where absent. */
  setMinimumSeconds?: number;
}

export interface CourseSeed {
  title: string;
  summary: string;
  lessons: LessonSeed[];
}

function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

/** Articles of the law as revised on 2021-01-22, in force since 2021-07-15. */
function articles(...numbers: string[]): Citation[] {
  return numbers.map((number) => ({
    statuteTitle: '行政处罚法',
    articleNumber: `第${number}条`,
    effectiveOn: '2021-07-15',
  }));
}

function codesOf(lesson: number): string[] {
  return ['D01', 'D02', 'X01', 'P01'].map((question) => `SC${lesson}-${question}`);
}

/** Four lessons on 行政处罚法 from an official's working day. */
export const penaltyLawCourse: CourseSeed = {
  title: '行政处罚法：从一张提示到一份决定',
  summary: '四个课时，跟着基层执法的四件小事，弄清什么是处罚、谁来处罚、怎样处罚、罚到什么程度。',
  lessons: [
    {
      title: '行政处罚的种类与设定',
      body: textOf('./1-kinds.md'),
      laws: articles('二', '五', '九', '十', '十一', '十二', '十三', '十四', '十六', '二十八', '三十八'),
      questionCodes: codesOf(1),
    },
    {
      title: '实施机关与管辖',
      body: textOf('./2-authority.md'),
      laws: articles(
        ...['十七', '十八', '十九', '二十', '二十一', '二十二', '二十三', '二十四', '二十五', '二十六', '二十七'],
        '三十八',
      ),
      questionCodes: codesOf(2),
    },
    {
      title: '程序与听证',
      body: textOf('./3-procedure.md'),
      laws: articles(
        ...['四十二', '四十三', '四十四', '四十五', '四十六', '四十七', '五十一', '五十二', '五十四', '五十五'],
        ...['五十六', '五十七', '五十八', '六十', '六十一', '六十二', '六十三', '六十四', '六十五', '八十五'],
      ),
      questionCodes: codesOf(3),
    },
    {
      title: '裁量、执行与法律责任',
      body: textOf('./4-discretion.md'),
      laws: articles(
        ...['五', '二十八', '二十九', '三十', '三十一', '三十二', '三十三', '三十四', '三十六', '三十七', '四十九'],
        ...['六十六', '六十七', '六十八', '六十九', '七十', '七十一', '七十二', '七十三', '七十四'],
        ...['七十六', '七十八', '七十九', '八十二', '八十三'],
      ),
      questionCodes: codesOf(4),
    },
  ],
};
