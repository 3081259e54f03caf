import type { ClassCode } from '#lib/domain/people/classes.ts';
import * as plans from '#lib/server/plans/index.ts';
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
