import type { Db } from '../db/index.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { attempts, candidacies, leadersOnRoster } from './queries.exams.ts';
import { hoursRequirements, ledgerSums, releases } from './queries.hours.ts';
import { classDaysIn, classesOn, personsAfter, placesOn } from './queries.people.ts';

/** Persons, the year they are judged in, and the as-of day of posts and classes: today, or the year's last day. */
export interface YearOf {
  personIds: string[];
  planYear: number;
  day: Day;
}

/** Everything by which the standings of these persons in a year are judged; plain rows, fit for a worker. */
export async function yearRows(db: Db, { personIds, planYear, day }: YearOf) {
  return {
    planYear,
    places: await placesOn(db, { personIds, day }).execute(),
    classes: await classesOn(db, { personIds, day }).execute(),
    classDays: await classDaysIn(db, { personIds, planYear }).execute(),
    requirements: await hoursRequirements(db, { planYear, day }).execute(),
    sums: await ledgerSums(db, { personIds, planYear }).execute(),
    releases: await releases(db, { personIds, planYear }).execute(),
    candidacies: await candidacies(db, { personIds, planYear }).execute(),
    attempts: await attempts(db, { personIds, planYear }).execute(),
    leaders: await leadersOnRoster(db, { personIds, planYear }).execute(),
  };
}

export type YearRows = Awaited<ReturnType<typeof yearRows>>;

/** The next persons after an id with everything of several years, for recounting away from the answering thread. */
export async function nextPersons(
  db: Db,
  { after, limit, years }: { after: string; limit: number; years: { planYear: number; day: Day }[] },
): Promise<{ personIds: string[]; years: YearRows[] }> {
  const people = await personsAfter(db, { after, limit }).execute();
  const personIds = people.map((one) => one.id);
  const rows: YearRows[] = [];
  for (const year of personIds.length > 0 ? years : []) rows.push(await yearRows(db, { personIds, ...year }));
  return { personIds, years: rows };
}
