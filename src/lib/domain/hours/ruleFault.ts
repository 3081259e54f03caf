import type { ErrorCode } from '../shared/errors.ts';
import { isDay, type Day } from '../shared/time.ts';
import { isCapOnly, type HourRule } from './rule.ts';
import { ruleKinds } from './words.ts';

export interface RuleFault {
  code: ErrorCode;
  field: string;
  sentence: string;
}

/** A day has this many minutes. */
const LONGEST_HOUR = 240;

/**
 * Why a rule cannot be set; null when it can. `latest` is the first day of the youngest rule of its kind: history is
 * only continued, never squeezed in.
 */
export function ruleFault(
  wanted: Omit<HourRule, 'id' | 'validTo'>,
  known: { planYear: number; latest: Day | null },
): RuleFault | null {
  const fault = (field: string, sentence: string): RuleFault => ({ code: 'invalid', field, sentence });
  const { validFrom, minutesPerHour, halfDayHundredths, dayHundredths, capHundredths } = wanted;
  if (!(wanted.sourceKind in ruleKinds)) return fault('sourceKind', '请选择规则的种类。');
  if (!isDay(validFrom)) return fault('validFrom', '请填写有效的生效日期，例如 2026-11-14。');
  if (Number(validFrom.slice(0, 4)) < known.planYear)
    return fault('validFrom', '规则只能从本年度起生效，以往年度不再改动。');
  if (known.latest !== null && validFrom <= known.latest)
    return {
      ...{ code: 'conflict', field: 'validFrom' },
      sentence: `这一种已有自 ${known.latest} 起的规则，新规则须在它之后生效。`,
    };
  if (wanted.source.trim() === '') return fault('source', '请写明规则的依据。');
  if (capHundredths !== null && !isAmount(capHundredths))
    return fault('cap', '每年上限请填 0 或正数，最多两位小数。');
  if (isCapOnly(wanted.sourceKind)) return null;
  if (!Number.isInteger(minutesPerHour) || minutesPerHour < 1 || minutesPerHour > LONGEST_HOUR)
    return fault('minutesPerHour', `每学时的分钟数应为 1 到 ${LONGEST_HOUR} 的整数。`);
  if (!isAmount(halfDayHundredths) || !isAmount(dayHundredths) || dayHundredths < halfDayHundredths)
    return fault('day', '半天和一天的学时请填正数，一天不少于半天。');
  return null;
}

function isAmount(hundredths: number): boolean {
  return Number.isSafeInteger(hundredths) && hundredths >= 0 && hundredths <= 1_000_000;
}
