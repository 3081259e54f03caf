import { addDays, isDay, type Day } from '../shared/time.ts';

export const transferStatuses = {
  proposed: '等待接收',
  confirmed: '已接收',
  declined: '未接收',
  withdrawn: '已撤回',
} as const;

export type TransferStatus = keyof typeof transferStatuses;

/** So many days the receiving unit has for its answer; nothing happens by itself when they are over. */
const RESPOND_WITHIN_DAYS = 15;

/** The day by which a transfer proposed on `day` should be answered. */
export function respondBy(day: Day): Day {
  return addDays(day, RESPOND_WITHIN_DAYS);
}

/** True when a transfer waits longer than it should. */
export function isLate(transfer: { status: TransferStatus; respondBy: Day }, today: Day): boolean {
  return transfer.status === 'proposed' && today > transfer.respondBy;
}

/** What stands against proposing a transfer, as the form's field and a sentence; null when nothing does. */
export function transferFault(
  asked: { day: Day; toUnitId: string; reason: string },
  known: { homeUnitId: string; earliest: Day; latest: Day; hasFile: boolean },
): [field: string, sentence: string] | null {
  if (!isDay(asked.day)) return ['day', '请填写有效的日期。'];
  if (asked.day < known.earliest)
    return ['day', `已结束年度的任职不再改动，请填 ${known.earliest} 或以后的日期。`];
  if (asked.day > known.latest) return ['day', `请填 ${known.latest} 以前的日期。`];
  if (asked.toUnitId === known.homeUnitId) return ['toUnitId', '他已在这个单位，请选择调往的单位。'];
  if (asked.reason.trim() === '') return ['reason', '请写明调动的原因，接收单位会看到。'];
  if (!known.hasFile) return ['file', '请附上任免通知、调令等材料。'];
  return null;
}
