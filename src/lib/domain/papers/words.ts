import { formatRate } from '../shared/rate.ts';
import type { Exposure } from './exposure.ts';
import type { Shortage } from './shortage.ts';

/** Number of a row as its page shows it, from 1. */
export type RowNumbers = ReadonlyMap<string, number>;

/** What a shortage says to the coordinator, with the rows by their numbers. */
export function shortageSentence(shortage: Shortage, numbers: RowNumbers): string {
  const { rowIds, wanted, fitting, missing, alone } = shortage;
  if (rowIds.length === 1) {
    return `${rowsText(rowIds, numbers)}要 ${wanted} 题，题库中符合的只有 ${fitting} 题，还差 ${missing} 题。`;
  }
  const own = alone.map(
    (one) => `${rowsText([one.rowId], numbers)}单独就差 ${one.missing} 题（符合的 ${one.fitting} 题）`,
  );
  const aside = own.length === 0 ? '单看每一行都够，合起来不够。' : `其中${own.join('，')}。`;
  return `${rowsText(rowIds, numbers)}争用同一批题：合计要 ${wanted} 题，各行可用的题合起来只有 ${fitting} 题，还差 ${missing} 题。${aside}`;
}

/** Number of each row of a blueprint, from 1. */
export function rowNumbers(rows: readonly { id: string }[]): RowNumbers {
  return new Map(rows.map((row, index) => [row.id, index + 1]));
}

/** How different the papers are, and what to do where they are not. */
export function exposureSentence({ usable, items, verdict, papersPowerOfTen }: Exposure): string {
  const times = `可用题 ${usable} 道，是一份试卷的 ${(Math.floor((usable * 10) / items) / 10).toFixed(1)} 倍；不同的试卷至少有 ${powerText(papersPowerOfTen)}份。`;
  if (verdict === 'thin')
    return `${times}不足 3 倍，考生之间题目大量重复，容易被背熟，请先补充题库（宜达 10 倍）。`;
  return verdict === 'modest' ? `${times}宜补充到 10 倍以上。` : times;
}

/** Which questions come up most often. */
export function mostSeenSentence({ mostSeen }: Exposure, numbers: RowNumbers): string {
  const share = formatRate({ numerator: mostSeen.basisPoints, denominator: 10_000 });
  return `出现最多的是${rowsText(mostSeen.rowIds, numbers)}用的 ${mostSeen.questions} 道题：其中每道题平均出现在 ${share} 的试卷里。`;
}

function rowsText(rowIds: readonly string[], numbers: RowNumbers): string {
  return `第 ${rowIds.map((id) => numbers.get(id) ?? 0).join('、')} 行`;
}

function powerText(power: number): string {
  return power < 4 ? `${10 ** power} ` : `10 的 ${power} 次方`;
}
