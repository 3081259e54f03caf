import type { CandidacyState } from '#lib/domain/exams/candidacy.ts';
import type { CandidateState } from '#lib/domain/exams/sitting.ts';
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

/** `还差 4 个课时单元，1 场考试`; what is not missing is not named, and what cannot be made good is not called done. */
export function headline(lessons: number, { ahead, lost }: ReturnType<typeof examsLeft>): string {
  const parts = [lessons > 0 ? `${lessons} 个课时单元` : '', ahead > 0 ? `${ahead} 场考试` : ''];
  const missing = parts.filter((part) => part !== '');
  if (missing.length > 0) return `还差 ${missing.join('，')}`;
  return lost > 0 ? `有 ${lost} 场考试已经结束，没有合格成绩` : '要求的课时和考试都已完成';
}

/** How much study is left by declared minutes, in words of hours and half hours. */
export function outlook({ lessons, minutes }: { lessons: number; minutes: number }): string {
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
