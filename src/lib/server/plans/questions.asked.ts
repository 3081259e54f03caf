import { afterReleases, heldSince, targetSince } from '#lib/domain/plans/asked.ts';
import { asOfDay } from '#lib/domain/plans/years.ts';
import { covers } from '#lib/domain/shared/interval.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import { requirementsFor } from './queries.duties.ts';
import { waiversOf } from './questions.waivers.ts';
import { requirementOf, type Requirement } from './rows.ts';

/** A requirement as it holds for one person: for joiners in the year and after approved releases. */
export interface AskedRequirement extends Requirement {
  /** What is asked of him, hundredths; 0 when he is released from all of it. */
  targetHundredths: number;
  /** What the requirement asks of who was there all year. */
  fullHundredths: number;
  /** First day of the year on which it concerned him. */
  since: Day;
  /** An approved release lowers or lifts it. */
  isReleased: boolean;
}

/** What a plan year asks of a person by the classes he holds on its day: several requirements stand side by side. */
export async function askedOf(
  db: Db,
  asked: { personId: string; planYear: number; day: Day },
): Promise<AskedRequirement[]> {
  const day = asOfDay(asked.planYear, asked.day);
  const { classes } = await people.historyOf(db, asked.personId);
  const classCodes = [...new Set(classes.filter((one) => covers(one, day)).map((one) => one.code))];
  if (classCodes.length === 0) return [];
  const rows = await requirementsFor(db, { planYear: asked.planYear, day, classCodes }).execute();
  const releases = await waiversOf(db, asked);
  return rows.map(requirementOf).map((requirement) => {
    const held = classes.filter((one) => one.code === requirement.classCode);
    const since = heldSince(held, asked.planYear) ?? day;
    const released = releases.filter((one) => one.requirementId === requirement.id);
    return {
      ...requirement,
      fullHundredths: requirement.targetHundredths,
      targetHundredths: afterReleases(
        targetSince(requirement, since),
        released.map((one) => one.releasedHundredths),
      ),
      since,
      isReleased: released.length > 0,
    };
  });
}
