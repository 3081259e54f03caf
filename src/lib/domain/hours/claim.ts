import { isDay, type Day } from '../shared/time.ts';
import type { Span } from './rule.ts';

export const claimStatuses = {
  asked: '待审核',
  approved: '已通过',
  refused: '未通过',
  withdrawn: '已撤回',
} as const;
export type ClaimStatus = keyof typeof claimStatuses;

/** Length of a training: minutes, or a half or whole day. */
export interface Length {
  span: Span;
  minutes: number;
}

export interface Declared extends Length {
  title: string;
  organiser: string;
  heldOn: Day;
}

/** A day has this many minutes at most; a longer training is declared day by day. */
const LONGEST_MINUTES = 720;

/** Why a training cannot be declared, with the field; null when it can. */
export function claimFault(
  wanted: Declared,
  today: { day: Day; planYear: number },
): [field: string, sentence: string] | null {
  if (wanted.title.trim() === '') return ['title', '请填写培训的名称。'];
  if (wanted.organiser.trim() === '') return ['organiser', '请填写主办单位。'];
  if (!isDay(wanted.heldOn)) return ['heldOn', '请填写有效的日期，例如 2026-11-14。'];
  if (wanted.heldOn > today.day) return ['heldOn', '培训还没有举行，请在参加之后申报。'];
  if (Number(wanted.heldOn.slice(0, 4)) < today.planYear - 1)
    return ['heldOn', '只能申报本年度和上一年度的培训。'];
  return lengthFault(wanted);
}

/** Why a length cannot be; null when it can. */
export function lengthFault({ span, minutes }: Length): [field: string, sentence: string] | null {
  if (span !== 'minutes' && span !== 'halfDay' && span !== 'day') return ['span', '请选择时长的计法。'];
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_MINUTES)
    return ['minutes', `时长请填 1 到 ${LONGEST_MINUTES} 的整数分钟；几天的培训请逐日申报。`];
  return null;
}

/** `90 分钟`, `半天`, `一天`. */
export function lengthText({ span, minutes }: Length): string {
  if (span === 'halfDay') return '半天';
  return span === 'day' ? '一天' : `${minutes} 分钟`;
}

/** True when what is approved is not what was declared: then a reason is owed. */
export function isChanged(declared: Length, approved: Length): boolean {
  if (declared.span !== approved.span) return true;
  return declared.span === 'minutes' && declared.minutes !== approved.minutes;
}
