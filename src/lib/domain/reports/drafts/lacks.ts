import type { DraftSection, Year } from './section.ts';

const QUARTERS = ['一', '二', '三', '四'];

/** What is lacking by the records themselves. */
export const lacks: DraftSection = {
  key: 'lacks',
  part: 'lacks',
  title: '',
  sentences: (year) => [
    { place: 'lacks.people', text: people(year) },
    { place: 'lacks.forum', text: forum(year) },
  ],
};

function people(year: Year): string {
  const behind = [
    year.rest('participation') > 0 ? '应考人员中尚有[[participation:rest]]人未参加考试' : '',
    year.rest('passing') > 0 ? '实考人员中有[[passing:rest]]人未达到合格线' : '',
    year.rest('hoursReached') > 0 ? '尚有[[hoursReached:rest]]人未达到年度学时要求' : '',
    year.rest('courseCompletion') > 0 ? '[[courseCompletion:rest]]人未完成必修的学法课程' : '',
  ].filter((lack) => lack !== '');
  if (behind.length === 0) return '对照年度要求，已登记的考试和学时事项没有未完成人员。';
  return `对照年度要求，${behind.join('，')}。`;
}

function forum(year: Year): string {
  const quarters = year.of('enforcementForum')?.quarters;
  if (!quarters || !year.has('enforcementForum')) return '';
  const missing = QUARTERS.filter((_, at) => quarters[at] === 0);
  return missing.length === 0 ? '' : `“执法大讲堂”第${missing.join('、')}季度尚无经核验的记录。`;
}
