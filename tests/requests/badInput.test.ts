import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoServer, rowCounter, type DemoServer } from '../support/http/demoServer.ts';
import {
  badParameters,
  badQueries,
  badValues,
  brokenBodies,
  fieldNames,
  rubbishForms,
  rubbishJson,
  type Rubbish,
} from '../support/http/rubbish.ts';
import { spoiltFiles } from '../support/http/spoiltFiles.ts';
import { siteRoutes, walkSite, type Findings, type SiteRoute } from '../support/http/site.ts';
import { isDoor, isSentence, ofAction } from '../support/http/refusal.ts';
import type { Answer, Visitor } from '../support/http/visitor.ts';

/** Above everything that is sent here. */
const BODY_LIMIT = 3_000_000;
/** Files are read one after another by a job. */
const patience = { timeout: 60_000, interval: 300 };
const ROLES = ['访客', '学员', '培训管理员', '领导', '系统管理员', '安全管理员'];

/** Those of the bad values that a single field is tried with: the others met every field already. */
const SPOILERS = new Set(['controls', 'huge', 'unknown']);

const routes = siteRoutes();
let house: DemoServer;
let names: string[];
let people: { visitor: Visitor; found: Findings }[];
let faults: string[];
let count: () => Promise<Record<string, number>>;
let counts: Record<string, number>;

beforeAll(async () => {
  house = await demoServer({ env: { BODY_SIZE_LIMIT: String(BODY_LIMIT) } });
  names = await fieldNames();
  people = [];
  for (const role of ROLES) {
    const visitor = await house.someone(role);
    if (role === '学员') await beginExam(visitor);
    people.push({ visitor, found: await walkSite(visitor, routes) });
  }
  count = await rowCounter(house.db);
  counts = await count();
}, 180_000);
afterAll(() => house.stop());

