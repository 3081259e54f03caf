import { formatHundredths } from '../shared/hundredths.ts';
import type { EntryOrigin } from './entry.ts';
import { isCarry, type HourRule, type RuleKind } from './rule.ts';
import { timedHundredths, totalHundredths, type Sum } from './total.ts';

/** How an entry was earned, as shown beside it. */
export const originLabels: Record<EntryOrigin, string> = {
  check: '在线 · 随堂测通过',
  testOut: '在线 · 免修测通过',
  attendance: '学法活动 · 名单已核验',
  claim: '申报 · 已审核',
  import: '外部成绩导入',
  carry: '上一年度结转',
};

export const ruleKinds: Record<RuleKind, string> = {
  lesson: '课时',
  event: '学法活动',
  claim: '申报学时',
  import: '外部成绩',
  carry: '培训学时结转',
  carryCredit: '学分结转',
};

/** A rule in a sentence, as printed over a ledger; amounts in 学时 (for credits: 学分). */
export function ruleSentence(rule: HourRule): string {
  const name = ruleKinds[rule.sourceKind];
  if (isCarry(rule.sourceKind)) return `${name}：${carrySentence(rule.capHundredths)}`;
  if (rule.sourceKind === 'import')
    return `${name}：${['按来源系统认定的学时记入', ...capped(rule)].join('；')}`;
  const halfDay = formatHundredths(rule.halfDayHundredths);
  const day = formatHundredths(rule.dayHundredths);
  const parts = [lengthSentence(rule), `半天 ${halfDay}、一天 ${day} 学时`, ...capped(rule)];
  if (rule.sourceKind === 'lesson') parts.push(`免修测${rule.testOutCounts ? '记入' : '不记入'}`);
  return `${name}：${parts.join('；')}`;
}

function capped({ capHundredths }: HourRule): string[] {
  return capHundredths === null ? [] : [`每人每年最多 ${formatHundredths(capHundredths)} 学时`];
}

function carrySentence(capHundredths: number | null): string {
  if (capHundredths === 0) return '超出年度要求的部分不转入下一年度';
  const most = capHundredths === null ? '' : `，每人最多 ${formatHundredths(capHundredths)}`;
  return `超出年度要求的部分转入下一年度${most}；转入的先用，不再结转`;
}

function lengthSentence(rule: HourRule): string {
  if (rule.steps === null) return `1 学时 = ${rule.minutesPerHour} 分钟`;
  const steps = [...rule.steps].sort((a, b) => a.fromMinutes - b.fromMinutes);
  return `分档：${steps.map((step) => `满 ${step.fromMinutes} 分钟 ${formatHundredths(step.hundredths)}`).join('、')}`;
}

/** How a total came about: `合计 200 分钟 ÷ 45 = 4.44；直接记入 8；共 12.44 学时`. */
export function sumSentence(sums: readonly Sum[], unit: string): string {
  const timed = sums
    .filter((sum) => sum.minutesPerHour !== null && sum.seconds !== 0)
    .map((sum) => {
      const minutes = Math.trunc((sum.seconds * 100) / 60) / 100;
      return `合计 ${minutes} 分钟 ÷ ${sum.minutesPerHour} = ${formatHundredths(timedHundredths(sum))}`;
    });
  const direct = sums.reduce((total, sum) => total + sum.hundredths, 0);
  const parts = direct === 0 && timed.length > 0 ? timed : [...timed, `直接记入 ${formatHundredths(direct)}`];
  return `${parts.join('；')}；共 ${formatHundredths(totalHundredths(sums))} ${unit}。`;
}
