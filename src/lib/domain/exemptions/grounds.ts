import type { Instant } from '../shared/time.ts';

/** 免考: leaves 应考. 缓考: stays in 应考 and sits in the make-up. */
export type ExemptionKind = 'exempt' | 'defer';
export type ExemptionStatus = 'asked' | 'approved' | 'refused' | 'withdrawn';

export const exemptionKinds: Record<ExemptionKind, string> = { exempt: '免考', defer: '缓考' };

export const exemptionStatuses: Record<ExemptionStatus, string> = {
  asked: '待审批',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '已撤回',
};

/** What 免考 and 缓考 may rest on; each needs evidence. */
export const grounds = {
  retiring: '距退休不满两年',
  sickLeave: '长期病假',
  maternityLeave: '产假',
  dispatched: '援派、驻村',
  fullTimeStudy: '脱产学习',
  onLoan: '借调，在借调单位参加考试',
  gone: '去世或离职',
  duty: '公务冲突',
  other: '其他',
} as const;

export type Ground = keyof typeof grounds;

export function isGround(code: string): code is Ground {
  return Object.hasOwn(grounds, code);
}

export function groundLabel(code: string): string {
  return isGround(code) ? grounds[code] : code;
}

/** What decides whether 免考 or 缓考 may still be asked for, or approved. */
export interface ExemptionCase {
  kind: ExemptionKind;
  state: 'due' | 'exempt' | 'left' | 'outside';
  isDeferred: boolean;
  attempts: number;
  mainCloses: Instant;
  /** End of the exam's last window, make-up included. */
  lastCloses: Instant;
}

/** Why it may not be, as a sentence; null when it may. Who has sat is counted, whatever was approved before. */
export function exemptionRefusal(one: ExemptionCase, now: Instant): string | null {
  if (one.state !== 'due') return '只有应考人员可以申请免考或缓考。';
  if (one.attempts > 0) return '该人员已参加这场考试，按应考计算，不能再免考或缓考。';
  if (one.kind === 'defer' && one.isDeferred) return '该人员已缓考。';
  if (one.kind === 'defer' && now > one.mainCloses) return '主考期已经结束，不能再缓考。';
  return now > one.lastCloses ? '考试已经结束，不能再免考。' : null;
}
