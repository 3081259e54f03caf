import { addDays, addSeconds, daysBetween } from '#lib/domain/shared/time.ts';
import type { Rng } from '#lib/domain/shared/rng.ts';
import { beginLesson, studyLesson, testOut } from '../study.ts';
import type { Library } from './content.ts';
import { terms } from './plans.ts';
import { learningClock, learningDay } from './dayOf.ts';
import type { Member, World } from './world.ts';

/** Below this zeal somebody does not get through everything that is asked of him. */
const ENOUGH = 0.52;
/** Of his sittings so many he leaves to the last weeks who has no zeal at all. */
const LEFT_TO_THE_END = 0.45;
const LAST_WEEKS = 0.09;
/** Of lessons that one who knows his law could spare himself, so many are tested out. */
const TESTS_OUT = 0.2;

/** The lessons that the plans ask of somebody in a year, course by course; of nobody's plan what he reads for himself. */
function askedOf(world: World, library: Library, member: Member, planYear: number, rng: Rng): string[] {
  const own = terms.filter(({ classCode }) => member.classes.includes(classCode));
  const slugs = own.flatMap(({ courses: [last, present] }) => (planYear === world.year ? present : last));
  const read = slugs.length === 0 && rng() < member.zeal * 0.35 ? ['civil-code', 'constitution'] : slugs;
  return [...new Set(read)].flatMap((slug) => library.courses.get(slug)?.lessonIds ?? []);
}

/** How many of the lessons somebody gets through in the year. */
function donePart(member: Member, count: number, rng: Rng): number {
  const share = member.zeal >= ENOUGH ? 1 : member.zeal / ENOUGH;
  const missed = rng() < 0.07 ? 1 : 0;
  return Math.max(0, Math.round(count * share) - missed);
}

/** Enters what somebody reads of courses that were assigned to him, besides what his plans ask. */
export function readAssigned(
  world: World,
  library: Library,
  member: Member,
  assigned: { slugs: readonly string[]; season: Season },
): void {
  const { slugs, season } = assigned;
  const rng = world.rng(`assigned ${slugs.join()} ${member.name}`);
  const planned = new Set(askedOf(world, library, member, world.year, () => 1));
  const lessons = slugs
    .flatMap((slug) => library.courses.get(slug)?.lessonIds ?? [])
    .filter((lessonId) => !planned.has(lessonId));
  enterSittings(world, { member, lessons, season, rng });
}

interface Season {
  from: string;
  to: string;
}

/** Enters what everybody reads in both years: the eager early, the others towards the end. */
export function readThrough(world: World, library: Library): void {
  const { lastYear, year } = world;
  for (const member of world.members) {
    readYear(world, library, member, { from: `${lastYear}-05-08`, to: `${lastYear}-12-12` });
    if (member.name !== '陈思远')
      readYear(world, library, member, { from: `${year}-02-10`, to: `${year}-12-12` });
  }
  followLearner(world, library);
}

/** Enters what one person reads in a season of a plan year. */
export function readYear(world: World, library: Library, member: Member, season: Season): void {
  const planYear = Number(season.from.slice(0, 4));
  const rng = world.rng(`reading ${planYear} ${member.name}`);
  const asked = askedOf(world, library, member, planYear, rng);
  const lessons = asked.slice(0, donePart(member, asked.length, rng));
  enterSittings(world, { member, lessons, season, rng });
}

/** A sitting is a few lessons on end; the sittings of a year lie where his zeal puts them. */
function enterSittings(
  world: World,
  { member, lessons, season, rng }: { member: Member; lessons: string[]; season: Season; rng: Rng },
): void {
  const days = daysBetween(season.from, season.to);
  const begins = 0.5 * (1 - member.zeal) * rng();
  const width = Math.min(1 - begins, 0.25 + 0.75 * (1 - member.zeal) + 0.2 * rng());
  for (let at = 0; at < lessons.length;) {
    const some = lessons.slice(at, at + 1 + Math.floor(rng() * 3));
    const isLate = rng() < LEFT_TO_THE_END * (1 - member.zeal);
    const place = isLate ? 1 - LAST_WEEKS * rng() : begins + (width * (at + rng())) / lessons.length;
    const day = learningDay(addDays(season.from, Math.round(place * days)), rng);
    enterSitting(world, member, { lessons: some, day, clock: learningClock(rng), rng });
    at += some.length;
  }
}

function enterSitting(
  world: World,
  member: Member,
  { lessons, day, clock, rng }: { lessons: string[]; day: string; clock: string; rng: Rng },
): void {
  let after = 0;
  for (const lessonId of lessons) {
    const length = 4 + Math.floor(rng() * 360) / 60;
    const isTested = member.skill > 0.8 && rng() < TESTS_OUT;
    const begin = after;
    world.chronicle.enter(world.at(day, clock), async (now) => {
      if (!world.isThere(member, now)) return;
      const from = addSeconds(now, Math.round(begin * 60));
      if (isTested) await testOut(world.story, member, lessonId, from);
      else await studyLesson(world.story, member, { lessonId, from, minutes: length });
    });
    after += length + 2;
  }
}

/** 陈思远 has two lessons behind him and is in the middle of the third. */
function followLearner(world: World, library: Library): void {
  const [first, second, third] = library.courses.get('penalty-law')?.lessonIds ?? [];
  const learner = world.member('陈思远');
  for (const [lessonId, days, clock, minutes] of [
    [first, 40, '12:22', 12],
    [second, 38, '19:46', 9],
  ] as const) {
    world.on(world.story.daysAgo(days), clock, async (from) => {
      if (lessonId) await studyLesson(world.story, learner, { lessonId, from, minutes });
    });
  }
  world.chronicle.enter(world.at(world.story.daysAgo(1), '16:20'), async (now) => {
    if (third) await beginLesson(world.story, learner, third, now);
  });
}
