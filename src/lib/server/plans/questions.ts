import { dutiesFrom, type Demand, type Duty } from '#lib/domain/plans/duty.ts';
import type { Db } from '../db/index.ts';
import { assignedCourses, plannedCourses, type PersonYear } from './queries.duties.ts';
import { askedOf, type AskedRequirement } from './questions.asked.ts';
import { waiversOf } from './questions.waivers.ts';

export interface Demands {
  /** As they hold for him: for joiners in the year, after releases. */
  requirements: AskedRequirement[];
  /** Courses of plans and assignments, what is due first before the rest; completed ones included. */
  duties: Duty[];
}

/** All that is asked of a person in a plan year, as his classes, plans and assignments stand on a day. */
export async function demandsOn(db: Db, asked: PersonYear): Promise<Demands> {
  return {
    requirements: await askedOf(db, asked),
    duties: dutiesFrom([...(await plannedDemands(db, asked)), ...(await assignedDemands(db, asked))]),
  };
}

/** Who is released from the whole of a plan's requirement may still take its courses, but none is required of him. */
async function plannedDemands(db: Db, asked: PersonYear): Promise<Demand[]> {
  const rows = await plannedCourses(db, asked).execute();
  const released = new Set(
    (await waiversOf(db, asked))
      .filter((one) => one.releasedHundredths === null)
      .map((one) => one.requirementId),
  );
  return rows.map((row) => ({
    kind: 'plan',
    courseId: row.id,
    title: row.title,
    planTitle: row.plan_title,
    isRequired: row.is_required === 1 && !released.has(row.requirement_id ?? ''),
  }));
}

async function assignedDemands(db: Db, asked: PersonYear): Promise<Demand[]> {
  const rows = await assignedCourses(db, asked).execute();
  return rows.map((row) => ({
    kind: 'assignment',
    courseId: row.id,
    title: row.title,
    asked: {
      assignmentId: row.assignment_id,
      by: row.assigned_by_name,
      unitName: row.unit_name,
      reason: row.reason,
      dueOn: row.due_on,
      since: row.assigned_at,
      moduleTitle: row.module_title,
    },
  }));
}
