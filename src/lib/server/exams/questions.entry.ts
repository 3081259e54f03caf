import type { MissingEntry } from '#lib/domain/exams/entry.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as hours from '../hours/index.ts';
import * as plans from '../plans/index.ts';
import type { Act } from '../platform/act.ts';
import * as study from '../study/index.ts';
import type { Candidacy } from './rows.candidacy.ts';

/** What is missing before a candidate may begin: required lessons of his plans, or hours or points of a ledger. */
export async function missingEntry(act: Act, candidacy: Candidacy): Promise<MissingEntry> {
  const { personId, planYear, entry } = candidacy;
  const lessons = entry === 'lessons' ? await missingLessons(act, { personId, planYear }) : [];
  const { entryLedger: name, entryTargetHundredths: needsHundredths } = candidacy;
  if (entry !== 'credit' || name === null || needsHundredths === null) return { lessons, ledger: null };
  const totals = await hours.totalsOf(act.db, { personId, planYear });
  const hasHundredths = totals[name];
  const ledger = hasHundredths < needsHundredths ? { name, hasHundredths, needsHundredths } : null;
  return { lessons, ledger };
}

async function missingLessons(
  act: Act,
  asked: { personId: string; planYear: number },
): Promise<MissingEntry['lessons']> {
  const { personId, planYear } = asked;
  // A make-up in January asks for what was due when its plan year ended.
  const lastDay = `${planYear}-12-31`;
  const today = shanghaiDay(act.now);
  const day = today < lastDay ? today : lastDay;
  const { duties } = await plans.demandsOn(act.db, { personId, planYear, day });
  const required = duties.filter((duty) => duty.isPlanned);
  const courseIds = required.map((duty) => duty.courseId);
  const progress = await study.remainingOf(act.db, { personId, planYear, courseIds });
  return progress.flatMap((course, index) =>
    course.remaining.map(({ lessonId, title }) => ({
      ...{ lessonId, title },
      courseTitle: required[index]?.title ?? '',
    })),
  );
}
