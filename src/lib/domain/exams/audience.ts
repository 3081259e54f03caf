/** Whom an exam calls: of each kind any of the named, of different kinds all together. */
export interface Audience {
  /** Units, each with all below; at least the exam's own. */
  unitIds: string[];
  /** Classes of staff; empty: all. */
  classCodes: string[];
  /** Saved selections; empty: no list narrows the roster. */
  selectionIds: string[];
}

/** An audience of stored rows. */
export function audienceFrom(
  rows: readonly { kind: 'unit' | 'class' | 'selection'; ref: string }[],
): Audience {
  const refs = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.ref);
  return { unitIds: refs('unit'), classCodes: refs('class'), selectionIds: refs('selection') };
}

/**
 * Who is on the list on its first day: everybody called by the roster of the roster date, once, at his counting unit of
 * that day; who has no post below the exam's unit any more when the window opens has left before it.
 */
export function firstList(
  called: readonly { personId: string; unitId: string }[],
  asked: { selected: ReadonlySet<string> | null; stillThere: ReadonlySet<string> },
): { personId: string; unitId: string; state: 'due' | 'left' }[] {
  const once = new Map(called.map((one) => [one.personId, one]));
  return [...once.values()]
    .filter(({ personId }) => asked.selected === null || asked.selected.has(personId))
    .map(({ personId, unitId }) => {
      const state = asked.stillThere.has(personId) ? 'due' : 'left';
      return { personId, unitId, state };
    });
}

/** Said beside those whom the system itself marked as left; only these come back by themselves. */
export const LEFT_BEFORE = '考试开放前已不在组织范围内任职';
