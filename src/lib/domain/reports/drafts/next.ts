import type { DraftSection } from './section.ts';

/** What comes next year. */
export const next: DraftSection = {
  key: 'next',
  part: 'next',
  title: '',
  sentences: (year) => [
    {
      place: 'next.behind',
      text:
        year.rest('participation') + year.rest('hoursReached') > 0
          ? '对未参考、未达标人员逐人明确补学补考安排，按时限办结。'
          : '',
    },
    {
      place: 'next.plan',
      text: `编制${year.planYear + 1}年度学法计划，继续把领导干部集体学法、执法人员培训和学法考试落到人、记到账、可核查。`,
    },
  ],
};
