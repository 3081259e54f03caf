import { formatHundredths } from '../shared/hundredths.ts';
import { shanghaiDay, type Day, type Instant } from '../shared/time.ts';

export type ExamStatus = 'draft' | 'published' | 'cancelled';

/** What must be done before an attempt may begin. */
export type EntryKind = 'none' | 'lessons' | 'credit';

/** What a coordinator settles for an exam. */
export interface ExamTerms {
  opensAt: Instant;
  closesAt: Instant;
  durationMinutes: number;
  attemptsAllowed: number;
  passHundredths: number;
  excellentHundredths: number;
  /** With entry `credit`: how much, and of which ledger. */
  entry: EntryKind;
  entryLedger: 'training' | 'credit' | null;
  entryTargetHundredths: number | null;
}

/** Field → sentence for terms that contradict each other; null when they hold together. */
export function termsRefusal(terms: ExamTerms, fullMarksHundredths: number): Record<string, string> | null {
  const fields: Record<string, string> = {};
  if (terms.closesAt <= terms.opensAt) fields.closesAt = '结束时间应晚于开始时间。';
  if (terms.excellentHundredths < terms.passHundredths) fields.excellent = '优秀线不能低于合格线。';
  if (terms.excellentHundredths > fullMarksHundredths) {
    fields.excellent = `优秀线不能高于卷面总分 ${formatHundredths(fullMarksHundredths)} 分。`;
  }
  if (terms.entry === 'credit' && !terms.entryTargetHundredths) {
    fields.entryTarget = '请填写进入考试所需的学时或学分。';
  }
  return Object.keys(fields).length > 0 ? fields : null;
}

/** Why a draft cannot be published at `now`, as a sentence; null when nothing stands against it. */
export function publicationRefusal(exam: { rosterOn: Day; closesAt: Instant }, now: Instant): string | null {
  if (exam.rosterOn > shanghaiDay(now)) {
    return `应考名册以 ${exam.rosterOn} 的在册人员为准，这一天还没有到。请届时再发布，或改用不晚于今天的名册日期。`;
  }
  return exam.closesAt <= now ? '考试的结束时间已经过去，请先改正开放时间。' : null;
}
