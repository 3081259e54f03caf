import { issueAt, type RosterIssue } from './issue.ts';
import type { RosterRow } from './row.ts';

/** Rows of one file that bear the same identity number or mobile; the later row is reported. */
export function doublesIn(rows: readonly RosterRow[]): RosterIssue[] {
  const issues: RosterIssue[] = [];
  const first = { identity: new Map<string, number>(), mobile: new Map<string, number>() };
  for (const row of rows) {
    for (const key of ['identity', 'mobile'] as const) {
      const value = row[key];
      if (value === null) continue;
      const earlier = first[key].get(value);
      if (earlier === undefined) first[key].set(value, row.row);
      else
        issues.push(issueAt(row.row, key, `与第 ${earlier} 行重复。`, '同一人只保留一行，以现任主职为准。'));
    }
  }
  return issues;
}
