import type { Rng } from '#lib/domain/shared/rng.ts';
import {
  addDays,
  addSeconds,
  daysBetween,
  shanghaiDay,
  type Day,
  type Instant,
} from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import { sitExam, type Answered, type Met } from '../study.ts';
import { learningClock, learningDay, officeClock } from './dayOf.ts';
import type { Member, World } from './world.ts';

const PASS = 6000;
const ATTEMPTS = 3;
/** Of those without zeal so many come in the last days of a window. */
const AT_THE_END = 0.4;
const LAST_DAYS = 0.12;

interface Window {
  opens: Day;
  closes: Day;
  /** On the clock of its first day. */
  from: string;
}

export interface ExamYear {
  planYear: number;
  roster: Day;
  /** When it is set and published, on its roster day. */
  set: Instant;
  main: Window;
  makeup: (Window & { arranged: Day }) | null;
  /** Told when its list stands: who is away or busy is then released by others. */
  published?: (examId: string, closes: Day, now: Instant) => void;
}

/** Last year's exam, over with its make-up, and this year's, open today. */
export function examYears(world: World): [past: ExamYear, present: ExamYear] {
  const { lastYear, year, story } = world;
  const roster = `${lastYear}-11-05`;
  const past: ExamYear = {
    ...{ planYear: lastYear, roster, set: world.at(roster, '10:00') },
    main: { opens: `${lastYear}-11-12`, closes: `${lastYear}-12-12`, from: '09:00' },
    makeup: {
      ...{ arranged: `${lastYear}-12-14`, from: '09:00' },
      ...{ opens: `${lastYear}-12-16`, closes: `${lastYear}-12-22` },
    },
  };
  const closes = addDays(story.today, 33);
  const usual: ExamYear = {
    ...{ planYear: year, roster: story.daysAgo(24), set: world.at(story.daysAgo(24), '10:00'), makeup: null },
    main: { opens: story.daysAgo(17), closes, from: '09:00' },
  };
  if (story.daysAgo(17) < story.today) return [past, usual];
  const first = `${year}-01-01`;
  const begun = { roster: first, set: world.begun, main: { opens: first, closes, from: '00:10' } };
  return [past, { ...usual, ...begun }];
}

/** Enters an exam: set and published on its roster day, sat through its window, with the make-up where there is one. */
export function examine(world: World, exam: ExamYear): void {
  world.chronicle.enter(exam.set, async (now) => {
    const examId = await set(world, exam, now);
    exam.published?.(examId, exam.main.closes, now);
    const due = await world.story.db
      .selectFrom('exam_candidate')
      .select('person_id')
      .where('exam_id', '=', examId)
      .where('state', '=', 'due')
      .execute();
    for (const { person_id: id } of due) {
      const member = world.members.find((one) => one.id === id);
      if (member) enterCandidate(world, { exam, examId, member });
    }
    if (exam.makeup) arrangeMakeup(world, examId, exam.makeup);
  });
}

async function set(world: World, exam: ExamYear, now: Instant): Promise<string> {
  const act = world.as('林静', now);
  const { planYear, main, roster } = exam;
  const title = `${planYear}年度学法考试组卷方案`;
  const blueprintId = await papers.create(act, { unitId: world.root, title });
  const examId = await exams.create(act, {
    ...{ unitId: world.root, title: `${planYear}年度国家工作人员学法考试`, planYear, blueprintId },
    ...{ rosterOn: roster, entry: 'none', durationMinutes: 60, attemptsAllowed: ATTEMPTS },
    ...{ passHundredths: PASS, excellentHundredths: 9000 },
    ...{ opensAt: world.at(main.opens, main.from), closesAt: world.at(main.closes, '18:00') },
  });
  await exams.publish(act, examId);
  return examId;
}

