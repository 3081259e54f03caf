import type { CompiledQuery } from 'kysely';
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

type Query<Asked, Row> = (
  db: Db,
  asked: Asked,
) => { compile(): CompiledQuery<Row>; execute(): Promise<Row[]> };

/** How rows are asked for: by a statement built for the question, or by one that is compiled already. */
export type Ask = <Asked, Row>(db: Db, query: Query<Asked, Row>, asked: Asked) => Promise<Row[]>;

const built: Ask = (db, query, asked) => query(db, asked).execute();

/** Everything by which the standings of these persons in a year are judged; plain rows, fit for a worker. */
export async function yearRows(db: Db, { personIds, planYear, day }: YearOf, ask: Ask = built) {
  const [first, last] = [`${planYear}-01-01`, `${planYear}-12-31`];
  const listed = await ask(db, candidacies, { personIds, planYear });
  // Whom no roster has is not judged by what he sat: most of the year nobody is listed yet.
  const isListed = listed.length > 0;
  return {
    planYear,
    places: await ask(db, placesOn, { personIds, day }),
    classes: await ask(db, classesOn, { personIds, day }),
    classDays: await ask(db, classDaysIn, { personIds, first, last }),
    requirements: await ask(db, hoursRequirements, { planYear, day }),
    sums: await ask(db, ledgerSums, { personIds, planYear }),
    releases: await ask(db, releases, { personIds, planYear }),
    candidacies: listed,
    attempts: isListed ? await ask(db, attempts, { personIds, planYear }) : [],
    leaders: isListed ? await ask(db, leadersOnRoster, { personIds, planYear }) : [],
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
