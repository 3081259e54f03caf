import { isSameStanding, standingKey, type Standing } from './standing.ts';

/** What a unit's counter counts, in people; `…Main` is the main window alone, without it the make-up is included. */
export const COUNTED = [
  'due',
  'exempt',
  'reached',
  'present',
  'passed',
  'excellent',
  'presentMain',
  'passedMain',
  'excellentMain',
] as const;

export type Counts = Record<(typeof COUNTED)[number], number>;

/** A counter is spread over so many rows, by person, so that writers of one unit seldom meet. */
export const SLOTS = 16;

/** Name of one counter row. `leadership` 1 counts the leadership group alone, 0 counts everybody. */
export interface CounterKey {
  unitId: string;
  planYear: number;
  requirementId: string;
  leadership: 0 | 1;
  slot: number;
}

export interface CounterChange extends CounterKey {
  counts: Counts;
}

/** Counts of nobody. */
export function noCounts(): Counts {
  return {
    due: 0,
    exempt: 0,
    reached: 0,
    present: 0,
    passed: 0,
    excellent: 0,
    presentMain: 0,
    passedMain: 0,
    excellentMain: 0,
  };
}

/** What one standing adds to each counter it touches. Who has reached is still due: reached/due is the rate. */
export function countsOf(standing: Standing): Counts {
  const one = (yes: boolean) => (yes ? 1 : 0);
  return {
    due: one(standing.state !== 'exempt'),
    exempt: one(standing.state === 'exempt'),
    reached: one(standing.state === 'reached'),
    present: one(standing.best.present),
    passed: one(standing.best.passed),
    excellent: one(standing.best.excellent),
    presentMain: one(standing.main.present),
    passedMain: one(standing.main.passed),
    excellentMain: one(standing.main.excellent),
  };
}

/** Slot of a person, 0 … 15: the last hexadecimal digit of his id, which is random in a UUIDv7. */
export function slotOf(personId: string): number {
  const last = personId.slice(-1);
  const digit = Number.parseInt(last, SLOTS);
  return Number.isNaN(digit) ? last.charCodeAt(0) % SLOTS : digit;
}

/** Sum of two counts, the second multiplied by `sign`. */
export function addCounts(a: Counts, b: Counts, sign: 1 | -1 = 1): Counts {
  const sum = noCounts();
  for (const name of COUNTED) sum[name] = a[name] + sign * b[name];
  return sum;
}

/**
 * What must be added to the counters when the standings of people turn from `before` into `after`.
 * Standings that stay as they are change nothing. Sorted by unit, then by the rest of the key, so that all writers
 * take the rows in one order.
 */
export function counterChanges(before: readonly Standing[], after: readonly Standing[]): CounterChange[] {
  const old = new Map(before.map((one) => [nameOf(one), one]));
  const gone = new Map(old);
  const changes = new Map<string, CounterChange>();
  for (const one of after) {
    const was = old.get(nameOf(one));
    gone.delete(nameOf(one));
    if (was && isSameStanding(was, one)) continue;
    if (was) spread(changes, was, -1);
    spread(changes, one, 1);
  }
  for (const one of gone.values()) spread(changes, one, -1);
  return [...changes.values()].filter(isChange).sort(byKey);
}

/** Text that names a counter row; sorts as the rows are taken. */
export function counterName(key: CounterKey): string {
  const slot = String(key.slot).padStart(2, '0');
  return `${key.unitId}|${key.planYear}|${key.requirementId}|${key.leadership}|${slot}`;
}

function spread(changes: Map<string, CounterChange>, standing: Standing, sign: 1 | -1): void {
  const groups: (0 | 1)[] = standing.leadership ? [0, 1] : [0];
  for (const unitId of standing.unitPath) {
    for (const leadership of groups) {
      const key: CounterKey = {
        unitId,
        planYear: standing.planYear,
        requirementId: standing.requirementId,
        leadership,
        slot: slotOf(standing.personId),
      };
      const name = counterName(key);
      const counts = changes.get(name)?.counts ?? noCounts();
      changes.set(name, { ...key, counts: addCounts(counts, countsOf(standing), sign) });
    }
  }
}

function isChange(change: CounterChange): boolean {
  return COUNTED.some((name) => change.counts[name] !== 0);
}

function byKey(a: CounterChange, b: CounterChange): number {
  const [left, right] = [counterName(a), counterName(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function nameOf(standing: Standing): string {
  return `${standing.personId}/${standingKey(standing)}`;
}
