import { describe, expect, it } from 'vitest';
import * as attempts from '#lib/server/exams/queries.verify.ts';
import * as log from '#lib/server/inspection/queries.log.ts';
import * as firstSteps from '#lib/server/inspection/queries.firstSteps.ts';
import * as exported from '#lib/server/people/queries.export.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';

describe('the SQL of looking over and taking out', () => {
  it('finds who looked at a person, and the topmost of some units', async () => {
    const asked = { personId: 'p', verbs: ['people.viewed'], limit: 50 };
    expect(await compiledOnBoth((db) => log.looksAt(db, asked))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => log.topUnits(db, ['u', 'v']))).toMatchSnapshot();
  });

  it('asks what an installation has of what it needs', async () => {
    expect(await compiledOnBoth((db) => firstSteps.staff(db, ['systemAdministrator']))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => firstSteps.coordinatorCounts(db, day))).toMatchSnapshot();
  });

  it('reads a page of the log, by person, deed, unit, time and reach', async () => {
    const asked = { who: '张敏', deed: 'people.', unitId: 'u', from: day, to: day, within: ['u'] };
    const page = { before: 'entry', limit: 50 };
    expect(await compiledOnBoth((db) => log.entries(db, { ...asked, ...page }, ['p']))).toMatchSnapshot();
    const all = { ...page, who: '', deed: 'people.viewed', unitId: '', from: null, to: null, within: null };
    expect(await compiledOnBoth((db) => log.entries(db, { ...all, before: '' }, []))).toMatchSnapshot();
  });

  it('names what identifiers of the log mean, each by its table’s key', async () => {
    expect(await compiledOnBoth((db) => log.namesBehind(db, ['a', 'b']))).toMatchSnapshot();
  });

  it('takes people out in portions', async () => {
    const asked = { unitIds: ['u'], day, q: '', limit: 500, offset: 500 };
    expect(await compiledOnBoth((db) => exported.exportedPeople(db, asked))).toMatchSnapshot();
    const held = { postIds: ['a', 'b'], day };
    expect(await compiledOnBoth((db) => exported.classesOn(db, held))).toMatchSnapshot();
  });

  it('reads sheets and answers of many attempts at once, to prove them', async () => {
    expect(
      await compiledOnBoth((db) => attempts.attemptsAfter(db, { after: 'a', limit: 200 })),
    ).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.storedSheets(db, ['a', 'b']))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.sealedAnswers(db, ['a', 'b']))).toMatchSnapshot();
  });
});
