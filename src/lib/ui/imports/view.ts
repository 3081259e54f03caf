import type { ReadingReport } from '#lib/domain/imports/reading.ts';
import type { ImportState } from '#lib/domain/imports/state.ts';

/** An import as its pages show it. */
export interface ImportShown {
  id: string;
  state: ImportState;
  isBusy: boolean;
  isCancellable: boolean;
  isStuck: boolean;
  fileName: string;
  from: string;
  counts: { added: number; changed: number; ended: number; unchanged: number };
  total: number;
  handled: number;
  report: ReadingReport | null;
  message: string | null;
  stagedAt: string;
}

/** What an import of a room is called, and where it leads. */
export interface ImportNames {
  /** What a row is: 人, 个单位. */
  measure: string;
  /** Pages of this kind of import. */
  home: string;
  /** Where what was imported is seen. */
  result: { href: string; label: string };
  /** What usually comes next. */
  next?: { href: string; label: string };
}

/** `新增 2 人，变更 1 人，未变 0 人`; an end only where there is one, which files of units never have. */
export function sayCounts(counts: ImportShown['counts'], measure: string): string {
  return [
    `新增 ${counts.added} ${measure}`,
    `变更 ${counts.changed} ${measure}`,
    ...(counts.ended > 0 ? [`结束任职 ${counts.ended} ${measure}`] : []),
    `未变 ${counts.unchanged} ${measure}`,
  ].join('，');
}

export const stateNames: Record<ImportState, string> = {
  reading: '正在检查',
  columns: '待指明各列',
  faulty: '有问题，未写入',
  refused: '未能读取',
  failed: '处理失败',
  staged: '待确认',
  applying: '正在写入',
  done: '已写入',
  withdrawing: '正在撤回',
  withdrawn: '已撤回',
};

export const stateTones = {
  reading: 'plain',
  columns: 'warn',
  faulty: 'bad',
  refused: 'bad',
  failed: 'bad',
  staged: 'warn',
  applying: 'plain',
  done: 'good',
  withdrawing: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<ImportState, 'good' | 'warn' | 'bad' | 'plain'>;
