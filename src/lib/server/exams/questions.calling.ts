import { audienceFrom, firstList } from '#lib/domain/exams/audience.ts';
import { isClassCode } from '#lib/domain/people/classes.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import * as selections from '../selections/index.ts';
import { audienceOf } from './queries.exams.ts';
import type { Exam } from './questions.ts';

/** Everybody whom an exam's audience calls on its roster date, with the state in which he comes onto the list. */
export async function calledBy(db: Db, exam: Exam): Promise<ReturnType<typeof firstList>> {
  const audience = audienceFrom(await audienceOf(db, exam.id).execute());
  const unitIds = audience.unitIds.length > 0 ? audience.unitIds : [exam.unitId];
  const classes = audience.classCodes.filter(isClassCode);
  const called: people.RosterLine[] = [];
  for (const unitId of unitIds) {
    for (const classCode of classes.length > 0 ? classes : [undefined]) {
      called.push(...(await people.roster(db, { unitId, day: exam.rosterOn, classCode })));
    }
  }
  const then = await people.roster(db, { unitId: exam.unitId, day: shanghaiDay(exam.opensAt) });
  return firstList(called, {
    selected: await selectedBy(db, audience.selectionIds),
    stillThere: new Set(then.map((one) => one.personId)),
  });
}

async function selectedBy(db: Db, selectionIds: readonly string[]): Promise<Set<string> | null> {
  if (selectionIds.length === 0) return null;
  const lists = await Promise.all(selectionIds.map((id) => selections.selectionPeople(db, id)));
  return new Set(lists.flat().map((one) => one.personId));
}
