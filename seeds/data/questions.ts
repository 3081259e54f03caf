import { catalogue, courseOf } from './courses/catalogue.ts';
import exam from './questions/exam.json' with { type: 'json' };
import practice from './questions/practice.json' with { type: 'json' };
import { readQuestion, type SeedQuestion, type WrittenQuestion } from './written.ts';

/** Questions that belong to no course of the catalogue. */
export const generalQuestions: SeedQuestion[] = ([...exam, ...practice] as WrittenQuestion[]).map(readQuestion);

/** Of one course and the general ones: enough for its checks, for practice and for an exam. */
export const fewQuestions: SeedQuestion[] = [...courseOf('penalty-law').questions, ...generalQuestions];

/** The demo's bank, in our own words; each question cites the article that it applies. */
export const questions: SeedQuestion[] = [
  ...catalogue.flatMap((course) => course.questions),
  ...generalQuestions,
];
