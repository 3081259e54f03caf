import type { Ledger } from '../facts/study.ts';

/** The ledgers with what is printed over them. They are never added together. */
export const ledgers: Record<Ledger, { name: string; unit: string; definition: string }> = {
  training: {
    name: '培训学时',
    unit: '学时',
    definition:
      '记录完成课时和参加经核验活动的培训时间。按时间计的分录先合计秒数，再按规则换算成学时，只在年度合计时取整一次（保留两位小数，舍去其余）；按半天、一天或分档计的分录直接记学时，从其他系统导入的按那里认定的学时直接记入。',
  },
  credit: {
    name: '学法考试学分',
    unit: '学分',
    definition:
      '完成课时或通过免修测后，按课时标明的学分记入，从其他系统导入的按那里认定的学分记入；用于学法考试的参考条件，与培训学时互不折算。',
  },
};

export function isLedger(text: string): text is Ledger {
  return Object.hasOwn(ledgers, text);
}
