import type { FactOf } from '#lib/domain/facts/index.ts';
import { measureOf } from '#lib/domain/hours/rule.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { book, ruleFor } from './booking.ts';

/** A completed lesson enters its 学分, and its study minutes unless it was tested out of and the rule says no. */
export async function onLessonCompleted(act: Act, fact: FactOf<'lessonCompleted'>): Promise<void> {
  const { personId, planYear, lessonId, origin } = fact;
  const key = { personId, planYear, sourceKind: 'lesson', sourceId: lessonId } as const;
  if (fact.creditHundredths > 0) {
    const points = { seconds: null, hundredths: fact.creditHundredths, ruleId: null, origin };
    await book(act, { ...key, ledger: 'credit' }, points);
  }
  const rule = await ruleFor(act, 'lesson', shanghaiDay(fact.completedAt));
  if (origin === 'testOut' && !rule.testOutCounts) return;
  const measure = measureOf(rule, { minutes: fact.studyMinutes, span: 'minutes' });
  await book(act, { ...key, ledger: 'training' }, { ...measure, ruleId: rule.id, origin });
}

/** A verified event enters its length for everybody who attended. */
export async function onAttendanceVerified(act: Act, fact: FactOf<'attendanceVerified'>): Promise<void> {
  const rule = await ruleFor(act, 'event', fact.heldOn);
  const measure = measureOf(rule, { minutes: fact.minutes, span: fact.span });
  for (const personId of fact.personIds) {
    await book(
      act,
      {
        ledger: 'training',
        personId,
        planYear: fact.planYear,
        sourceKind: 'event',
        sourceId: fact.eventId,
      },
      { ...measure, ruleId: rule.id, origin: 'attendance' },
    );
  }
}
