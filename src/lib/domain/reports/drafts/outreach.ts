import type { DraftSection } from './section.ts';

/** 普法, in the rounded words of the reports; the annex keeps the exact counts. */
export const outreach: DraftSection = {
  key: 'outreach',
  part: 'done',
  title: '落实“谁执法谁普法”普法责任制',
  sentences: (year) => [
    {
      place: 'outreach.held',
      text: year.has('outreachSessions')
        ? `面向社会开展法治宣传教育[[outreachSessions:about]]场次${year.has('outreachAttendances') ? '，受教育群众[[outreachAttendances:about]]人次' : ''}。`
        : '',
    },
  ],
};
