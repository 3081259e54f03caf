import type { ClassCode } from '#lib/domain/people/classes.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as plans from '#lib/server/plans/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as selections from '#lib/server/selections/index.ts';
import { bases, basisOfOfficers } from '../legalBasis.ts';
import type { Library } from './content.ts';
import type { World } from './world.ts';

interface Terms {
  classCode: ClassCode;
  name: string;
  targetHundredths: number;
  /** Of a plan year. */
  legalBasis: (planYear: number) => string;
  /** Folders of its courses, by last year and this. */
  courses: [last: string[], present: string[]];
}

/** What is asked of each class in a year. */
export const terms: readonly Terms[] = [
  {
    ...{ classCode: 'enforcement', name: '行政执法人员', targetHundredths: 6000 },
    legalBasis: basisOfOfficers,
    courses: [
      ['penalty-law', 'licensing-coercion'],
      ['penalty-law', 'review-litigation'],
    ],
  },
  {
    ...{ classCode: 'section', name: '科级干部', targetHundredths: 3200 },
    legalBasis: () => bases.section,
    courses: [
      ['civil-servants', 'openness-decisions'],
      ['civil-code', 'security'],
    ],
  },
  {
    ...{ classCode: 'division', name: '处级领导干部', targetHundredths: 2000 },
    legalBasis: () => bases.division,
    courses: [
      ['constitution', 'openness-decisions'],
      ['constitution', 'security'],
    ],
  },
  {
    ...{ classCode: 'newcomer', name: '新进公务员', targetHundredths: 1600 },
    legalBasis: () => bases.newcomer,
    courses: [
      ['constitution', 'civil-servants'],
      ['constitution', 'civil-servants'],
    ],
  },
];

/** Ids of the requirements by `class year`. */
export type Requirements = Map<string, string>;

/** Requirements and plans of both years, each asked at the year's beginning; the catalogue came only in the first April. */
export function planYears(world: World, library: Library): Requirements {
  const requirements: Requirements = new Map();
  const { lastYear, year } = world;
  world.on(`${lastYear}-01-06`, '10:00', async (now) => {
    for (const one of terms) await require(world, requirements, one, { planYear: lastYear, now });
  });
  world.on(`${lastYear}-04-21`, '10:00', async (now) => {
    for (const one of terms) await plan(world, library, requirements, one, { planYear: lastYear, now });
  });
  world.onceBegun(`${year}-01-05`, '09:40', async (now) => {
    for (const one of terms) {
      await require(world, requirements, one, { planYear: year, now });
      await plan(world, library, requirements, one, { planYear: year, now });
    }
  });
  return requirements;
}

async function require(
  world: World,
  requirements: Requirements,
  { classCode, targetHundredths, legalBasis }: Terms,
  { planYear, now }: { planYear: number; now: string },
): Promise<void> {
  const { id } = await plans.publishRequirement(world.as('林静', now), {
    ...{ unitId: world.root, classCode, planYear, ledger: 'training', targetHundredths, needsExam: true },
    ...{ joiners: 'fromQuarter', validFrom: `${planYear}-01-01`, validTo: `${planYear}-12-31` },
    legalBasis: legalBasis(planYear),
  });
  requirements.set(`${classCode} ${planYear}`, id);
}

async function plan(
  world: World,
  library: Library,
  requirements: Requirements,
  { classCode, name, courses: [last, present] }: Terms,
  { planYear, now }: { planYear: number; now: string },
): Promise<void> {
  const slugs = planYear === world.year ? present : last;
  const act = world.as('林静', now);
  const { id } = await plans.createPlan(act, {
    ...{ unitId: world.root, planYear, title: `${planYear}年度${name}学习计划`, classCodes: [classCode] },
    requirementId: requirements.get(`${classCode} ${planYear}`) ?? null,
    requiredCourseIds: slugs.flatMap((slug) => library.courses.get(slug)?.courseId ?? []),
    electiveCourseIds: [],
  });
  await plans.publishPlan(act, id);
}

/** This year's assignments: by module to a saved list and to a street, and a course to named leaders, overdue for some. */
export function assignYear(world: World, library: Library): void {
  const { story, year, root } = world;
  const days = (count: number) => addDays(story.today, count);
  const past = (count: number, now: string) => laterOf(days(-count), shanghaiDay(now));
  world.on(story.daysAgo(120), '09:20', async (now) => {
    const act = world.as('林静', now);
    const rule = { classes: ['division'], levels: [], trades: [], statuses: ['active'] };
    const day = shanghaiDay(now);
    const { id: selectionId } = await selections.saveByRule(act, {
      ...{ unitId: root, name: `${year}年处级领导干部`, note: '任前和年度法治学习用', day, rule },
    });
    await byModule(act, library, '宪法法治与公职操守', {
      ...{ unitId: root, to: { kind: 'selection', selectionId }, dueOn: past(20, now) },
      reason: '区委法治建设议事协调机构年度安排：处级领导干部应知应会',
    });
  });
  world.on(story.daysAgo(40), '10:10', async (now) => {
    if (!world.has('石桥街道')) return;
    await byModule(world.as('林静', now), library, '依法行政基本功', {
      ...{ unitId: world.unit('石桥街道'), to: { kind: 'unit' }, dueOn: days(25) },
      reason: '赋权事项清单调整，街道工作人员补齐依法行政基本课',
    });
  });
  world.on(story.daysAgo(12), '09:30', async (now) => {
    const courseIds = [library.courses.get('penalty-law')?.courseId ?? ''];
    const personIds = ['高志远', '罗庆生', '冯雪琴'].map((name) => world.member(name).id);
    const reason = '区委法治建设议事协调机构要求：分管负责同志学习行政处罚法';
    const act = world.as('林静', now);
    const to = { kind: 'people' as const, personIds };
    await plans.assign(act, { courseIds, unitId: root, dueOn: days(18), reason, to });
    await plans.assign(act, {
      ...{ courseIds, unitId: world.unit('东门街道'), dueOn: days(18), to: { kind: 'unit' } },
      reason: '街道承接执法事项后的全员补课',
    });
  });
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

async function byModule(
  act: Act,
  library: Library,
  title: string,
  wish: Pick<plans.NewAssignment, 'unitId' | 'to' | 'dueOn' | 'reason'>,
): Promise<void> {
  const moduleId = library.modules.get(title);
  if (moduleId) await plans.assign(act, { ...wish, courseIds: [], moduleId });
}
