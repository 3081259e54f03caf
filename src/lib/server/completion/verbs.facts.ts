import type { FactOf } from '#lib/domain/facts/index.ts';
import { asOfDay } from '#lib/domain/completion/year.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { askFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { examYear } from './queries.exams.ts';
import { requirementById } from './queries.hours.ts';
import { planYearsOf, recountOrOwe } from './verbs.owed.ts';
import { recount } from './verbs.recount.ts';
import { recountExams } from './verbs.recountExams.ts';

/** A person's ledger moved: he is judged anew in that year. */
export async function onHoursEntered(
  act: Act,
  fact: FactOf<'hoursEntered' | 'entryReversed'>,
): Promise<void> {
  await recount(act, [fact.personId], [fact.planYear]);
}

export const onEntryReversed = onHoursEntered;

/** Who has handed in is present, and passed or not: an attempt is graded in the transaction that closes it. */
export async function onAttemptGraded(act: Act, fact: FactOf<'attemptGraded'>): Promise<void> {
  await recountExams(act, { personIds: [fact.personId], planYear: fact.planYear });
}

export async function onAttemptsRegraded(act: Act, fact: FactOf<'attemptsRegraded'>): Promise<void> {
  const personIds = fact.attempts.map((one) => one.personId);
  await recountExams(act, { personIds, planYear: fact.planYear });
}

export async function onCandidateChanged(act: Act, fact: FactOf<'candidateChanged'>): Promise<void> {
  await recountInExam(act, fact.examId, fact.personId);
}

/** 免考 or 缓考 was approved, or taken back. */
export async function onExemptionDecided(act: Act, fact: FactOf<'exemptionDecided'>): Promise<void> {
  await recountInExam(act, fact.examId, fact.personId);
}

/** Somebody was released from a requirement, or no longer is. */
export async function onWaiverDecided(act: Act, fact: FactOf<'waiverDecided'>): Promise<void> {
  await recount(act, [fact.personId], [fact.planYear]);
}

/** A post or class began, changed or ended: every year not over on that day is judged anew. */
export async function onPostChanged(act: Act, fact: FactOf<'postChanged' | 'classChanged'>): Promise<void> {
  await recount(act, [fact.personId], await yearsFrom(act, fact.day));
}

/** People came in together: they are judged together. */
export async function onPeopleArrived(act: Act, fact: FactOf<'peopleArrived'>): Promise<void> {
  await recount(act, fact.personIds, await yearsFrom(act, fact.day));
}

export const onClassChanged = onPostChanged;

/** A unit has other units above it: whoever counts in it or below counts elsewhere above. */
export async function onUnitMoved(act: Act, fact: FactOf<'unitMoved'>): Promise<void> {
  await recountOrOwe(act, { unitId: fact.unitId }, { planYear: null, day: fact.day });
}

/** A new requirement concerns everybody of its class. */
export async function onRequirementPublished(act: Act, fact: FactOf<'requirementPublished'>): Promise<void> {
  const requirement = await requirementById(act.db, fact.requirementId).executeTakeFirstOrThrow();
  const day = asOfDay(fact.planYear, shanghaiDay(act.now));
  const { planYear } = fact;
  await recountOrOwe(act, { classCode: requirement.class_code, day }, { planYear, day });
}

async function recountInExam(act: Act, examId: string, personId: string): Promise<void> {
  const [exam] = await askFixed(act.db, examYear, examId);
  if (exam) await recountExams(act, { personIds: [personId], planYear: exam.plan_year });
}

function yearsFrom(act: Act, day: Day): Promise<number[]> {
  return planYearsOf(act, { planYear: null, day });
}
