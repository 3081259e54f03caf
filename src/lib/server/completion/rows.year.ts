import type { JoinerRule } from '#lib/domain/plans/asked.ts';
import { examStanding, type Candidacy } from '#lib/domain/completion/exam.ts';
import { hoursStandings } from '#lib/domain/completion/hours.ts';
import { totalHundredths } from '#lib/domain/hours/total.ts';
import type { Placement, Standing } from '#lib/domain/completion/standing.ts';
import type { YearRows } from './queries.year.ts';

/** Rows by which the exam standings of persons in a year are judged. */
export type ExamRows = Pick<YearRows, 'candidacies' | 'attempts' | 'leaders'>;

/** Exam standings of persons in a year as its rows say; whom no roster has gives none. */
export function examStandingsFrom(
  { personIds, planYear }: { personIds: readonly string[]; planYear: number },
  rows: ExamRows,
): Standing[] {
  const candidacies = byPerson(rows.candidacies);
  const attempts = byPerson(rows.attempts);
  const leaders = byPerson(rows.leaders);
  return personIds.flatMap((personId) => {
    const leaderIn = new Set((leaders.get(personId) ?? []).map((one) => one.exam_id));
    const own = candidaciesOf(candidacies.get(personId) ?? [], attempts.get(personId) ?? [], leaderIn);
    return examStanding(personId, planYear, own) ?? [];
  });
}

/** Standings of persons in a year as its rows say, by person in the order given: hours, then the exam. */
export function standingsFrom(personIds: readonly string[], rows: YearRows): Standing[] {
  const places = byPerson(rows.places);
  const classes = byPerson(rows.classes);
  const classDays = byPerson(rows.classDays);
  const sums = byPerson(rows.sums);
  const releases = byPerson(rows.releases);
  const judged = examStandingsFrom({ personIds, planYear: rows.planYear }, rows);
  const exams = new Map(judged.map((one) => [one.personId, one]));
  const requirements = rows.requirements.map((one) => ({
    id: one.id,
    classCode: one.class_code,
    ledger: one.ledger,
    targetHundredths: one.target_hundredths,
    joiners: one.joiners as JoinerRule,
  }));
  return personIds.flatMap((personId) => {
    const classCodes = (classes.get(personId) ?? []).map((one) => one.class_code);
    const hours = hoursStandings({
      personId,
      planYear: rows.planYear,
      placement: placementOf(places.get(personId) ?? [], classCodes),
      classCodes,
      classDays: (classDays.get(personId) ?? []).map(daysOf),
      requirements,
      totals: totalsOf(sums.get(personId) ?? []),
      releases: (releases.get(personId) ?? []).map((one) => ({
        requirementId: one.requirement_id,
        releasedHundredths: one.released_hundredths,
      })),
    });
    const exam = exams.get(personId);
    return exam ? [...hours, exam] : hours;
  });
}

/** A class is held while both the post and the class at it are valid. */
function daysOf(row: YearRows['classDays'][number]) {
  const ends = [row.post_to, row.class_to].filter((day) => day !== null).sort();
  return {
    classCode: row.class_code,
    from: row.post_from > row.class_from ? row.post_from : row.class_from,
    to: ends[0] ?? null,
  };
}

function placementOf(places: YearRows['places'], classCodes: readonly string[]): Placement | null {
  if (places.length === 0) return null;
  return { unitPath: places.map((one) => one.ancestor_id), leadership: classCodes.includes('leadership') };
}

function totalsOf(sums: YearRows['sums']): Record<string, number> {
  const ledgers = [...new Set(sums.map((sum) => sum.ledger))];
  return Object.fromEntries(
    ledgers.map((ledger) => [
      ledger,
      totalHundredths(
        sums
          .filter((sum) => sum.ledger === ledger)
          .map((sum) => ({
            minutesPerHour: sum.minutes_per_hour,
            seconds: Number(sum.seconds ?? 0),
            hundredths: Number(sum.hundredths ?? 0),
          })),
      ),
    ]),
  );
}

function candidaciesOf(
  rows: YearRows['candidacies'],
  attempts: YearRows['attempts'],
  leaderIn: ReadonlySet<string>,
): Candidacy[] {
  const exams = new Map<string, YearRows['candidacies']>();
  for (const row of rows) exams.set(row.exam_id, [...(exams.get(row.exam_id) ?? []), row]);
  return [...exams.values()].flatMap(([first, ...above]) => {
    if (!first) return [];
    const unitPath = [first, ...above].map((row) => row.ancestor_id);
    return {
      examId: first.exam_id,
      rosterOn: first.roster_on,
      state: first.state,
      placement: { unitPath, leadership: leaderIn.has(first.exam_id) },
      passHundredths: first.pass_hundredths,
      excellentHundredths: first.excellent_hundredths,
      attempts: attempts
        .filter((one) => one.exam_id === first.exam_id)
        .map((one) => ({ sitting: one.kind, status: one.status, scoreHundredths: one.score_hundredths })),
    };
  });
}

function byPerson<Row extends { person_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(row);
    else groups.set(row.person_id, [row]);
  }
  return groups;
}
