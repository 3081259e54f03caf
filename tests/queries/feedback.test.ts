import { describe, expect, it } from 'vitest';
import * as desk from '#lib/server/feedback/queries.desk.ts';
import { handlersOver } from '#lib/server/feedback/queries.handing.ts';
import * as keeping from '#lib/server/feedback/queries.keeping.ts';
import * as q from '#lib/server/feedback/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const reach = { unitIds: ['u'], problemUnitIds: ['p'] };
const ask: Parameters<typeof desk.feedbackPage>[1] = {
  ...{ ...reach, q: '字', kind: 'problem', states: ['received'], handlerId: 'h' },
  ...{ sort: 'name', direction: 'asc', limit: 20, offset: 0 },
};

describe('the SQL of 意见建议', () => {
  it.each([
    ['a page of an office', (db: never) => desk.feedbackPage(db, ask)],
    ['how many there are', (db: never) => desk.feedbackCount(db, ask)],
    ['how many wait', (db: never) => desk.feedbackWaiting(db, { ...reach, notOf: 'p' })],
    [
      'who may handle it',
      (db: never) =>
        handlersOver(db, { roles: ['coordinator'], unitPath: ['u', 'r'], day: 'd', notOf: ['p'] }),
    ],
    ['one piece', (db: never) => desk.feedbackById(db, 'f')],
    [
      'a step',
      (db: never) => q.moveFeedback(db, { id: 'f', from: ['answered'], change: { status: 'closed' } }),
    ],
    ['answers not noted yet', (db: never) => q.newAnswers(db, 'p')],
    ['an answer is noted', (db: never) => q.markSeen(db, { id: 'f', now: 'n' })],
    ['the item of a run of practice', (db: never) => q.practiceItem(db, { attemptId: 'r', position: 1 })],
    ['the item of an exam', (db: never) => q.examItem(db, { attemptId: 'a', position: 1 })],
    ['what was settled long ago', (db: never) => keeping.settledBefore(db, { before: 'n', limit: 4 })],
  ])('%s', async (_name, query) => {
    expect(await compiledOnBoth((db) => query(db as never))).toMatchSnapshot();
  });
});
