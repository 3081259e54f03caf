import type { Issue } from '../imports/issue.ts';
import { issueAt, type ColumnKey } from './columns.ts';
import type { RosterRow } from './row.ts';

function doubleOf(row: RosterRow, earlier: RosterRow, key: ColumnKey): Issue {
  if (row.name === earlier.name && row.unitId !== earlier.unitId) {
    const problem = `与第 ${earlier.row} 行是同一人，两行写了不同的单位。`;
    return issueAt(row.row, 'unit', {
      problem,
      suggestion: '同一天只能有一个主职：请只保留现任主职的一行。',
    });
  }
  return issueAt(row.row, key, {
    problem: `与第 ${earlier.row} 行重复。`,
    suggestion: '同一人只保留一行，以现任主职为准。',
  });
}

/** Rows of one file that bear the same identity number or mobile; the later row is reported, once. */
export function doublesIn(rows: readonly RosterRow[]): Issue[] {
  const issues: Issue[] = [];
  const first = { identity: new Map<string, RosterRow>(), mobile: new Map<string, RosterRow>() };
  for (const row of rows) {
    const double = (['identity', 'mobile'] as const).find((key) => {
      const value = row[key];
      return value !== null && first[key].has(value);
    });
    const earlier = double && first[double].get(row[double] ?? '');
    if (double && earlier) issues.push(doubleOf(row, earlier, double));
    for (const key of ['identity', 'mobile'] as const) {
      const value = row[key];
      if (value !== null && !first[key].has(value)) first[key].set(value, row);
    }
  }
  return issues;
}
