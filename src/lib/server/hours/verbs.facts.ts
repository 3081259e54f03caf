import type { FactOf } from '#lib/domain/facts/index.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { measureOf } from '#lib/domain/hours/rule.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { book, bookByRule, refill, ruleFor, takeBack } from './booking.ts';
import { carryOver } from './verbs.carry.ts';
import { standingOfSource } from './queries.ts';
import { entryOf } from './rows.ts';

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
  await bookByRule(act, { ...key, ledger: 'training' }, { measure, rule, origin });
}

/** A lesson's completion was taken back: what it entered goes, in both ledgers of that year. */
export async function onLessonReversed(act: Act, fact: FactOf<'lessonReversed'>): Promise<void> {
  const { personId, lessonId: sourceId, planYear, reason } = fact;
  await takeBackSource(act, { sourceKind: 'lesson', sourceId, personIds: [personId], planYear, reason });
}

/** A verified event enters its length for everybody who attended. */
export async function onAttendanceVerified(act: Act, fact: FactOf<'attendanceVerified'>): Promise<void> {
  const { planYear, eventId: sourceId } = fact;
  const rule = await ruleFor(act, 'event', fact.heldOn);
  const measure = measureOf(rule, { minutes: fact.minutes, span: fact.span });
  for (const personId of [...fact.personIds].sort()) {
    const key = { ledger: 'training', personId, planYear, sourceKind: 'event', sourceId } as const;
    await bookByRule(act, key, { measure, rule, origin: 'attendance' });
  }
}

/** A result of another system enters as awarded there, up to the year's cap; a make-up in January by its year's rule. */
export async function onOutsideResultEntered(act: Act, fact: FactOf<'outsideResultEntered'>): Promise<void> {
  const { ledger, personId, planYear, recordId: sourceId, completedOn } = fact;
  const key = { ledger, personId, planYear, sourceKind: 'import', sourceId } as const;
  const measure = { seconds: null, hundredths: fact.hundredths };
  if (ledger === 'credit') return book(act, key, { ...measure, ruleId: null, origin: 'import' });
  const yearsEnd = `${planYear}-12-31`;
  const rule = await ruleFor(act, 'import', completedOn < yearsEnd ? completedOn : yearsEnd);
  await bookByRule(act, key, { measure, rule, origin: 'import' });
}

/** A result of another system is taken back: its hours go. */
export async function onOutsideResultReturned(
  act: Act,
  fact: FactOf<'outsideResultReturned'>,
): Promise<void> {
  const { recordId: sourceId, personId, planYear, reason } = fact;
  await takeBackSource(act, { sourceKind: 'import', sourceId, personIds: [personId], planYear, reason });
}

/** An event was taken back, or somebody was not there after all: the hours go. */
export async function onAttendanceReversed(act: Act, fact: FactOf<'attendanceReversed'>): Promise<void> {
  const { eventId: sourceId, personIds, planYear, reason } = fact;
  await takeBackSource(act, { sourceKind: 'event', sourceId, personIds, planYear, reason });
}

/** A year that is over was mended: what it left over for the next one changes with it. */
export async function onHoursEntered(
  act: Act,
  fact: FactOf<'hoursEntered' | 'entryReversed'>,
): Promise<void> {
  if (fact.planYear < planYearOf(act.now)) await carryOver(act, fact);
}

export const onEntryReversed = onHoursEntered;

/** Somebody was released from what a year that is over asked of him, or no longer is. */
export async function onWaiverDecided(act: Act, fact: FactOf<'waiverDecided'>): Promise<void> {
  await carryAnew(act, fact);
}

/** A post or class of the year that is over was mended, and with it what that year asked. */
export async function onPostChanged(act: Act, fact: FactOf<'postChanged' | 'classChanged'>): Promise<void> {
  const planYear = planYearOf(act.now) - 1;
  if (fact.day <= `${planYear}-12-31`) await carryAnew(act, { personId: fact.personId, planYear });
}

export const onClassChanged = onPostChanged;

async function carryAnew(
  act: Act,
  { personId, planYear }: { personId: string; planYear: number },
): Promise<void> {
  if (planYear >= planYearOf(act.now)) return;
  for (const ledger of Object.keys(ledgers) as Ledger[]) await carryOver(act, { personId, planYear, ledger });
}

interface Source {
  sourceKind: 'lesson' | 'event' | 'claim' | 'import';
  sourceId: string;
  personIds: readonly string[];
  planYear: number;
  reason: string;
}

/** So many people are asked about in one statement. */
const CHUNK = 500;

/** Takes back all that stands of a source in a plan year for these people. */
export async function takeBackSource(act: Act, source: Source): Promise<void> {
  const { sourceKind, sourceId, planYear, reason } = source;
  const personIds = [...new Set(source.personIds)].sort();
  for (let at = 0; at < personIds.length; at += CHUNK) {
    const asked = { sourceKind, sourceId, personIds: personIds.slice(at, at + CHUNK) };
    const entries = (await standingOfSource(act.db, asked).execute()).map(entryOf);
    for (const entry of entries.filter((one) => one.planYear === planYear)) {
      await takeBack(act, entry, reason);
      await refill(act, entry);
    }
  }
}
