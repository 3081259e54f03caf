/** Grounds on which somebody is released from a requirement (免训/减免), as notices of the field name them. */
export const waiverGrounds = {
  retiring: '退休前两年内',
  sickLeave: '长期病假',
  maternityLeave: '产假',
  dispatched: '援派或驻村',
  fullTimeStudy: '脱产学习',
  onLoan: '借调，由借入单位考核',
  gone: '调离、离职或去世',
  trainedElsewhere: '已在其他渠道完成同等培训',
  other: '其他',
} as const;

export type WaiverGround = keyof typeof waiverGrounds;

export function isWaiverGround(text: string): text is WaiverGround {
  return Object.hasOwn(waiverGrounds, text);
}

export const waiverStatuses = {
  asked: '待批准',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '已撤回',
} as const;

export type WaiverStatus = keyof typeof waiverStatuses;

/**
 * What stands against asking for a release, as the form's field and a sentence; null when nothing does.
 * A part is more than nothing and less than the target; a release from a requirement of an exam alone is no matter of
 * hours (免考 is asked of the exam).
 */
export function waiverFault(
  asked: { ground: string; releasedHundredths: number | null; reason: string },
  requirement: { targetHundredths: number },
): [field: string, sentence: string] | null {
  if (!isWaiverGround(asked.ground)) return ['ground', '请选择减免的事由。'];
  if (asked.reason.trim() === '') return ['reason', '请写明情况，批准人和以后查阅的人会看到。'];
  if (requirement.targetHundredths === 0)
    return ['requirementId', '这条要求没有学时目标，免考请在考试中办理。'];
  const { releasedHundredths: released } = asked;
  if (released === null) return null;
  if (released <= 0) return ['released', '减免的学时应大于 0；全部免除请选“全部免除”。'];
  if (released >= requirement.targetHundredths) return ['released', '减免数不小于目标时，请选“全部免除”。'];
  return null;
}
