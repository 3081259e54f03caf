import { staffClasses } from '../../people/classes.ts';
import { REPORTED_CLASSES } from '../../figures/classes.ts';
import type { DraftSection, Year } from './section.ts';

/** 学时: reached or not, the mean, class by class, and the required courses. */
export const hours: DraftSection = {
  key: 'hours',
  part: 'done',
  title: '落实年度学时和必修课程',
  sentences: (year) => [
    { place: 'hours.reached', text: reached(year) },
    { place: 'hours.classes', text: classes(year) },
    { place: 'hours.courses', text: courses(year) },
  ],
};

function reached(year: Year): string {
  if (!year.concerns('hoursReached')) return '本年度尚无适用的学时要求。';
  const mean = year.concerns('averageHours') ? '，人均[[averageHours:mean]]学时' : '';
  const counted = '其中达到要求的[[hoursReached:numerator]]人，学时达标率[[hoursReached:rate]]';
  return `按人员类别明确年度学时要求，以学时台账逐人核算。应达标[[hoursReached:denominator]]人，${counted}${mean}。`;
}

function classes(year: Year): string {
  const said = REPORTED_CLASSES.filter(
    (of) => year.concerns('hoursReached', of) && !year.isHidden('hoursReached', of),
  );
  if (said.length === 0) return '';
  const each = said.map((of) => {
    const mean = year.concerns('averageHours', of) ? `，人均[[averageHours@${of}:mean]]学时` : '';
    return `${staffClasses[of]}达标率[[hoursReached@${of}:rate]]${mean}`;
  });
  return `其中${each.join('；')}。`;
}

function courses(year: Year): string {
  if (!year.concerns('courseCompletion')) return '';
  const all =
    '应完成学法课程的[[courseCompletion:denominator]]人中，[[courseCompletion:numerator]]人已全部完成';
  return `${all}，学法课程完成率[[courseCompletion:rate]]。`;
}
