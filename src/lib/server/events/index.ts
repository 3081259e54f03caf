export { addAttendees, matchPasted, removeAttendee } from './verbs.attendance.ts';
export { listEvents, viewEvent, type EventLine, type EventView, type EventsAsk } from './verbs.list.ts';
export { attachFile, register, type NewEvent } from './verbs.registration.ts';
export { giveBack, handOver, verify } from './verbs.verification.ts';