/** An attempt under way, so that its room is there to be tried. */
async function beginExam(learner: Visitor): Promise<void> {
  const { text } = await learner.get('/exams');
  const examId = /name="examId" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const begun = await learner.post('/exams?/start', new URLSearchParams({ examId }));
  expect(begun.location).toMatch(/^\/attempts\//);
}

/** Addresses of a route: with ids that exist, with an unknown one, and with rubbish in their place. */
function addresses(route: SiteRoute, found: Findings): { real: string; wrong: string[] } {
  const real = route.pattern.replaceAll(/([^/]+)\/\[\w+\]/g, (_, noun: string) => {
    const id = found.ids.get(noun) ?? people.map((one) => one.found.ids.get(noun)).find((one) => one);
    return `${noun}/${encodeURIComponent(id ?? badParameters[0] ?? '')}`;
  });
  if (real === route.pattern) return { real, wrong: [] };
  return { real, wrong: badParameters.map((bad) => route.pattern.replaceAll(/\[\w+\]/g, bad)) };
}

/** Notes what is wrong with an answer: a surprise, a refusal without a sentence, a refusal that changed rows. */
async function judge(answer: Answer, what: string): Promise<void> {
  const after = await count();
  const changed = Object.keys(after).filter((table) => after[table] !== counts[table]);
  counts = after;
  if (answer.status >= 500) faults.push(`${what}: ${answer.status}`);
  if (answer.status < 400) return;
  if (!isSentence(answer))
    faults.push(`${what}: ${answer.status} without a sentence: ${answer.text.slice(0, 80)}`);
  if (changed.length > 0)
    faults.push(`${what}: refused with ${answer.status}, yet changed ${changed.join(', ')}`);
}

async function send(visitor: Visitor, path: string, message: Rubbish): Promise<Answer> {
  const answer = ofAction(await visitor.send(path, { method: 'POST', ...message }));
  await judge(answer, `${visitor.name} ${message.method ?? 'POST'} ${path.slice(0, 80)} (${message.what})`);
  return answer;
}

async function tooLarge(visitor: Visitor, path: string, as: { method: string; type: string }): Promise<void> {
  const status = await visitor.announce(path, { ...as, bytes: BODY_LIMIT + 1 });
  // An endpoint that reads no body, or no form, may refuse for that reason first.
  const isRefused = as.type === 'application/json' ? status < 500 : status === 413 || status < 400;
  if (!isRefused) faults.push(`${visitor.name} ${path} answered a body over the limit with ${status}`);
}

async function everybody(tries: (visitor: Visitor, found: Findings) => Promise<void>): Promise<void> {
  faults = [];
  for (const { visitor, found } of people) await tries(visitor, found);
  const surprises = house.server
    .said()
    .split('\n')
    .filter((line) => line.includes('a request failed'));
  expect([...faults, ...surprises]).toEqual([]);
}

it('knows the routes, their actions, and real ids to try them with', () => {
  expect(routes.find((one) => one.pattern === '/manage/people/import')?.actions).toEqual(['check']);
  expect(routes.find((one) => one.pattern === '/api/v1/attempts/[id]/answers')?.methods).toEqual(['PUT']);
  const found = new Set(people.flatMap((one) => [...one.found.ids.keys()]));
  for (const noun of ['attempts', 'courses', 'lessons', 'people', 'events', 'openings']) {
    expect([...found]).toContain(noun);
  }
});

it('answers every odd address with a page or a sentence', async () => {
  await everybody(async (visitor, found) => {
    for (const route of routes.filter((one) => one.hasPage || one.methods.includes('GET'))) {
      const { real, wrong } = addresses(route, found);
      const asked = [...badQueries.map((query) => real + query), ...wrong];
      for (const path of asked) {
        const answer = await visitor.get(path);
        await judge(answer, `${visitor.name} GET ${path.slice(0, 100)}`);
        if (isDoor(answer)) break;
      }
    }
  });
});

it('refuses every form that is rubbish with a sentence, and does nothing of it', async () => {
  const [slight, ...forms] = await rubbishForms(names);
  const tried = new Set<string>();
  await everybody(async (visitor, found) => {
    for (const route of routes) {
      const { real, wrong } = addresses(route, found);
      for (const name of route.actions) {
        const path = real + (name === 'default' ? '' : `?/${name}`);
        const bare = await send(visitor, path, { what: 'bare', body: new URLSearchParams() });
        if (isDoor(bare)) continue;
        if (slight) await send(visitor, path, slight);
        if (tried.has(path) || bare.status === 404) continue;
        tried.add(path);
        for (const form of forms) await send(visitor, path, form);
        await breakForm(visitor, path, bare);
        for (const bad of wrong)
          await send(visitor, path.replace(real, bad), { what: 'wrong id', body: new URLSearchParams() });
      }
    }
  });
});

/** Bodies that are no form, and one over the limit; a page that is not there says so instead. */
async function breakForm(visitor: Visitor, path: string, bare: Answer): Promise<void> {
  for (const { expected, ...broken } of brokenBodies()) {
    const { status } = await send(visitor, path, broken);
    if (![...expected, bare.status].includes(status))
      faults.push(`${visitor.name} ${path} answered ${broken.what} with ${status}`);
  }
  await tooLarge(visitor, path, { method: 'POST', type: 'application/x-www-form-urlencoded' });
}

it('refuses a real form with one field spoilt, or does all that it asks for', async () => {
  await everybody(async (visitor, found) => {
    for (const { action, fields } of found.forms) {
      if (action.startsWith('/sign-')) continue;
      for (const [index, [field]] of fields.entries()) {
        for (const [what, value] of Object.entries(badValues).filter(([what]) => SPOILERS.has(what))) {
          const body = new URLSearchParams(fields.map((one, n) => (n === index ? [field, value] : one)));
          await send(visitor, action, { what: `${field}: ${what}`, body });
        }
        const without = new URLSearchParams(fields.filter((_, n) => n !== index));
        await send(visitor, action, { what: `without ${field}`, body: without });
      }
    }
  });
});

it('refuses every call of the interface that is rubbish with a sentence', async () => {
  await everybody(async (visitor, found) => {
    for (const route of routes) {
      const { real, wrong } = addresses(route, found);
      for (const method of route.methods.filter((one) => one !== 'GET')) {
        const bare = await send(visitor, real, { what: 'bare', method, headers: { accept: '*/*' } });
        if (isDoor(bare)) continue;
        for (const body of rubbishJson(names)) await send(visitor, real, { method, ...body });
        if (bare.status >= 400 && bare.status !== 404)
          await tooLarge(visitor, real, { method, type: 'application/json' });
        for (const path of wrong) await send(visitor, path, { what: 'wrong id', method });
      }
    }
  });
});

function coordinator(): Visitor {
  const found = people.find((one) => one.visitor.name === '培训管理员');
  if (!found) throw new Error('the demo has no coordinator');
  return found.visitor;
}

function formWith(file: File, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', file);
  return form;
}

describe('a file given to the bank', () => {
  it.each(spoiltFiles())(
    'that is %s is refused or reported, and nothing of it is kept',
    async (_, name, bytes) => {
      const before = await count();
      const form = formWith(new File([bytes], name), { intent: 'import' });
      const answer = await coordinator().post('/manage/bank/import', form);
      expect(answer.status).toBeLessThan(500);
      expect(isSentence(answer)).toBe(true);
      expect(await count()).toEqual(before);
    },
  );
});

/** What a file of another system's results comes with; other imports leave it unread. */
async function aboutResults(): Promise<Record<string, string>> {
  const { text } = await coordinator().get('/manage/outside/import');
  const unitId = /name="unitId" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect(unitId).not.toBe('');
  return { unitId, source: '省平台', basis: '通知' };
}

it('spoilt rosters, trees and results are refused or reported on their pages, and nothing of them is kept', async () => {
  const { import_batch: _, outside_import: _kept, ...before } = await count();
  const places: string[] = [];
  const about = await aboutResults();
  for (const [what, name, bytes] of spoiltFiles()) {
    // All kinds are read by one thread program; the others are tried with some.
    const others = name.endsWith('.csv') ? ['/manage/units/import', '/manage/outside/import'] : [];
    for (const path of ['/manage/people/import', ...others]) {
      const form = formWith(new File([bytes], name), about);
      const answer = await coordinator().post(`${path}?/check`, form);
      if (answer.status === 303) places.push(answer.location);
      else expect([what, answer.status < 500 && isSentence(answer)]).toEqual([what, true]);
    }
  }
  for (const place of places) {
    await expect.poll(async () => (await coordinator().get(place)).text, patience).not.toContain('正在检查');
    expect(isSentence(await coordinator().get(place))).toBe(true);
  }
  const { import_batch: __, outside_import: __kept, ...after } = await count();
  expect(after).toEqual(before);
}, 120_000);
