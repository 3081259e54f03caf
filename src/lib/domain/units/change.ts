import { isDay, type Day } from '../shared/time.ts';

/** What stands against a change of a unit: the form's field and the sentence to show beside it. */
export type ChangeFault = [field: string, sentence: string];

/** 更名, 调整隶属, 撤销, 并入 */
export const unitChanges = { rename: '更名', move: '调整隶属', close: '撤销', merge: '并入' } as const;

export type UnitChangeKind = keyof typeof unitChanges;

export function isUnitChange(text: string): text is UnitChangeKind {
  return Object.hasOwn(unitChanges, text);
}

/** Days on which a change may begin: within the years still open, today at the latest, not before the unit stood. */
export interface ChangeDays {
  today: Day;
  /** First day of the first open plan year: past years keep their tree. */
  earliest: Day;
  /** First day of the unit. */
  since: Day;
}

export function changeDayFault(day: Day, { today, earliest, since }: ChangeDays): ChangeFault | null {
  if (!isDay(day)) return ['day', '请填写有效的日期。'];
  if (day < earliest) return ['day', `已结束年度的单位结构不再改动，请填 ${earliest} 或以后的日期。`];
  if (day < since) return ['day', `这个单位从 ${since} 起才设立，请填那一天或以后的日期。`];
  return day > today ? ['day', '请在变动生效之日或以后办理，日期不能晚于今天。'] : null;
}

export interface Placement {
  ancestorId: string;
  unitId: string;
  depth: number;
  from: Day;
  to: Day | null;
}

/**
 * Placements of a subtree below a new parent from a day on. `above`: the parent and all above it on that day (as rows of
 * the parent). `within`: rows of the moved unit with all below it, those that hold on the day or later.
 */
export function placementsBelow(
  above: readonly Pick<Placement, 'ancestorId' | 'depth'>[],
  within: readonly Omit<Placement, 'ancestorId'>[],
  day: Day,
): Placement[] {
  return within.flatMap((below) =>
    above.map((one) => ({
      ancestorId: one.ancestorId,
      unitId: below.unitId,
      depth: one.depth + 1 + below.depth,
      from: below.from > day ? below.from : day,
      to: below.to,
    })),
  );
}
