import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { letterOf, type CheckItem } from '#lib/domain/study/check.ts';
import { demoServer, type DemoServer } from '../support/http/demoServer.ts';
import { Visitor, type Answer } from '../support/http/visitor.ts';
import { filesBelow } from '../support/source.ts';

/**
 * The cheats known from such systems (docs/fairness.md), each tried over HTTP against the running server. 2, 3 and 4
 * also stand in keys.test.ts, 5 in the tests of the bank.
 */
let house: DemoServer;
let cheat: Visitor;
let personId: string;
let lessons: string[];

beforeAll(async () => {
  house = await demoServer({});
  cheat = await house.someone('领导');
  const login = house.accounts.find((one) => one.role === '领导')?.login ?? '';
  const account = house.db.selectFrom('account').select('person_id').where('login', '=', login);
  personId = (await account.executeTakeFirstOrThrow()).person_id;
  const done = house.db.selectFrom('check_attempt').select('lesson_id').where('person_id', '=', personId);
  const open = await house.db
    .selectFrom('lesson_version')
    .where('status', '=', 'published')
    .where('minimum_seconds', '>', 60)
    .where('lesson_id', 'not in', done)
    .select('lesson_id')
    .distinct()
    .orderBy('lesson_id')
    .limit(4)
    .execute();
  lessons = open.map((row) => row.lesson_id);
  expect(lessons).toHaveLength(4);
}, 120_000);
afterAll(() => house.stop());

/** What the person has to show: completions, entries of the ledger, attempts of an exam. */
async function gains(): Promise<number[]> {
  const tables = ['lesson_completion', 'hour_entry', 'attempt'] as const;
  return Promise.all(
    tables.map(async (table) => {
      const rows = await house.db.selectFrom(table).where('person_id', '=', personId).select('id').execute();
      return rows.length;
    }),
  );
}

function put(path: string, body: unknown): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return cheat.send(path, { method: 'PUT', headers, body: JSON.stringify(body) });
}

async function openingOf(lessonId: string): Promise<string> {
  const opening = house.db
    .selectFrom('opening')
    .where('person_id', '=', personId)
    .where('lesson_id', '=', lessonId);
  return (await opening.select('id').executeTakeFirstOrThrow()).id;
}

/** Begins a try and answers it rightly, as one who has the whole bank; the form is sent so many times at once. */
async function passCheck(lessonId: string, action: 'check' | 'testOut', times = 1): Promise<Answer[]> {
  const { location } = await cheat.post(`/lessons/${lessonId}?/${action}`, new URLSearchParams());
  const attemptId = new URL(location, 'http://x').searchParams.get('attempt') ?? '';
  const row = house.db.selectFrom('check_attempt').where('id', '=', attemptId).select('items');
  const { items } = JSON.parse((await row.executeTakeFirstOrThrow()).items) as { items: CheckItem[] };
  const form = new URLSearchParams({ attemptId });
  for (const [index, item] of items.entries()) {
    const version = house.db.selectFrom('question_version').where('id', '=', item.questionVersionId);
    const { answer_key: key } = await version.select('answer_key').executeTakeFirstOrThrow();
    for (const [place, option] of item.options.entries())
      if (key.includes(option)) form.append(`q${index + 1}[]`, letterOf(place));
  }
  return Promise.all(Array.from({ length: times }, () => cheat.post(`/lessons/${lessonId}/check`, form)));
}

it('1: calls that say “learnt”, and lessons run through with a key at hand, earn nothing before their time', async () => {
  const before = await gains();
  for (const lessonId of lessons.slice(0, 2)) {
    for (const action of ['', '?/complete', '?/finish', '?/learn'])
      expect(
        (await cheat.post(`/lessons/${lessonId}${action}`, new URLSearchParams())).status,
      ).toBeGreaterThan(399);
    expect((await cheat.post(`/lessons/${lessonId}?/open`, new URLSearchParams())).status).toBe(303);
    const [passed] = await passCheck(lessonId, 'check');
    expect(passed?.status).toBe(303);
    expect((await cheat.get(`/lessons/${lessonId}`)).text).toMatch(/还差|再读|分钟/);
  }
  expect(await gains()).toEqual(before);
});

