import { COUNTED, counterName, noCounts, type CounterChange, type Counts } from './counters.ts';
import { isSameStanding, standingKey, type ExamMarks, type Standing } from './standing.ts';

/** A place where what is kept is not what a recount finds. */
export interface Difference {
  kind: 'standing' | 'counter' | 'ledger' | 'figure';
  /** What is concerned, by ids: person and requirement, unit and slot, entry, figure. */
  subject: string;
  kept: string;
  counted: string;
}

/** Differences between the standings kept and those judged anew, both of the same persons. */
export function standingDifferences(kept: readonly Standing[], counted: readonly Standing[]): Difference[] {
  const found = new Map(counted.map((one) => [nameOf(one), one]));
  const differences: Difference[] = [];
  for (const one of kept) {
    const other = found.get(nameOf(one));
    found.delete(nameOf(one));
    if (other && isSameStanding(one, other)) continue;
    differences.push(difference('standing', nameOf(one), describe(one), other ? describe(other) : '无'));
  }
  for (const one of found.values())
    differences.push(difference('standing', nameOf(one), '无', describe(one)));
  return differences;
}

/** Differences between the counters kept and those that the standings add up to. Empty counters are no difference. */
export function counterDifferences(
  kept: readonly CounterChange[],
  counted: ReadonlyMap<string, Counts>,
): Difference[] {
  const keptByName = new Map(kept.map((one) => [counterName(one), one.counts]));
  const names = [...new Set([...keptByName.keys(), ...counted.keys()])].sort();
  return names.flatMap((name) => {
    const left = keptByName.get(name) ?? noCounts();
    const right = counted.get(name) ?? noCounts();
    const unequal = COUNTED.filter((one) => left[one] !== right[one]);
    if (unequal.length === 0) return [];
    const write = (counts: Counts) => unequal.map((one) => `${one} ${counts[one]}`).join('，');
    return [difference('counter', name, write(left), write(right))];
  });
}

function difference(kind: Difference['kind'], subject: string, kept: string, counted: string): Difference {
  return { kind, subject, kept, counted };
}

function nameOf(standing: Standing): string {
  return `${standing.personId}/${standingKey(standing)}`;
}

function describe(standing: Standing): string {
  const marks = [marked(standing.main), marked(standing.best)].join('/');
  const group = standing.leadership ? '，领导班子' : '';
  return `${standing.state}，${marks}，计入 ${standing.unitPath.join(' ')}${group}`;
}

function marked(marks: ExamMarks): string {
  if (marks.excellent) return 'excellent';
  if (marks.passed) return 'passed';
  return marks.present ? 'present' : 'none';
}
