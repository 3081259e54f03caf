import type { DraftSection, Year } from './section.ts';

/** 学法考试: who was to sit and sat, both readings of 合格率, 优秀率; and the leadership group apart. */
export const exam: DraftSection = {
  key: 'exam',
  part: 'done',
  title: '组织国家工作人员学法考试',
  sentences: (year) => [
    { place: 'exam.seats', text: seats(year) },
    { place: 'exam.marks', text: marks(year) },
  ],
};

function seats(year: Year): string {
  if (!year.concerns('participation')) return `${year.planYear}年度学法考试尚未确定应考名册。`;
  const counts =
    '应参加学法考试[[participation:denominator]]人，实际参加[[participation:numerator]]人，参考率[[participation:rate]]';
  return `${year.planYear}年度${counts}。`;
}

function marks(year: Year): string {
  if (!year.has('participation')) return '';
  const passed =
    '其中合格[[passing:numerator]]人，合格率（合格/实考）[[passing:rate]]，按应考人数计为[[passing:ofDue]]';
  const excellent = '成绩优秀[[excellence:numerator]]人，优秀率[[excellence:rate]]';
  return `${passed}；${excellent}。以上均含补考成绩。`;
}
