import type { CandidacyState } from '#lib/domain/exams/candidacy.ts';
import type { CandidateState } from '#lib/domain/exams/sitting.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import type { Day } from '#lib/domain/shared/time.ts';

interface Exam {
  state: CandidacyState;
  candidateState: CandidateState;
  bestHundredths: number | null;
  passMark: number;
}

/** Of the exams in which he is due: how many can still be passed, and how many can no more and were not. */
export function examsLeft(exams: readonly Exam[]): { ahead: number; lost: number } {
  const isToPass = (exam: Exam) => (exam.bestHundredths ?? -1) < exam.passMark;
  const isAhead = ({ state }: Exam) => state === 'upcoming' || state === 'open' || state === 'inProgress';
  // What was handed in and has no score yet is neither.
  const isLost = (exam: Exam) =>
    exam.state === 'missed' || (exam.state === 'finished' && exam.bestHundredths !== null);
  const due = exams.filter((exam) => exam.candidateState === 'due' && isToPass(exam));
  return { ahead: due.filter(isAhead).length, lost: due.filter(isLost).length };
}

/** What the year still asks besides lessons and the exams that are set. */
export interface Asked {
  /** Whether the year asks for anything at all. */
  isAsked: boolean;
  /** An exam is asked for, and none is set yet. */
  isExamToCome: boolean;
  /** Ledgers that are short of their target, and by how much: `培训学时还差 12.5`. */
  short: string[];
}

interface Standing {
  ledger: Ledger;
  totalHundredths: number;
  targetHundredths: number | null;
}

/** What a person's year asks, from its ledgers, its exam and what was arranged. */
export function askedOf(
  year: { standings: readonly Standing[]; needsExam: boolean; remaining: { lessons: number } },
  exams: readonly { candidateState: CandidateState }[],
): Asked {
  const isDue = exams.some(({ candidateState }) => candidateState === 'due');
  const targets = year.standings.filter(({ targetHundredths }) => targetHundredths !== null);
  const short = targets.flatMap(({ ledger, totalHundredths, targetHundredths }) => {
    const missing = (targetHundredths ?? 0) - totalHundredths;
    return missing > 0 ? [`${ledgers[ledger].name}还差 ${formatHundredths(missing)}`] : [];
  });
  return {
    isAsked: year.needsExam || isDue || targets.length > 0 || year.remaining.lessons > 0,
    isExamToCome: year.needsExam && exams.length === 0,
    short,
  };
}

/** `还差 4 个课时单元，1 场考试`; what is not missing is not named, and what cannot be made good is not called done. */
export function headline(
  lessons: number,
  { ahead, lost }: ReturnType<typeof examsLeft>,
  { isAsked, isExamToCome, short }: Asked,
): string {
  const parts = [lessons > 0 ? `${lessons} 个课时单元` : '', ahead > 0 ? `${ahead} 场考试` : ''];
  const missing = parts.filter((part) => part !== '');
  if (missing.length > 0) return `还差 ${missing.join('，')}`;
  if (lost > 0) return `有 ${lost} 场考试已经结束，没有合格成绩`;
  if (short.length > 0) return short.join('，');
  if (!isAsked) return '今年还没有对您提出要求';
  return isExamToCome ? '年度考试还没有安排' : '要求的课时和考试都已完成';
}

/** How much study is left by declared minutes, in words of hours and half hours, or what there is besides. */
export function outlook(
  { lessons, minutes }: { lessons: number; minutes: number },
  { isAsked, short }: Asked,
): string {
  if (!isAsked) return '单位发布计划或指派课程后会列在这里，现在也可以在课程中选学。';
  if (lessons === 0 && short.length > 0)
    return '没有等待完成的必修课时；选学课程、学法活动和申报的培训都能记入。';
  if (lessons === 0) return '没有等待完成的必修课时，可以在课程中选学。';
  const halves = Math.max(1, Math.ceil(minutes / 30));
  const time = halves === 1 ? '半小时' : ` ${halves / 2} 小时`;
  return `按课时标明的学习时间，大约需要${time}。已学内容不会重复要求。`;
}

/** `11 月 5 日` */
export function shortDay(day: Day): string {
  const [, month, date] = day.split('-');
  return `${Number(month)} 月 ${Number(date)} 日`;
}
