import type { DraftSection, Year } from './section.ts';

/** What the leadership group did itself. */
export const duty: DraftSection = {
  key: 'duty',
  part: 'duty',
  title: '',
  sentences: (year) => [
    {
      place: 'duty.head',
      text: '党政主要负责人把学法用法纳入法治建设年度部署，与业务工作同部署、同检查。',
    },
    { place: 'duty.exam', text: leadersExam(year) },
  ],
};

/** A group under five is written as 均 only when all of it came. */
function leadersExam(year: Year): string {
  const group = year.of('participation', 'leadership');
  if (!group || group.denominator === 0) return '';
  if (year.isHidden('participation', 'leadership')) {
    return group.numerator === group.denominator
      ? '领导班子成员[[participation@leadership:all]]参加了学法考试。'
      : '领导班子人数较少，按规定不单列比率。';
  }
  const seats =
    '领导班子成员应考[[participation@leadership:denominator]]人，实考[[participation@leadership:numerator]]人，';
  return `${seats}参考率[[participation@leadership:rate]]。`;
}
