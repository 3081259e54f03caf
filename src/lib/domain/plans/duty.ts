import type { Day, Instant } from '../shared/time.ts';

/** Who asked for a course, why, and by when. */
export interface Asked {
  assignmentId: string;
  by: string;
  unitName: string;
  reason: string;
  dueOn: Day;
  /** When it was assigned: what was completed since counts, in whichever plan year. */
  since: Instant;
  /** The module as part of which the course was assigned. */
  moduleTitle: string | null;
}

/** A course that a person has to do (or may do) in a plan year, with everything that asks for it. */
export interface Duty {
  courseId: string;
  title: string;
  /** Required by a plan or assigned; else elective. */
  isRequired: boolean;
  /** Required by a plan, whoever assigned it besides. */
  isPlanned: boolean;
  /** Titles of the plans that list it. */
  plans: string[];
  assignments: Asked[];
  /** First due day of the assignments; null when only plans ask. */
  dueOn: Day | null;
}

export type Demand =
  | { kind: 'plan'; courseId: string; title: string; planTitle: string; isRequired: boolean }
  | { kind: 'assignment'; courseId: string; title: string; asked: Asked };

/**
 * One duty a course, however many plans and people ask for it: what is due first stands first, then what is required,
 * then by title.
 */
export function dutiesFrom(demands: readonly Demand[]): Duty[] {
  const duties = new Map<string, Duty>();
  for (const demand of demands) {
    const duty = duties.get(demand.courseId) ?? {
      courseId: demand.courseId,
      title: demand.title,
      isRequired: false,
      isPlanned: false,
      plans: [],
      assignments: [],
      dueOn: null,
    };
    duties.set(
      demand.courseId,
      demand.kind === 'plan' ? withPlan(duty, demand) : withAsked(duty, demand.asked),
    );
  }
  return [...duties.values()].sort(byUrgency);
}

function withPlan(duty: Duty, demand: { planTitle: string; isRequired: boolean }): Duty {
  return {
    ...duty,
    isRequired: duty.isRequired || demand.isRequired,
    isPlanned: duty.isPlanned || demand.isRequired,
    plans: [...new Set([...duty.plans, demand.planTitle])],
  };
}

function withAsked(duty: Duty, asked: Asked): Duty {
  const dueOn = duty.dueOn === null || asked.dueOn < duty.dueOn ? asked.dueOn : duty.dueOn;
  return { ...duty, isRequired: true, assignments: [...duty.assignments, asked], dueOn };
}

const LATE = '9999-12-31';

function byUrgency(a: Duty, b: Duty): number {
  const [dueA, dueB] = [a.dueOn ?? LATE, b.dueOn ?? LATE];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  if (a.isRequired !== b.isRequired) return a.isRequired ? -1 : 1;
  return a.title < b.title ? -1 : 1;
}

/** The moment since which a completion of another plan year does a duty; null where a plan asks for it in its own year. */
export function doneSince(duty: Duty): Instant | null {
  if (duty.isPlanned) return null;
  const [first] = duty.assignments.map((one) => one.since).sort();
  return first ?? null;
}
