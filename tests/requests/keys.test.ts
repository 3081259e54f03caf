import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSheetOptions } from '#lib/domain/exams/sheet.ts';
import { demoServer, type DemoServer } from '../support/http/demoServer.ts';
import { filesBelow } from '../support/source.ts';
import type { Answer, Visitor } from '../support/http/visitor.ts';

let house: DemoServer;
let learner: Visitor;
let attemptId: string;
let items: Item[];

/** Everything that the learner was told while he sat the exam. */
const told: { at: string; text: string }[] = [];

interface Item {
  id: string;
  options: { id: string; isRight: boolean }[];
  /** Words of the bank that only stand in key and explanation, and ids that mean something there. */
  secrets: string[];
}

beforeAll(async () => {
  house = await demoServer({ env: { LOG_LEVEL: 'debug' } });
  learner = await house.someone('学员');
  const { text } = await ask('/exams');
  const examId = /name="examId" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const { location } = await learner.post('/exams?/start', new URLSearchParams({ examId }));
  attemptId = location.replace('/attempts/', '');
  items = await itemsOf(attemptId);
}, 120_000);
afterAll(() => house.stop());

async function itemsOf(attempt: string): Promise<Item[]> {
  const rows = await house.db
    .selectFrom('attempt_item')
    .innerJoin('question_version as version', 'version.id', 'attempt_item.question_version_id')
    .innerJoin('question', 'question.id', 'version.question_id')
    .select([
      'item_id',
      'attempt_item.options',
      'answer_key',
      'explanation',
      'version.id',
      'question_id',
      'code',
    ])
    .where('attempt_id', '=', attempt)
    .execute();
  return rows.map((row) => ({
    id: row.item_id,
    options: readSheetOptions(row.options).map(({ id, source }) => ({
      id,
      isRight: row.answer_key.includes(source),
    })),
    secrets: [row.explanation, row.id, row.question_id, row.code].filter((secret) => secret.length > 3),
  }));
}

async function heard(at: string, answer: Promise<Answer>): Promise<Answer> {
  const given = await answer;
  told.push({ at, text: given.text });
  return given;
}

const ask = (path: string) => heard(`GET ${path}`, learner.get(path));

function call(method: string, path: string, body: unknown): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const message = { method, headers, body: JSON.stringify(body) };
  return heard(`${method} ${path}`, learner.send(path, message));
}

const times = (text: string, part: string) => text.split(part).length - 1;

/** Fails where a word of the bank is told, or where right options are told of otherwise than wrong ones. */
function expectNoKey(): void {
  for (const { at, text } of [...told, { at: 'the log', text: house.server.said() }]) {
    expect(text, at).not.toMatch(/answer_?key|explanation|isRight|"seed"/i);
    for (const secret of items.flatMap((item) => item.secrets)) expect(text, at).not.toContain(secret);
  }
}

it('tells of right and wrong options alike in the room and its data', async () => {
  expect(items.filter((item) => item.secrets.length > 3).length).toBeGreaterThan(20);
  for (const path of [`/attempts/${attemptId}`, `/attempts/${attemptId}/__data.json`]) {
    const { status, text } = await ask(path);
    expect(status).toBe(200);
    for (const { options } of items) {
      const [first, ...others] = options.map(({ id }) => times(text, id));
      if (path.endsWith('json')) expect(first).toBeGreaterThan(0);
      expect(others).toEqual(others.map(() => first));
    }
  }
  expectNoKey();
});

it('gives no key away with a save, an early look at the result, the receipt and the result before release', async () => {
  const writer = JSON.parse((await call('POST', `/api/v1/attempts/${attemptId}/writer`, {})).text) as {
    writer: number;
  };
  for (const [n, item] of items.entries()) {
    const [first] = item.options.filter((option) => option.isRight === (n % 2 === 0));
    const answers = [{ itemId: item.id, revision: 1, chosen: first ? [first.id] : [] }];
    const saved = await call('PUT', `/api/v1/attempts/${attemptId}/answers`, { ...writer, answers });
    expect(saved.status).toBe(200);
  }
  await ask(`/attempts/${attemptId}?item=2`);
  expect((await ask(`/attempts/${attemptId}/result`)).status).toBe(409);
  await heard('submit', learner.post(`/attempts/${attemptId}/submission`, new URLSearchParams()));
  expect((await ask(`/attempts/${attemptId}/submission`)).status).toBe(200);
  const result = await ask(`/attempts/${attemptId}/result`);
  expect(result.status).toBe(200);
  for (const path of ['submission', 'result', 'submission/__data.json', 'result/__data.json', '__data.json'])
    await ask(`/attempts/${attemptId}/${path}`);
  for (const path of ['/', '/exams', '/archive', '/exams/__data.json']) await ask(path);
  expectNoKey();
  for (const id of items.flatMap((item) => item.options).map((option) => option.id))
    expect(result.text).not.toContain(id);
});

it('3: gives a second paper other ids throughout, and nothing of the bank’s own', async () => {
  const { text } = await ask('/exams');
  const examId = /name="examId" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const { location } = await learner.post('/exams?/start', new URLSearchParams({ examId }));
  const second = await itemsOf(location.replace('/attempts/', ''));
  const ids = (list: Item[]) =>
    list.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]);
  const first = new Set(ids(items));
  expect(second).toHaveLength(items.length);
  expect(ids(second).filter((id) => first.has(id))).toEqual([]);
  expect(second.map(({ secrets }) => secrets[1])).not.toEqual(items.map(({ secrets }) => secrets[1]));
  items = [...items, ...second];
  await ask(location);
  await heard('submit blank', learner.post(`${location}/submission`, new URLSearchParams()));
  expect((await ask(`${location}/result`)).status).toBe(200);
  expectNoKey();
});

it('ships no key with the scripts and styles of the page', () => {
  const files = filesBelow('build/client', /\.(js|css|html|json)$/);
  const shipped = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(files.length).toBeGreaterThan(20);
  expect(items.flatMap((item) => item.secrets).filter((secret) => shipped.includes(secret))).toEqual([]);
});

it('tells items, own answer, key and explanation once the window is over and nobody sits any more', async () => {
  await house.db.updateTable('attempt').set({ status: 'closed' }).where('status', '=', 'open').execute();
  const now = new Date().toISOString();
  await house.db.updateTable('sitting').set({ closes_at: now }).where('closes_at', '>', now).execute();
  const { status, text } = await learner.get(`/attempts/${attemptId}/result`);
  expect(status).toBe(200);
  expect(text).toContain('正确答案');
  const explanations = items.slice(0, times(text, '正确答案 ')).map((item) => item.secrets[0] ?? '');
  expect(explanations.length).toBeGreaterThan(10);
  const plain = text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&quot;', '"');
  expect(explanations.filter((words) => !plain.includes(words))).toEqual([]);
});
