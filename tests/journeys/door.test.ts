import { afterAll, beforeAll, expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { usualPolicy } from '#lib/domain/access/policy.ts';
import { accountHolder, PASSWORD } from '../support/accounts.ts';
import { sqliteSettings } from '../support/engines.ts';
import { within } from '../support/examHouse.ts';
import { startServer, type RunningServer } from '../support/programs.ts';

const people = Array.from({ length: 30 }, (_, n) => `person${n}`);
const cleanings: (() => Promise<void>)[] = [];
/** Every cookie that was set. */
const lines: string[] = [];
let server: RunningServer;

beforeAll(async () => {
  const settings = await sqliteSettings(cleanings);
  await within(settings, async (world) => {
    await access.setPolicy(world.console, { ...usualPolicy, addressFailures: 20 });
    for (const login of people) await accountHolder(world, { name: login, login });
  });
  server = await startServer(settings);
  cleanings.push(server.stop);
});
afterAll(async () => {
  for (const clean of cleanings.reverse()) await clean();
});

interface Answer {
  status: number;
  text: string;
  /** Cookies that it sets, as the next request sends them. */
  cookie: string;
}

/** A browser's plain form post, all from the one address of this machine. */
async function knock(login: string, password: string, cookie = ''): Promise<Answer> {
  const response = await fetch(`${server.origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.origin, 'sec-fetch-site': 'same-origin', accept: 'text/html', cookie },
    body: new URLSearchParams({ login, password, next: '/' }),
  });
  lines.push(...response.headers.getSetCookie());
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return { status: response.status, text: await response.text(), cookie: set.join('; ') };
}

it('Thirty people behind one address sign in at once, and none is refused', async () => {
  const answers = await Promise.all(people.map((login) => knock(login, PASSWORD)));
  expect(answers.map((one) => one.status)).toEqual(people.map(() => 303));
});

it('An account is locked over HTTP by its fifth failure, and says until when', async () => {
  const statuses: number[] = [];
  for (let tried = 0; tried < 6; tried += 1) statuses.push((await knock('person1', 'wrong')).status);
  expect(statuses).toEqual([422, 422, 422, 422, 429, 429]);
  expect((await knock('person1', PASSWORD)).text).toContain('输错次数过多');
});

it('Guesses over many accounts close the address to strangers, not to computers that people know', async () => {
  const known = await knock('person2', PASSWORD);
  const device = known.cookie.split('; ').find((one) => one.startsWith('xuefa_device=')) ?? '';
  const statuses = await Promise.all(Array.from({ length: 20 }, (_, n) => knock(`guess${n}`, 'wrong')));
  expect(statuses.some((one) => one.status === 429)).toBe(true);
  expect((await knock('person3', PASSWORD)).status).toBe(429);
  expect((await knock('person2', PASSWORD, device)).status).toBe(303);
  expect((await knock('person3', PASSWORD, device)).status).toBe(429);
});

it('The cookies that a sign-in sets cannot be read by a page, and the log holds no password', async () => {
  expect((await knock('person5', 'wrong')).cookie).toBe('');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/; HttpOnly; SameSite=Lax$/);
  expect(server.said()).not.toContain(PASSWORD);
});

it('asks nobody for the second step who has not passed the first', async () => {
  const text = await (await fetch(`${server.origin}/sign-in/second`)).text();
  expect(text).toContain('先用账号和密码登录');
  expect(text).not.toContain('密码正确');
  expect(text).not.toContain('name="code"');
});
