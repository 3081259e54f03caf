import type { Ledger } from '../facts/study.ts';
import type { Day } from '../shared/time.ts';
import type { StudyContent, StudyLine } from './content.ts';

/** Something that stands in one ledger of the year. */
export interface StandingEntry {
  ledger: Ledger;
  sourceKind: string;
  sourceId: string;
  /** What the lines are gathered by: the course of a lesson, else the source itself. */
  group: string;
  title: string;
  origin: string;
  on: Day;
  /** What the entry shows by itself. */
  hundredths: number;
}

/** Lines for which one page has room. */
export const MOST_LINES = 10;

/**
 * Entries as lines of a certificate: one a course, event or claim, both ledgers side by side, the largest first when
 * there are more than `most`, and what is left over in one sum. Each line is the sum of what its entries show; the
 * year's total is rounded once over all of them and stands apart.
 */
export function studyLines(
  entries: readonly StandingEntry[],
  most = MOST_LINES,
): Pick<StudyContent, 'lines' | 'rest'> {
  const groups = new Map<string, StudyLine>();
  for (const entry of entries) groups.set(entry.group, joined(groups.get(entry.group), entry));
  const lines = [...groups.values()];
  if (lines.length <= most) return { lines: lines.sort(byDay), rest: null };
  const bySize = lines.sort((a, b) => sizeOf(b) - sizeOf(a) || byDay(a, b));
  const left = bySize.slice(most - 1);
  const sum = (ledger: Ledger) => left.reduce((total, line) => total + (line[ledger] ?? 0), 0);
  return {
    lines: bySize.slice(0, most - 1).sort(byDay),
    rest: { count: left.length, training: sum('training'), credit: sum('credit') },
  };
}

function joined(line: StudyLine | undefined, entry: StandingEntry): StudyLine {
  const { title, on, origin, ledger, hundredths } = entry;
  const begun = line ?? { title, on, origin, training: null, credit: null };
  return {
    ...begun,
    on: on > begun.on ? on : begun.on,
    origin: begun.origin === origin ? origin : '在线课程',
    [ledger]: (begun[ledger] ?? 0) + hundredths,
  };
}

const sizeOf = (line: StudyLine) => (line.training ?? 0) + (line.credit ?? 0);

function byDay(a: StudyLine, b: StudyLine): number {
  if (a.on === b.on) return a.title < b.title ? -1 : 1;
  return a.on < b.on ? -1 : 1;
}

/** Name under which a source is remembered. */
export function sourceName(entry: Pick<StandingEntry, 'sourceKind' | 'sourceId'>): string {
  return `${entry.sourceKind}:${entry.sourceId}`;
}
