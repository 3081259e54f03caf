import type { Day } from '#lib/domain/shared/time.ts';

/** `还差 4 个课时单元，1 场考试`; what is not missing is not named. */
export function headline(lessons: number, exams: number): string {
  const parts = [lessons > 0 ? `${lessons} 个课时单元` : '', exams > 0 ? `${exams} 场考试` : ''];
  const missing = parts.filter((part) => part !== '');
  return missing.length === 0 ? '要求的课时和考试都已完成' : `还差 ${missing.join('，')}`;
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
