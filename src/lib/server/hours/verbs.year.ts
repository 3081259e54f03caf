import type { Ledger } from '#lib/domain/facts/study.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { totalHundredths } from '#lib/domain/hours/total.ts';
import { doneSince, type Duty } from '#lib/domain/plans/duty.ts';
import { asOfDay } from '#lib/domain/plans/years.ts';
import { classLabel } from '#lib/domain/people/classes.ts';
import { daysBetween, planYearOf, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { PublishedLesson } from '../courses/index.ts';
import * as people from '../people/index.ts';
import * as plans from '../plans/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import * as study from '../study/index.ts';
import { sums } from './queries.ts';
import { joined, ruleOnDay } from './questions.ts';
import { recentLines, type LedgerLine } from './verbs.ledger.ts';

/** How far one ledger is against what is asked of the person. */
export interface LedgerStanding {
  ledger: Ledger;
  totalHundredths: number;
  /** Null where nothing is asked. */
  targetHundredths: number | null;
  legalBasis: string | null;
  /** Shares by kind of source, each rounded by itself. */
  parts: { label: string; hundredths: number }[];
}

/** A course still to do, with its first open lesson. */
export interface NextCourse extends Duty {
  next: PublishedLesson;
  lessons: number;
  completed: number;
  isLate: boolean;
}

export interface MyYear {
  planYear: number;
  classes: string[];
  endsOn: Day;
  daysLeft: number;
  needsExam: boolean;
  minutesPerHour: number;
  standings: LedgerStanding[];
  /** Lessons of required and assigned courses that are not completed, and their declared study minutes. */
  remaining: { lessons: number; minutes: number };
  /** Courses still to do, required and due ones first. */
  courses: NextCourse[];
  /** The lesson that was read last and is not finished. */
  resume: study.LastOpened | null;
  recent: LedgerLine[];
}

const PART_LABELS: Record<string, string> = {
  lesson: '在线课程',
  event: '学法活动',
  claim: '申报学时',
  import: '外部成绩',
};

async function standingsOf(
  act: Act,
  asked: { personId: string; planYear: number },
  requirements: readonly plans.Requirement[],
): Promise<LedgerStanding[]> {
  const rows = await sums(act.db, asked).execute();
  return (Object.keys(ledgers) as Ledger[]).map((ledger) => {
    const own = rows.filter((row) => row.ledger === ledger);
    // A person of several classes has reached a ledger when he has reached the highest target.
    const [highest] = requirements
      .filter((one) => one.ledger === ledger && one.targetHundredths > 0)
      .sort((a, b) => b.targetHundredths - a.targetHundredths);
    const kinds = [...new Set(own.map((row) => row.source_kind))];
    const parts = kinds.map((kind) => ({
      label: PART_LABELS[kind] ?? kind,
      hundredths: totalHundredths(joined(own.filter((row) => row.source_kind === kind))),
    }));
    return {
      ledger,
      totalHundredths: totalHundredths(joined(own)),
      targetHundredths: highest?.targetHundredths ?? null,
      legalBasis: highest?.legalBasis ?? null,
      parts: parts.filter((part) => part.hundredths !== 0),
    };
  });
}

/** Courses of these duties that are not completed, with where each goes on. */
async function coursesToDo(
  act: Act,
  asked: { personId: string; planYear: number; day: Day },
  duties: readonly Duty[],
): Promise<{ courses: NextCourse[]; remaining: MyYear['remaining'] }> {
  const courseIds = duties.map((duty) => duty.courseId);
  const since = new Map(
    duties.flatMap((duty) => {
      const from = doneSince(duty);
      return from !== null && planYearOf(from) < asked.planYear ? [[duty.courseId, from] as const] : [];
    }),
  );
  const progress = await study.remainingOf(act.db, { ...asked, courseIds, since });
  const byCourse = new Map(progress.map((one) => [one.courseId, one]));
  const required = duties
    .filter((duty) => duty.isRequired)
    .flatMap((duty) => byCourse.get(duty.courseId)?.remaining ?? []);
  const courses = duties.flatMap((duty): NextCourse[] => {
    const seen = byCourse.get(duty.courseId);
    const [next] = seen?.remaining ?? [];
    if (!seen || !next) return [];
    const isLate = duty.dueOn !== null && duty.dueOn < asked.day;
    return [{ ...duty, next, lessons: seen.lessons, completed: seen.completed, isLate }];
  });
  const minutes = required.reduce((sum, lesson) => sum + lesson.studyMinutes, 0);
  return { courses, remaining: { lessons: required.length, minutes } };
}

/** What remains of the signed-in person's plan year (the current one unless told) and by when, where he stopped, and what was entered last. */
export async function myYear(act: Act, wanted?: number): Promise<MyYear> {
  access.require(act, 'hours.year');
  const { personId } = personOf(act);
  const planYear = wanted ?? planYearOf(act.now);
  const day = asOfDay(planYear, shanghaiDay(act.now));
  const asked = { personId, planYear, day };
  const { requirements, duties } = await plans.demandsOn(act.db, asked);
  const endsOn = `${planYear}-12-31`;
  return {
    planYear,
    classes: (await people.classesOn(act.db, personId, day)).map(classLabel),
    endsOn,
    daysLeft: daysBetween(day, endsOn),
    needsExam: requirements.some((one) => one.needsExam),
    minutesPerHour: (await ruleOnDay(act.db, 'lesson', day)).minutesPerHour,
    standings: await standingsOf(act, asked, requirements),
    ...(await coursesToDo(act, asked, duties)),
    resume: await study.lastOpened(act.db, personId, act.now),
    recent: await recentLines(act, { personId, planYear, limit: 5 }),
  };
}
