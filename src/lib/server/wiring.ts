import * as access from './access/index.ts';
import * as audit from './audit/index.ts';
import * as certificates from './certificates/index.ts';
import * as completion from './completion/index.ts';
import type { Db } from './db/index.ts';
import * as events from './events/index.ts';
import * as exams from './exams/index.ts';
import * as exemptions from './exemptions/index.ts';
import { subscribe } from './facts/index.ts';
import * as feedback from './feedback/index.ts';
import * as grading from './grading/index.ts';
import * as inspection from './inspection/index.ts';
import * as hours from './hours/index.ts';
import * as outside from './outside/index.ts';
import * as movement from './movement/index.ts';
import * as plans from './plans/index.ts';
import * as practice from './practice/index.ts';
import type { Act } from './platform/act.ts';
import type { Job } from './platform/jobs.ts';
import * as rosters from './rosters/index.ts';
import * as selections from './selections/index.ts';
import * as study from './study/index.ts';
import * as units from './units/index.ts';
import { isLetterDue, sendLetters } from './platform/mail.ts';

/** The only list of who listens to which fact; its order is the order of calling. */
export function wire(db: Db): void {
  subscribe(db, 'personDeparted', access.onPersonDeparted);
  subscribe(db, 'personTransferred', access.onPersonTransferred);
  subscribe(db, 'personReturned', access.onPersonReturned);
  subscribe(db, 'personsMerged', selections.onPersonsMerged);
  subscribe(db, 'personsMerged', plans.onPersonsMerged);
  subscribe(db, 'personsMerged', study.onPersonsMerged);
  // Before the ledger moves what stands: of a result that both records have one stays.
  subscribe(db, 'personsMerged', outside.onPersonsMerged);
  subscribe(db, 'personsMerged', hours.onPersonsMerged);
  subscribe(db, 'personsMerged', events.onPersonsMerged);
  subscribe(db, 'personsMerged', exams.onPersonsMerged);
  subscribe(db, 'personsMerged', exemptions.onPersonsMerged);
  subscribe(db, 'personsMerged', practice.onPersonsMerged);
  subscribe(db, 'personsMerged', certificates.onPersonsMerged);
  subscribe(db, 'personsMerged', feedback.onPersonsMerged);
  subscribe(db, 'personsParted', selections.onPersonsParted);
  subscribe(db, 'personsParted', plans.onPersonsParted);
  subscribe(db, 'personsParted', study.onPersonsParted);
  subscribe(db, 'personsParted', hours.onPersonsParted);
  subscribe(db, 'personsParted', outside.onPersonsParted);
  subscribe(db, 'personsParted', events.onPersonsParted);
  subscribe(db, 'personsParted', exams.onPersonsParted);
  subscribe(db, 'personsParted', exemptions.onPersonsParted);
  subscribe(db, 'personsParted', practice.onPersonsParted);
  subscribe(db, 'personsParted', certificates.onPersonsParted);
  subscribe(db, 'personsParted', feedback.onPersonsParted);
  subscribe(db, 'postChanged', plans.onPostChanged);
  subscribe(db, 'classChanged', plans.onClassChanged);
  subscribe(db, 'peopleArrived', plans.onPeopleArrived);
  subscribe(db, 'unitMoved', plans.onUnitMoved);
  subscribe(db, 'lessonCompleted', hours.onLessonCompleted);
  subscribe(db, 'lessonReversed', hours.onLessonReversed);
  subscribe(db, 'attendanceVerified', hours.onAttendanceVerified);
  subscribe(db, 'attendanceReversed', hours.onAttendanceReversed);
  subscribe(db, 'outsideResultEntered', hours.onOutsideResultEntered);
  subscribe(db, 'outsideResultReturned', hours.onOutsideResultReturned);
  subscribe(db, 'outsideEntryReversed', outside.onOutsideEntryReversed);
  subscribe(db, 'postChanged', hours.onPostChanged);
  subscribe(db, 'classChanged', hours.onClassChanged);
  subscribe(db, 'waiverDecided', hours.onWaiverDecided);
  subscribe(db, 'hoursEntered', hours.onHoursEntered);
  subscribe(db, 'entryReversed', hours.onEntryReversed);
  subscribe(db, 'postChanged', exams.onPostChanged);
  subscribe(db, 'attemptClosed', grading.onAttemptClosed);
  subscribe(db, 'checkAnswered', practice.onCheckAnswered);
  subscribe(db, 'postChanged', completion.onPostChanged);
  subscribe(db, 'classChanged', completion.onClassChanged);
  subscribe(db, 'peopleArrived', completion.onPeopleArrived);
  subscribe(db, 'unitMoved', completion.onUnitMoved);
  subscribe(db, 'requirementPublished', completion.onRequirementPublished);
  subscribe(db, 'hoursEntered', completion.onHoursEntered);
  subscribe(db, 'entryReversed', completion.onEntryReversed);
  subscribe(db, 'waiverDecided', completion.onWaiverDecided);
  subscribe(db, 'candidateChanged', completion.onCandidateChanged);
  subscribe(db, 'exemptionDecided', completion.onExemptionDecided);
  subscribe(db, 'attemptGraded', completion.onAttemptGraded);
  subscribe(db, 'attemptsRegraded', completion.onAttemptsRegraded);
}

