import { accessPolicy } from './access.ts';
import { peoplePolicy } from './people.ts';
import { movementPolicy } from './movement.ts';
import { portalsPolicy } from './portals.ts';
import { rostersPolicy } from './rosters.ts';
import { selectionsPolicy } from './selections.ts';
import { unitsPolicy } from './units.ts';
import { papersPolicy } from './papers.ts';
import { examsPolicy } from './exams.ts';
import { exemptionsPolicy } from './exemptions.ts';
import { gradingPolicy } from './grading.ts';
import { practicePolicy } from './practice.ts';
import { statutesPolicy } from './statutes.ts';
import { bankPolicy } from './bank.ts';
import { coursesPolicy } from './courses.ts';
import { studyPolicy } from './study.ts';
import { completionPolicy } from './completion.ts';
import { figuresPolicy } from './figures.ts';
import { reportsPolicy } from './reports.ts';
import { certificatesPolicy } from './certificates.ts';
import { hoursPolicy } from './hours.ts';
import { plansPolicy } from './plans.ts';
import { eventsPolicy } from './events.ts';
import { feedbackPolicy } from './feedback.ts';
import { filesPolicy } from './files.ts';
import { importsPolicy } from './imports.ts';
import { inspectionPolicy } from './inspection.ts';
import { outsidePolicy } from './outside.ts';
import type { Policy } from './rule.ts';

/** Who may do what, in one table; each room's verbs stand in a file of its name. */
export const policy = {
  ...accessPolicy,
  ...portalsPolicy,
  ...unitsPolicy,
  ...peoplePolicy,
  ...selectionsPolicy,
  ...movementPolicy,
  ...rostersPolicy,
  ...statutesPolicy,
  ...bankPolicy,
  ...papersPolicy,
  ...examsPolicy,
  ...exemptionsPolicy,
  ...gradingPolicy,
  ...practicePolicy,
  ...coursesPolicy,
  ...studyPolicy,
  ...completionPolicy,
  ...figuresPolicy,
  ...reportsPolicy,
  ...certificatesPolicy,
  ...hoursPolicy,
  ...plansPolicy,
  ...eventsPolicy,
  ...filesPolicy,
  ...feedbackPolicy,
  ...importsPolicy,
  ...inspectionPolicy,
  ...outsidePolicy,
} as const satisfies Policy;

export type Verb = keyof typeof policy;
