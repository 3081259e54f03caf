import type { FigureDefinition } from '../figure.ts';
import { averageHours } from './averageHours.ts';
import { blankPapers } from './blankPapers.ts';
import { centralGroup } from './centralGroup.ts';
import { courseCompletion } from './courseCompletion.ts';
import { due } from './due.ts';
import { enforcementForum } from './enforcementForum.ts';
import { excellence } from './excellence.ts';
import { firstTopic } from './firstTopic.ts';
import { hoursReached } from './hoursReached.ts';
import { lawLectures } from './lawLectures.ts';
import { leadersStudy } from './leadersStudy.ts';
import { outreachAttendances } from './outreachAttendances.ts';
import { outreachSessions } from './outreachSessions.ts';
import { participation } from './participation.ts';
import { partyMeetings } from './partyMeetings.ts';
import { passing } from './passing.ts';
import { present } from './present.ts';
import { sharings } from './sharings.ts';
import { studyEvents } from './studyEvents.ts';
import { thematicStudy } from './thematicStudy.ts';
import { trainings } from './trainings.ts';

/** Every figure that the system can prove, by key. Its rows are asked by `server/figures/queries.<key>.ts`. */
export const figures = {
  due,
  present,
  participation,
  passing,
  excellence,
  blankPapers,
  hoursReached,
  averageHours,
  courseCompletion,
  firstTopic,
  centralGroup,
  thematicStudy,
  leadersStudy,
  partyMeetings,
  enforcementForum,
  lawLectures,
  trainings,
  sharings,
  studyEvents,
  outreachSessions,
  outreachAttendances,
} as const satisfies Record<string, FigureDefinition>;

export type FigureKey = keyof typeof figures;

/** Keys in the order in which they are listed. */
export const figureKeys = Object.keys(figures) as FigureKey[];

/** True for the key of a figure. */
export function isFigureKey(text: string): text is FigureKey {
  return Object.hasOwn(figures, text);
}
