import { administratorHelp } from './help/administrator.ts';
import { attemptHelp } from './help/attempts.ts';
import { contentHelp } from './help/content.ts';
import { coordinatorHelp } from './help/coordinator.ts';
import { feedbackHelp } from './help/feedback.ts';
import { hoursHelp } from './help/hours.ts';
import { leaderHelp } from './help/leader.ts';
import { learnerHelp } from './help/learner.ts';
import { personHelp } from './help/person.ts';
import { reportHelp } from './help/report.ts';
import { visitorHelp } from './help/visitor.ts';

export interface Help {
  title: string;
  /** What the page is for. */
  purpose: string;
  /** The things people ask of it. */
  questions: { ask: string; answer: string }[];
}

/** All help by path without route groups. */
export const helpEntries: Record<string, Help> & { '/': Help } = {
  ...visitorHelp,
  ...learnerHelp,
  ...attemptHelp,
  ...personHelp,
  ...contentHelp,
  ...coordinatorHelp,
  ...hoursHelp,
  ...feedbackHelp,
  ...leaderHelp,
  ...reportHelp,
  ...administratorHelp,
};

/**
 * The help of a route; a page without its own has that of the nearest page above it, at last the general one.
 *
 * @param routeId as Kit names it, '/(manage)/manage/people/[id]', or a path.
 */
export function helpFor(routeId: string): Help {
  const parts = routeId.split('/').filter((part) => part !== '' && !part.startsWith('('));
  for (let length = parts.length; length > 0; length -= 1) {
    const found = helpEntries[`/${parts.slice(0, length).join('/')}`];
    if (found) return found;
  }
  return helpEntries['/'];
}

/** The name of a page as its help bears it; empty where neither it nor one above has help of its own. */
export function pageName(path: string): string {
  if (path === '') return '';
  const help = helpFor(path);
  return path === '/' || help !== helpEntries['/'] ? help.title : '';
}
