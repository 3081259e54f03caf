import type { DraftSection } from './section.ts';

/** 三会一课. */
export const meetings: DraftSection = {
  key: 'meetings',
  part: 'done',
  title: '把法治学习融入组织生活',
  sentences: (year) => [
    {
      place: 'meetings.held',
      text: year.has('partyMeetings')
        ? '各支部把习近平法治思想和党内法规作为“三会一课”的固定内容，全年安排[[partyMeetings:numerator]]次。'
        : '',
    },
  ],
};
