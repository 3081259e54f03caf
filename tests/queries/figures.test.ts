import { expect, it } from 'vitest';
import { figureKeys, figures } from '#lib/domain/figures/registry/index.ts';
import * as averageHours from '#lib/server/figures/queries.averageHours.ts';
import * as blankPapers from '#lib/server/figures/queries.blankPapers.ts';
import * as centralGroup from '#lib/server/figures/queries.centralGroup.ts';
import * as courseCompletion from '#lib/server/figures/queries.courseCompletion.ts';
import * as due from '#lib/server/figures/queries.due.ts';
import * as enforcementForum from '#lib/server/figures/queries.enforcementForum.ts';
import * as excellence from '#lib/server/figures/queries.excellence.ts';
import * as firstTopic from '#lib/server/figures/queries.firstTopic.ts';
import * as hoursReached from '#lib/server/figures/queries.hoursReached.ts';
import * as lawLectures from '#lib/server/figures/queries.lawLectures.ts';
import * as leadersStudy from '#lib/server/figures/queries.leadersStudy.ts';
import * as outreachAttendances from '#lib/server/figures/queries.outreachAttendances.ts';
import * as outreachSessions from '#lib/server/figures/queries.outreachSessions.ts';
import * as participation from '#lib/server/figures/queries.participation.ts';
import * as partyMeetings from '#lib/server/figures/queries.partyMeetings.ts';
import * as passing from '#lib/server/figures/queries.passing.ts';
import * as present from '#lib/server/figures/queries.present.ts';
import * as sharings from '#lib/server/figures/queries.sharings.ts';
import * as studyEvents from '#lib/server/figures/queries.studyEvents.ts';
import * as thematicStudy from '#lib/server/figures/queries.thematicStudy.ts';
import * as trainings from '#lib/server/figures/queries.trainings.ts';
import * as past from '#lib/server/figures/queries.past.ts';
import * as quarters from '#lib/server/figures/queries.quarters.ts';
import * as spans from '#lib/server/figures/queries.spans.ts';
import * as targets from '#lib/server/figures/queries.targets.ts';
import * as topics from '#lib/server/figures/queries.topics.ts';
import * as years from '#lib/server/figures/queries.years.ts';
import * as values from '#lib/server/figures/queries.values.ts';
import type { FigureModule } from '#lib/server/figures/queries.figure.ts';
import { compiledOnBoth } from '../support/queries.ts';

const modules = {
  due,
  present,
  participation,
  passing,
  excellence,
  blankPapers,
  hoursReached,
  averageHours,
  courseCompletion,
  firstTopic,
  centralGroup,
  thematicStudy,
  leadersStudy,
  partyMeetings,
  enforcementForum,
  lawLectures,
  trainings,
  sharings,
  studyEvents,
  outreachSessions,
  outreachAttendances,
};

const scope = {
  unitId: 'u',
  planYear: 2026,
  group: 'all',
  classCode: null,
  window: 'all',
  asOf: '2026-12-31',
} as const;

it.each(figureKeys)('counts and shows the rows of %s by one query', async (key) => {
  const module = modules[key];
  expect(await compiledOnBoth((db) => module.value(db, scope))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => module.rows(db, { scope, part: 'counted', page: 1, pageSize: 30 })),
  ).toMatchSnapshot();
});

it.each(figureKeys)('counts %s in the pass of its definition', (key) => {
  const module: FigureModule = modules[key];
  expect(module.ofSums !== undefined).toBe(figures[key].pass === 'exam');
  if (figures[key].pass === 'classes')
    expect(module.adds !== undefined).toBe(figures[key].measure === 'mean');
});

it('narrows a figure to the leadership group and the main window', async () => {
  const narrow = { ...scope, group: 'leadership', window: 'main' } as const;
  expect(await compiledOnBoth((db) => participation.population(db, narrow))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => hoursReached.population(db, narrow))).toMatchSnapshot();
});

it('narrows a figure to a class and a day before the year’s last', async () => {
  const past = { ...scope, classCode: 'enforcement', asOf: '2026-09-30' };
  expect(await compiledOnBoth((db) => participation.population(db, past))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => hoursReached.population(db, past))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => courseCompletion.population(db, past))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => studyEvents.population(db, past))).toMatchSnapshot();
});

it('recounts units on a day that is past and sorts events by form', async () => {
  const day = { ...scope, asOf: '2026-09-30' };
  expect(await compiledOnBoth((db) => past.unitsOn(db, day))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => past.examCounts(db, day))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => past.hoursCounts(db, day))).toMatchSnapshot();
  const forms = { scope, forms: ['培训'] };
  expect(await compiledOnBoth((db) => quarters.heldUnder(db, forms))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => quarters.quarterlyForms(db, scope))).toMatchSnapshot();
});

it('counts what a plan asks for, all of an exam at once, and marks by topic', async () => {
  expect(
    await compiledOnBoth((db) => targets.countOf(db, trainings.population(db, scope))),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => values.examSums(db, scope))).toMatchSnapshot();
  const apart = { scope, classes: ['leadership', 'enforcement'] };
  expect(
    await compiledOnBoth((db) => values.sumsByClass(db, hoursReached.population(db, scope), apart)),
  ).toMatchSnapshot();
  const leaders = { ...scope, group: 'leadership' } as const;
  expect(await compiledOnBoth((db) => topics.marksByTopic(db, leaders))).toMatchSnapshot();
});

it('asks when the exams end and what a unit means to hold', async () => {
  const year = { unitId: 'u', planYear: 2026 };
  expect(await compiledOnBoth((db) => years.examsEnd(db, year))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => targets.targetsOf(db, year))).toMatchSnapshot();
});

it('reads people by spans of their ids', async () => {
  const part = { ...scope, span: { after: 'a', upTo: 'b' } };
  expect(await compiledOnBoth((db) => due.population(db, part))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => averageHours.population(db, part))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => spans.lastOf(db, { after: 'a', size: 5 }))).toMatchSnapshot();
});
