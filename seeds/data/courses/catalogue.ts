import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { Citation } from '#lib/domain/statutes/citation.ts';
import { readQuestion, type SeedQuestion, type WrittenQuestion } from '../written.ts';

export interface LessonSeed {
  title: string;
  /** Markdown. */
  body: string;
  topic: string;
  laws: Citation[];
  /** Codes of the questions of its check. */
  questionCodes: string[];
  /** Minimum time set by the author; by the length of the text where absent. */
  setMinimumSeconds?: number;
}

export interface CourseSeed {
  /** Name of its folder. */
  slug: string;
  title: string;
  summary: string;
  /** Title of the learning module that it is a part of. */
  module: string;
  topics: string[];
  lessons: LessonSeed[];
  questions: SeedQuestion[];
}

/** The learning modules, in the order in which they are to be learned. */
export const moduleTitles = ['宪法法治与公职操守', '依法行政基本功'] as const;

/** State of the law that every lesson and question was written by. */
export const LAW_AS_OF = '2025年4月';

const text = v.pipe(v.string(), v.nonEmpty());
const courseFile = v.strictObject({
  title: text,
  summary: text,
  module: v.picklist(moduleTitles),
  topics: v.array(text),
  lessons: v.array(
    v.strictObject({
      title: text,
      file: v.pipe(text, v.endsWith('.md')),
      topic: text,
      laws: v.array(
        v.strictObject({ statuteTitle: text, articleNumber: text, effectiveOn: v.pipe(text, v.isoDate()) }),
      ),
    }),
  ),
});

function fileOf(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function readCourse(slug: string): CourseSeed {
  const { lessons, summary, ...course } = v.parse(courseFile, JSON.parse(fileOf(`${slug}/course.json`)));
  const written = JSON.parse(fileOf(`${slug}/questions.json`)) as WrittenQuestion[];
  const questions = written.map(readQuestion);
  const codesOf = (lesson: number) =>
    questions.filter((one) => one.pool === 'check' && one.lesson === lesson).map(({ code }) => code);
  return {
    ...{ slug, ...course, questions },
    summary: `${summary}内容按${LAW_AS_OF}有效的法律编写。`,
    lessons: lessons.map(({ file, ...lesson }, index) => ({
      ...{ ...lesson, body: fileOf(`${slug}/${file}`), questionCodes: codesOf(index + 1) },
    })),
  };
}

/** Every course that has a folder here, by module. */
export const catalogue: CourseSeed[] = globSync('*/course.json', { cwd: import.meta.dirname })
  .map((path) => readCourse(dirname(path)))
  .sort(
    (one, other) =>
      moduleTitles.findIndex((title) => title === one.module) -
        moduleTitles.findIndex((title) => title === other.module) || (one.slug < other.slug ? -1 : 1),
  );

/** The course of a folder. */
export function courseOf(slug: string): CourseSeed {
  const course = catalogue.find((one) => one.slug === slug);
  if (!course) throw new Error(`no course is called ${slug}`);
  return course;
}
