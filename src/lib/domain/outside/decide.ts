import { ledgers } from '../hours/ledgers.ts';
import type { Issue } from '../imports/issue.ts';
import type { Change } from '../imports/preview.ts';
import { formatHundredths } from '../shared/hundredths.ts';
import { resultIssue } from './columns.ts';
import { overlapsOf, recordedText, type Recorded } from './overlap.ts';
import type { NumberedResult, Result } from './row.ts';

/** What is known of a row's person. */
export interface Known {
  /** The record that stands under the row's mark. */
  same: { hundredths: number; fileName: string } | null;
  /** Everything of the row's plan year that may be the same training. */
  recorded: readonly Recorded[];
}

export type ResultDecision = { kind: 'add' | 'doubt'; changes: Change[] } | { kind: 'same' };

/** `8 学时 行政执法专题班（2026-05-20）` */
export function resultText({ hundredths, ledger, title, completedOn }: Result): string {
  return `${formatHundredths(hundredths)} ${ledgers[ledger].unit} ${title}（${completedOn}）`;
}

/**
 * What a row means for what is recorded: a new result, one that is here already, or one about which a person must
 * decide since something like it is recorded. An issue where the same record comes with other hours.
 */
export function decideResult(row: NumberedResult, { same, recorded }: Known): ResultDecision | Issue {
  if (same && same.hundredths !== row.hundredths) {
    const was = formatHundredths(same.hundredths);
    return resultIssue(row.row, 'hours', {
      problem: `这个编号的成绩已从“${same.fileName}”导入，当时是 ${was}，与此不同。`,
      suggestion: '请先在台账中冲销原来的一笔再导入，或从文件中删除该行。',
    });
  }
  if (same) return { kind: 'same' };
  const booked: Change = { what: ledgers[row.ledger].name, before: '', after: resultText(row) };
  const overlaps = overlapsOf(row, recorded);
  if (overlaps.length === 0) return { kind: 'add', changes: [booked] };
  const alike = overlaps.map((one): Change => ({ what: '疑似重合', before: '', after: recordedText(one) }));
  return { kind: 'doubt', changes: [booked, ...alike] };
}
