import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, counterChanges, counterName, noCounts, slotOf, SLOTS, type Counts } from './counters.ts';
import { NO_MARKS, type Standing } from './standing.ts';

const marks = fc.constantFrom(
  NO_MARKS,
  { present: true, passed: false, excellent: false },
  { present: true, passed: true, excellent: false },
  { present: true, passed: true, excellent: true },
);

const standing: fc.Arbitrary<Standing> = fc.record({
  personId: fc.constantFrom('0a1', '0a2', '0af', 'zz'),
  planYear: fc.constantFrom(2025, 2026),
  requirementId: fc.constantFrom('exam', 'hours', 'r1'),
  unitPath: fc.constantFrom(['a', 'root'], ['b', 'root'], ['c', 'b', 'root'], ['root']),
  leadership: fc.boolean(),
  state: fc.constantFrom('due', 'reached', 'exempt'),
  main: marks,
  best: marks,
});

const standings = fc.uniqueArray(standing, {
  maxLength: 12,
  selector: (one) => `${one.personId}/${one.planYear}/${one.requirementId}`,
});

function totals(
  changes: ReturnType<typeof counterChanges>,
  into = new Map<string, Counts>(),
): Map<string, Counts> {
  for (const change of changes) {
    const name = counterName(change);
    into.set(name, addCounts(into.get(name) ?? noCounts(), change.counts));
  }
  return into;
}

function withoutEmpty(counts: Map<string, Counts>): Map<string, Counts> {
  return new Map([...counts].filter(([, one]) => Object.values(one).some((count) => count !== 0)).sort());
}

describe('counters kept by differences', () => {
  it('equal a recount after any history', () => {
    fc.assert(
      fc.property(fc.array(standings, { maxLength: 6 }), (history) => {
        const kept = new Map<string, Counts>();
        let before: Standing[] = [];
        for (const after of history) {
          totals(counterChanges(before, after), kept);
          before = after;
        }
        expect(withoutEmpty(kept)).toEqual(withoutEmpty(totals(counterChanges([], before))));
      }),
    );
  });

  it('change nothing when no standing does', () => {
    fc.assert(
      fc.property(standings, (same) => {
        expect(counterChanges(same, same)).toEqual([]);
      }),
    );
  });

  it('are taken in one order by every writer', () => {
    fc.assert(
      fc.property(standings, standings, (before, after) => {
        const names = counterChanges(before, after).map(counterName);
        expect(names).toEqual([...names].sort());
      }),
    );
  });

  it('count a leader twice, once among all and once apart, in the unit and all above', () => {
    const leader: Standing = {
      personId: '0a1',
      planYear: 2026,
      requirementId: 'exam',
      unitPath: ['a', 'root'],
      leadership: true,
      state: 'due',
      main: NO_MARKS,
      best: { present: true, passed: true, excellent: false },
    };
    const changes = counterChanges([], [leader]);
    expect(changes.map((one) => [one.unitId, one.leadership])).toEqual([
      ['a', 0],
      ['a', 1],
      ['root', 0],
      ['root', 1],
    ]);
    expect(changes[0]?.counts).toMatchObject({ due: 1, present: 1, passed: 1, excellent: 0, presentMain: 0 });
  });

  it('lie in sixteen slots by person', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        expect(slotOf(id)).toBeGreaterThanOrEqual(0);
        expect(slotOf(id)).toBeLessThan(SLOTS);
      }),
    );
    expect(slotOf('0190-abcf')).toBe(15);
  });
});
