import { administratorRoles } from '#lib/domain/access/roles.ts';
import { firstSteps, type FirstStep } from '#lib/domain/inspection/firstSteps.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { findsAny, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.firstSteps.ts';

/** A step as its reader sees it: `isOwn` where he can do it himself. */
export interface ShownStep extends FirstStep {
  isOwn: boolean;
}

async function hasTask(db: Db): Promise<boolean> {
  return (await findsAny(q.assignments(db))) || findsAny(q.publishedPlans(db));
}

/** What the installation still needs before its people can learn; empty when it has everything. */
export async function readFirstSteps(act: Act): Promise<ShownStep[]> {
  access.require(act, 'inspection.firstSteps');
  const { db } = act;
  const counts = await q.coordinatorCounts(db, shanghaiDay(act.now)).executeTakeFirstOrThrow();
  const steps = firstSteps({
    hasUnits: await findsAny(q.unitsBelow(db)),
    hasPeople: await findsAny(q.staff(db, administratorRoles)),
    coordinators: Number(counts.named),
    signedInCoordinators: Number(counts.settled),
    hasRequirement: await findsAny(q.requirements(db, planYearOf(act.now))),
    hasQuestions: await findsAny(q.questions(db)),
    hasCourse: await findsAny(q.publishedLessons(db)),
    hasTask: await hasTask(db),
  });
  if (steps.every((one) => one.isDone)) return [];
  return steps.map((one) => ({ ...one, isOwn: access.unitsHeld(act, [one.role]).length > 0 }));
}
