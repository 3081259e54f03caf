import type { DraftSection, Year } from './section.ts';

const QUARTERS = ['一', '二', '三', '四'];

/** 执法大讲堂 by quarter, and 法治讲座, 培训, 分享会. */
export const enforcement: DraftSection = {
  key: 'enforcement',
  part: 'done',
  title: '加强执法队伍法律知识培训',
  sentences: (year) => [
    { place: 'enforcement.forum', text: forum(year) },
    { place: 'enforcement.training', text: training(year) },
  ],
};

function forum(year: Year): string {
  const quarters = year.of('enforcementForum')?.quarters;
  if (!quarters || !year.has('enforcementForum')) return '';
  if (quarters.every((held) => held > 0)) {
    return '坚持每季度举办“执法大讲堂”，全年[[enforcementForum:numerator]]期。';
  }
  const each = QUARTERS.flatMap((word, at) =>
    (quarters[at] ?? 0) > 0 ? [`第${word}季度[[enforcementForum:q${at + 1}]]期`] : [],
  );
  return `举办“执法大讲堂”[[enforcementForum:numerator]]期（${each.join('、')}）。`;
}

function training(year: Year): string {
  const held = [
    year.has('lawLectures') ? '法治讲座[[lawLectures:numerator]]场' : '',
    year.has('trainings') ? '培训[[trainings:numerator]]次' : '',
    year.has('sharings') ? '学习分享会[[sharings:numerator]]次' : '',
  ].filter((one) => one !== '');
  return held.length === 0 ? '' : `通过专家授课、业务骨干领学等方式，组织${held.join('、')}。`;
}
