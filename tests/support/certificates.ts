import { inTransaction } from '#lib/server/db/index.ts';
import { announce } from '#lib/server/facts/index.ts';
import { officer, standingUnit } from './people.ts';
import { publishedCourse } from './study.ts';
import type { World } from './world.ts';

/** 区 above 司法局 and 街道; 张敏 of the bureau has completed both lessons (50 and 20 minutes) of a course. */
export async function certified(world: World, planYear = 2026) {
  const districtId = await standingUnit(world, '云山区');
  const unitId = await standingUnit(world, '司法局', districtId);
  const besideId = await standingUnit(world, '东门街道', districtId);
  const { personId } = await officer(world, { name: '张敏', unitId });
  const course = await publishedCourse(world, { unitId, title: '行政处罚法', minutes: [50, 20] });
  const complete = (index: number, who = personId) =>
    inTransaction(world.system, (act) =>
      announce(act, {
        ...{ kind: 'lessonCompleted', completionId: `completion ${index}`, personId: who },
        ...(course.lessons[index] ?? { lessonId: '', lessonVersionId: '' }),
        ...{ planYear, completedAt: world.now, origin: 'check', revision: 1 },
        ...{ studyMinutes: index === 0 ? 50 : 20, creditHundredths: 50 },
      }),
    );
  await complete(0);
  await complete(1);
  const coordinating = (unit: string) => world.signedIn({ name: '林静', roles: { coordinator: unit } });
  return {
    ...{ districtId, unitId, besideId, personId, complete },
    owner: world.signedIn({ personId, name: '张敏' }),
    coordinator: coordinating(unitId),
    beside: coordinating(besideId),
    district: coordinating(districtId),
  };
}

/** The year's study certificate of a person. */
export const studyOf = (personId: string) => ({ personId, kind: 'study', planYear: 2026 }) as const;
