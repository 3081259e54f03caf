import { expect, it } from 'vitest';
import * as exemptions from '#lib/server/exemptions/queries.ts';
import * as waiting from '#lib/server/exemptions/queries.waiting.ts';
import { compiledOnBoth } from '../support/queries.ts';

it('lists what was asked in an exam, and the exams in which something waits', async () => {
  const page = { examId: 'e', within: ['u'], offset: 0, limit: 20 };
  expect(await compiledOnBoth((db) => exemptions.exemptionLines(db, page))).toMatchSnapshot();
  const asked = { within: ['u'], notBy: 'p' };
  expect(await compiledOnBoth((db) => waiting.examsWaiting(db, asked))).toMatchSnapshot();
});
