import * as platform from './001-platform.ts';
import * as audit from './010-audit.ts';
import * as access from './020-access.ts';
import * as units from './040-unit.ts';
import * as unitClosure from './041-unit-closure.ts';
import * as importBatches from './050-import-batch.ts';
import * as persons from './051-person.ts';
import * as posts from './052-post.ts';
import * as courses from './080-course.ts';
import * as lessons from './081-lesson.ts';
import * as lessonVersions from './082-lesson-version.ts';
import * as lessonTies from './083-lesson-ties.ts';
import * as openings from './100-opening.ts';
import * as checkAttempts from './101-check-attempt.ts';
import * as lessonCompletions from './102-lesson-completion.ts';
import * as papers from './130-papers.ts';
import * as exams from './140-exams.ts';
import * as attempts from './141-attempts.ts';
import * as allowances from './142-allowances.ts';
import * as grading from './150-grading.ts';
import type { Migration } from './step.ts';

/** All steps in the order in which they run. A released step is never changed, only followed. */
export const migrations: Migration[] = [
  { name: '001-platform', up: platform.up },
  { name: '010-audit', up: audit.up },
  { name: '020-access', up: access.up },
  { name: '040-unit', up: units.up },
  { name: '041-unit-closure', up: unitClosure.up },
  { name: '050-import-batch', up: importBatches.up },
  { name: '051-person', up: persons.up },
  { name: '052-post', up: posts.up },
  { name: '080-course', up: courses.up },
  { name: '081-lesson', up: lessons.up },
  { name: '082-lesson-version', up: lessonVersions.up },
  { name: '083-lesson-ties', up: lessonTies.up },
  { name: '100-opening', up: openings.up },
  { name: '101-check-attempt', up: checkAttempts.up },
  { name: '102-lesson-completion', up: lessonCompletions.up },
  { name: '130-papers', up: papers.up },
  { name: '140-exams', up: exams.up },
  { name: '141-attempts', up: attempts.up },
  { name: '142-allowances', up: allowances.up },
  { name: '150-grading', up: grading.up },
];
