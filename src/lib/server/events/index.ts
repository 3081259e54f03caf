export { addAttendees, matchPasted, removeAttendee } from './verbs.attendance.ts';
export { correctAttendance, takeBack } from './verbs.correction.ts';
export { exportEvents } from './verbs.export.ts';
export {
  countWaitingEvents,
  hostChoices,
  listEvents,
  listWaitingEvents,
  viewEvent,
  type EventLine,
  type EventView,
  type EventsAsk,
} from './verbs.list.ts';
export { proposeEvent, type Proposal } from './verbs.proposal.ts';
export { attachFile, register, revise, type NewEvent } from './verbs.registration.ts';
export { closeSeries, createSeries, listSeries, type NewSeries, type SeriesView } from './verbs.series.ts';
export { isRunOpen, resumeRuns } from './jobs.ts';
export { giveBack, handOver, verify } from './verbs.verification.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
