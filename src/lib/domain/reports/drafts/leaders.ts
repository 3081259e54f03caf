import type { DraftSection, Year } from './section.ts';

/** 第一议题, 中心组学习 with its thematic sessions, 领导干部集体学法, and how often they were one meeting. */
export const leaders: DraftSection = {
  key: 'leaders',
  part: 'done',
  title: '领导干部带头学法用法',
  sentences: (year) => [
    { place: 'leaders.group', text: group(year) },
    { place: 'leaders.other', text: other(year) },
    { place: 'leaders.overlap', text: overlap(year) },
  ],
};

function group(year: Year): string {
  if (!year.has('thematicStudy') && !year.has('centralGroup')) {
    return '领导干部学法已列入年度计划，截至统计时，经核验的中心组专题学法为[[thematicStudy:numerator]]次。';
  }
  if (!year.of('centralGroup')) {
    return `坚持领导干部学在前、用在前，${year.planYear}年理论学习中心组开展法治专题学习[[thematicStudy:numerator]]次。`;
  }
  const all = `${year.planYear}年理论学习中心组集体学习[[centralGroup:numerator]]次`;
  return `坚持领导干部学在前、用在前，${all}，其中专题学法[[thematicStudy:numerator]]次。`;
}

function other(year: Year): string {
  const held = [
    year.has('firstTopic') ? '以“第一议题”传达学习法治内容[[firstTopic:numerator]]次' : '',
    year.has('leadersStudy') ? '组织领导干部集体学法[[leadersStudy:numerator]]次' : '',
  ].filter((one) => one !== '');
  return held.length === 0 ? '' : `${held.join('，')}。`;
}

function overlap(year: Year): string {
  if (!year.has('studyEvents')) return '';
  return '各类学法活动去重共[[studyEvents:numerator]]场；兼有几种形式的，不重复计算。';
}
