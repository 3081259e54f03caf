import { expect, it } from 'vitest';
import * as checks from '#lib/server/bank/queries.check.ts';
import * as imports from '#lib/server/bank/queries.import.ts';
import * as lists from '#lib/server/bank/queries.list.ts';
import * as queries from '#lib/server/bank/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const nothing: lists.BankFilter = { q: '', pool: null, type: null, topicId: null };
const narrow: lists.BankFilter = { q: '100%', pool: 'exam', type: 'single', topicId: 't' };

it('offers the published questions of a pool', async () => {
  expect(await compiledOnBoth((db) => queries.candidates(db, { pool: 'exam' }))).toMatchSnapshot();
  const dated = { pool: 'exam', topicId: 't', type: 'single', day: '2026-03-02' } as const;
  expect(await compiledOnBoth((db) => queries.candidates(db, dated))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.lawsOfCandidates(db, dated))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.articlesOfCandidates(db, dated))).toMatchSnapshot();
  const citing = { ...dated, titles: ['行政处罚法'] };
  expect(await compiledOnBoth((db) => queries.candidatesCiting(db, citing))).toMatchSnapshot();
});

it('reads versions with their laws', async () => {
  expect(await compiledOnBoth((db) => queries.versionsById(db, ['v']))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.lawsOfVersions(db, ['v']))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.checkVersions(db, ['q']))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.checkChoices(db))).toMatchSnapshot();
});

it('lists the bank whole or narrowed', async () => {
  const page = { sort: 'topic', direction: 'desc', page: 2, pageSize: 20 } as const;
  expect(await compiledOnBoth((db) => lists.questionsPage(db, { ...nothing, ...page }))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => lists.questionsPage(db, { ...narrow, ...page }))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => lists.countQuestions(db, narrow))).toMatchSnapshot();
});

it('looks through what is drawn today, publishes and retires', async () => {
  const retired: lists.BankFilter = { ...nothing, state: 'retired' };
  expect(await compiledOnBoth((db) => lists.countQuestions(db, retired))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => lists.setState(db, 'q', 'retired'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => checks.everyPublished(db))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => checks.lawVersions(db))).toMatchSnapshot();
});

it('finds what an import meets and lets a version go', async () => {
  expect(await compiledOnBoth((db) => imports.questionsByCode(db, ['K1']))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => imports.questionsByStem(db, ['哪些对']))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => imports.supersedeVersion(db, 'v'))).toMatchSnapshot();
});
