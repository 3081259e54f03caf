import { difficultyWords } from '../bank/question.ts';
import { questionKinds } from '../bank/types/index.ts';
import type { BlueprintRow } from '../papers/blueprint.ts';
import type { Shortage } from '../papers/shortage.ts';
import { daysBetween, type Day } from '../shared/time.ts';

/** `3 天后（3 月 5 日）`: when a question comes again. */
export function returnText(dueOn: Day, today: Day): string {
  const days = daysBetween(today, dueOn);
  if (days <= 0) return '今天';
  const [, month = '', date = ''] = dueOn.split('-');
  return `${days === 1 ? '明天' : `${days} 天后`}（${Number(month)} 月 ${Number(date)} 日）`;
}

/** `单选题，专题“行政处罚”，难`: what a row of a blueprint asks for. */
export function rowText(row: BlueprintRow, topicName: (id: string) => string): string {
  return [
    `${questionKinds[row.type].word}题`,
    ...(row.topicId === null ? [] : [`专题“${topicName(row.topicId)}”`]),
    ...(row.lawTitle === null ? [] : [`《${row.lawTitle}》`]),
    ...(row.audience === null ? [] : [`面向${row.audience}`]),
    ...(row.difficulty === null ? [] : [`难度${difficultyWords[row.difficulty]}`]),
  ].join('，');
}

/** Why a mock paper cannot be drawn, a sentence for each shortage. */
export function shortageTexts(
  rows: readonly BlueprintRow[],
  shortages: readonly Shortage[],
  topicName: (id: string) => string,
): string[] {
  return shortages.map(({ rowIds, wanted, fitting, missing }) => {
    const named = rows.filter((row) => rowIds.includes(row.id)).map((row) => rowText(row, topicName));
    return `${named.join('；')}：要 ${wanted} 道，练习题库中您可以练的只有 ${fitting} 道，还差 ${missing} 道。`;
  });
}
