import { duty } from './duty.ts';
import { enforcement } from './enforcement.ts';
import { exam } from './exam.ts';
import { hours } from './hours.ts';
import { lacks } from './lacks.ts';
import { leaders } from './leaders.ts';
import { meetings } from './meetings.ts';
import { next } from './next.ts';
import { outreach } from './outreach.ts';
import type { DraftSection } from './section.ts';

/** The sections that are drafted, in the order of the published reports. */
export const draftSections: readonly DraftSection[] = [
  leaders,
  meetings,
  exam,
  hours,
  enforcement,
  outreach,
  duty,
  lacks,
  next,
];