it('6: minutes that the browser reports count nowhere, and a right press fired twice at once counts once', async () => {
  const before = await gains();
  const openingId = await openingOf(lessons[0] ?? '');
  const lies = { paragraph: 1, seconds: 36_000, minutes: 600, stime: 15, validate: 'timer', completed: true };
  await Promise.all([1, 2, 3].map(() => put(`/api/v1/openings/${openingId}/place`, lies)));
  await Promise.all([1, 2].map(() => house.someone('领导')));
  expect(await gains()).toEqual(before);

  await passCheck(lessons[3] ?? '', 'testOut', 5);
  const [completions = 0, entries = 0, attempts] = before;
  expect(await gains()).toEqual([completions + 1, entries + 1, attempts]);
});

it('7: progress that runs ahead, in steps or at once, completes nothing', async () => {
  const before = await gains();
  const openingId = await openingOf(lessons[1] ?? '');
  for (const paragraph of [1, 3, 6, 9, 9999]) {
    const answer = await put(`/api/v1/openings/${openingId}/place`, { paragraph, progress: 100, percent: 1 });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ outcome: { kind: 'timeMissing' } });
  }
  expect(await gains()).toEqual(before);
});

it('8: there is no pop-up to overwrite, and pressing “next” through a course completes nothing', async () => {
  const scripts = filesBelow('build/client', /\.js$/).map((file) => readFileSync(file, 'utf8'));
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter((text) => /\b(window\.)?(alert|confirm|prompt)\(["'`]/.test(text))).toEqual([]);
  const before = await gains();
  for (const lessonId of lessons) {
    await cheat.post(`/lessons/${lessonId}?/open`, new URLSearchParams());
    await cheat.get(`/lessons/${lessonId}`);
  }
  expect(await gains()).toEqual(before);
});

it('8: a check asks in another order every time', async () => {
  const lessonId = lessons[2] ?? '';
  const orders = new Set<string>();
  for (let n = 0; n < 6; n += 1) {
    const { location } = await cheat.post(`/lessons/${lessonId}?/check`, new URLSearchParams());
    const attemptId = new URL(location, 'http://x').searchParams.get('attempt') ?? '';
    const row = house.db.selectFrom('check_attempt').where('id', '=', attemptId).select('items');
    orders.add((await row.executeTakeFirstOrThrow()).items);
    const wrong = new URLSearchParams({ attemptId });
    for (let question = 1; question <= 20; question += 1) wrong.append(`q${question}[]`, 'A');
    await cheat.post(`/lessons/${lessonId}/check`, wrong);
  }
  expect(orders.size).toBeGreaterThan(1);
});

it('10: a name and a number open no account, no password is common to new ones, and codes are not guessed', async () => {
  const stranger = new Visitor(house.server.origin, 'stranger');
  const someone = await house.db
    .selectFrom('person')
    .where('id', 'not in', house.db.selectFrom('account').select('person_id'))
    .select(['name', 'mobile_last4', 'identity_last4'])
    .executeTakeFirstOrThrow();
  const { login = '' } = house.accounts[0] ?? {};
  const logins = [someone.name, login];
  const passwords = [someone.mobile_last4 ?? '0000', someone.identity_last4 ?? '0000', '123456'];
  for (const name of logins)
    for (const password of passwords) {
      const { status, text } = await stranger.post(
        '/sign-in',
        new URLSearchParams({ login: name, password }),
      );
      expect([422, 429]).toContain(status);
      expect(text).not.toContain('该账号不存在');
    }
  const guesses: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    const form = { code: `AAAA-AAAA-AAA${n}`, login: '', password: 'Guessed-2026', again: 'Guessed-2026' };
    guesses.push((await stranger.post('/activate', new URLSearchParams(form))).status);
  }
  expect(guesses.every((status) => status === 422 || status === 429)).toBe(true);
  const accounts = await house.db.selectFrom('account').select(['password_hash']).execute();
  const hashes = accounts.map((row) => row.password_hash).filter((hash) => hash !== null);
  expect(new Set(hashes).size).toBe(hashes.length);
});