/** What must be done before the first request of a starting server. */
export const atStart: ((act: Act) => Promise<unknown>)[] = [
  access.tellMissing,
  exams.afterOutage,
  plans.turnDay,
  completion.turnDay,
];

/** What the installation does by itself, each under a lease while there is something to do. */
export const jobs: Job[] = [
  { name: 'access.sweep', everySeconds: 3600, run: access.sweep },
  { name: 'mail.send', everySeconds: 2, leaseSeconds: 120, isDue: isLetterDue, run: sendLetters },
  { name: 'audit.seal', everySeconds: 1, isDue: audit.isSealDue, run: audit.seal },
  {
    name: 'grading.resumeRegrades',
    everySeconds: 2,
    isDue: grading.isRegradeOpen,
    run: grading.resumeRegrades,
  },
  { name: 'exams.beat', everySeconds: 5, isOfEvery: true, run: exams.afterOutage },
  {
    name: 'exams.keepTime',
    everySeconds: 1,
    leaseSeconds: 3,
    isDue: exams.isSitting,
    run: exams.keepTime,
  },
  { name: 'exams.endDeferrals', everySeconds: 60, isDue: exams.isDeferralOver, run: exams.endDeferrals },
  units.importJob,
  rosters.importJob,
  outside.importJob,
  {
    name: 'people.settleDepartures',
    everySeconds: 60,
    isDue: movement.isDepartureDue,
    run: movement.settleDepartures,
  },
  { name: 'plans.turnDay', everySeconds: 60, isDue: plans.isDayDue, run: plans.turnDay },
  { name: 'plans.followOwed', everySeconds: 60, isDue: plans.isFollowingOwed, run: plans.followOwed },
  { name: 'events.resumeRuns', everySeconds: 10, isDue: events.isRunOpen, run: events.resumeRuns },
  {
    name: 'certificates.resumeRuns',
    everySeconds: 5,
    leaseSeconds: 60,
    isDue: certificates.isRunOpen,
    run: certificates.resumeRuns,
  },
  inspection.keepingJob,
  { name: 'hours.turnYear', everySeconds: 60, isDue: hours.isYearDue, run: hours.turnYear },
  { name: 'completion.turnDay', everySeconds: 60, isDue: completion.isDayDue, run: completion.turnDay },
  {
    name: 'completion.recountOwed',
    everySeconds: 60,
    isDue: completion.isRecountOwed,
    run: completion.recountOwed,
  },
];