function arrangeMakeup(world: World, examId: string, makeup: Window & { arranged: Day }): void {
  world.on(makeup.arranged, '09:30', async (now) => {
    await exams.arrangeMakeup(world.as('林静', now), {
      ...{ examId, attemptsAllowed: 2, admits: 'unpassed' },
      ...{ opensAt: world.at(makeup.opens, makeup.from), closesAt: world.at(makeup.closes, '18:00') },
    });
  });
}

interface Candidate {
  exam: ExamYear;
  examId: string;
  member: Member;
}

/** How somebody with this knowledge answers: errors here and there, more of them the less he knows. */
function knowing(skill: number, rng: Rng): (met: Met) => Answered {
  const errs = Math.max(0.015, 0.6 * (1 - skill) ** 1.1 + 0.05 * (rng() - 0.5));
  return () => (rng() < errs ? 'wrong' : 'right');
}

function enterCandidate(world: World, { exam, examId, member }: Candidate): void {
  if (member.name === '陈思远' && exam.planYear === world.year) return;
  const rng = world.rng(`exam ${exam.planYear} ${member.name}`);
  const stays = rng() < 0.5 * (1 - member.zeal) ** 2;
  if (!stays) enterAttempt(world, { exam, examId, member }, { window: exam.main, number: 1, rng });
  else if (exam.makeup && rng() < 0.45)
    enterAttempt(world, { exam, examId, member }, { window: exam.makeup, number: 1, rng });
}

/** One more try in a window, on a day that his zeal puts early or late; who fails comes again, there or to the make-up. */
function enterAttempt(
  world: World,
  candidate: Candidate,
  { window, number, rng }: { window: Window; number: number; rng: Rng },
): void {
  const { exam, examId, member } = candidate;
  const days = daysBetween(window.opens, window.closes);
  const isLast = rng() < AT_THE_END * (1 - member.zeal);
  // The zealous come in the first weeks.
  const late = isLast ? 1 - LAST_DAYS * rng() : rng() ** (0.55 + 1.3 * member.zeal);
  const day = earlierOf(learningDay(addDays(window.opens, Math.floor(late * days)), rng), window.closes);
  // A window closes in the evening of its last day, and opens in the morning of its first.
  const isEdge = day === window.closes || day === window.opens;
  const clock = isEdge ? officeClock(rng) : learningClock(rng);
  const skill = Math.min(1, member.skill + 0.22 * (number - 1));
  const isUnfinished = number === 1 && rng() < 0.012;
  const isBlank = isUnfinished && rng() < 0.4;
  const answers = knowing(skill, rng);
  world.chronicle.enter(world.at(day, clock), async (from) => {
    if (!world.isThere(member, from) || !(await isAdmitted(world, candidate, window, from))) return;
    const score = await sitExam(world.story, member, {
      ...{ examId, from, minutes: 22 + Math.floor(rng() * 1800) / 60, isUnfinished },
      answers: isBlank ? () => 'blank' : answers,
    });
    if (score === null || score >= PASS || number >= ATTEMPTS || rng() > 0.8) return;
    const next = addDays(shanghaiDay(from), 2);
    if (next < window.closes)
      enterAttempt(world, candidate, { window: { ...window, opens: next }, number: number + 1, rng });
    else if (exam.makeup && window === exam.main)
      enterAttempt(world, candidate, { window: exam.makeup, number: 1, rng });
  });
}

function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** Released meanwhile, put off to the make-up, or gone: then he does not come on this day. */
async function isAdmitted(
  world: World,
  { exam, examId, member }: Candidate,
  window: Window,
  now: Instant,
): Promise<boolean> {
  const row = await world.story.db
    .selectFrom('exam_candidate')
    .select(['state', 'deferred'])
    .where('exam_id', '=', examId)
    .where('person_id', '=', member.id)
    .executeTakeFirst();
  if (row?.state !== 'due' || shanghaiDay(addSeconds(now, 3600)) > window.closes) return false;
  return row.deferred === 0 || window === exam.makeup;
}
