import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administratorRoles, roleLabels, roles, type Role } from '#lib/domain/access/roles.ts';
import type { DemoAccount } from '../../seeds/accounts.ts';
import type { Story } from '../../seeds/words.ts';
import { demoServer, type DemoServer } from '../support/http/demoServer.ts';
import { NumberWatch, readEndpoints, type Reader } from '../support/http/numbers.ts';
import {
  isAdmitted,
  siteRoutes,
  walkSite,
  type Findings,
  type PageForm,
  type SiteRoute,
} from '../support/http/site.ts';
import type { Visitor } from '../support/http/visitor.ts';

const PASSWORD = 'Yunshan-2026';
/** Whose pages and forms, over the whole district, are then tried by people of one street. */
const DISTRICT: Role[] = ['learner', 'coordinator', 'leader', ...administratorRoles];
const STREET_ROLES = roles.filter((role) => role !== 'clerk');

/** What is everybody's, or everybody's who holds the role anywhere: an id there belongs to no unit. */
const SHARED = [
  /^\/(courses|lessons|receipts|certificates|files|sign-in|help)\b/,
  /^\/manage\/(bank|statutes)\b/,
  /^\/insight\/(figures|reports)\/\[\w+\]/,
  // A published exam of a unit above is dealt with by those below for their own people.
  /^\/manage\/exams\/\[id\]/,
];

/** Nouns before which stands a word or a year, no id. */
const WORDS = new Set(['figures', 'reports']);
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
/** Tables of what is looked up by its own id. */
const TABLES = { events: 'event', units: 'unit', selections: 'selection', plans: 'plan' } as const;

interface Tried {
  role: Role | null;
  visitor: Visitor;
}

const site = siteRoutes();
let house: DemoServer;
let street: Tried[];
let found: (Tried & Findings & Reader)[];
let watch: NumberWatch;
/** Ids of the street and its people. */
const own: string[] = [];
/** An id of the district for each noun of `TABLES`. */
const stored = new Map<string, string>();

beforeAll(async () => {
  house = await demoServer({ prepare });
  for (const [noun, table] of Object.entries(TABLES)) {
    const row = await house.db
      .selectFrom(table)
      .select('id')
      .where('id', 'not in', own)
      .limit(1)
      .executeTakeFirst();
    if (row) stored.set(noun, row.id);
  }
  found = [];
  for (const role of DISTRICT) {
    const visitor = await house.someone(roleLabels[role]);
    const look = await watch.reader(house.accounts.find((one) => one.role === visitor.name)?.login ?? '');
    found.push({ role, visitor, look, ...(await walkSite(visitor, site, look)) });
  }
  street = [{ role: null, visitor: await house.someone('访客') }];
  for (const role of STREET_ROLES)
    street.push({ role, visitor: await house.someone(`左岸${roleLabels[role]}`) });
}, 180_000);
afterAll(() => house.stop());

/** Somebody for each role, who holds it over a new street alone: all that the district has is another's. */
async function prepare(story: Story): Promise<DemoAccount[]> {
  watch = await NumberWatch.over(story.db);
  const { id: districtId } = await story.db
    .selectFrom('unit')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow();
  const id = await story.unit('左岸街道', districtId, story.today);
  own.push(id);
  const accounts: DemoAccount[] = [];
  for (const [n, role] of STREET_ROLES.entries()) {
    const who = await story.person({ name: `左岸${roleLabels[role]}`, title: '科员' }, id, story.today);
    own.push(who.id);
    const login = `street${n}`;
    await story.account(who, login, PASSWORD);
    if (role !== 'learner') await story.role(who, role, id);
    accounts.push({ role: who.name, login, password: PASSWORD });
  }
  return accounts;
}

const isShared = ({ pattern }: SiteRoute) => SHARED.some((one) => one.test(pattern));

/** The address with ids of the district in it, met by those who are told; null where they met none. */
function filled(pattern: string, by: readonly Findings[] = found): string | null {
  let isKnown = true;
  const path = pattern.replaceAll(/([^/]+)\/\[\w+\]/g, (_, noun: string) => {
    const met = by.map((one) => one.ids.get(noun) ?? '');
    // A walk may have taken the page `new` of a noun for one of its things.
    const id = [...met, stored.get(noun) ?? ''].find((one) => UUID.test(one) && !own.includes(one));
    isKnown &&= id !== undefined || WORDS.has(noun);
    return `${noun}/${encodeURIComponent(id ?? met.find((one) => one !== '') ?? '0')}`;
  });
  return isKnown ? path : null;
}

it('lets through to each route whom its policy names, and to another’s thing nobody', async () => {
  const wrong: string[] = [];
  let tried = 0;
  for (const route of site.filter((one) => one.hasPage || one.methods.includes('GET'))) {
    const path = filled(route.pattern);
    if (path === null || /sign-out|setup|\/portals\//.test(route.pattern)) continue;
    const isAnothers = route.pattern.includes('[') && !isShared(route);
    for (const one of street) {
      const { status, location } = await one.visitor.get(path);
      const said = `${one.visitor.name} GET ${route.pattern}: ${status} ${location}`;
      tried += 1;
      if (!isAdmitted(one, route.pattern)) {
        const isOut = one.role === null ? location.startsWith('/sign-in') || status === 401 : status === 403;
        if (!isOut) wrong.push(said);
      } else if (isAnothers ? ![403, 404].includes(status) : status === 403 || status >= 500)
        wrong.push(said);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(400);
});

it('tells nobody a whole number of another, on a page, in a file or through the interface', async () => {
  const files = await readEndpoints(site, found, (route, one) => filled(route.pattern, [one]));
  expect(watch.told).toEqual([]);
  const some = ['/manage/people/export', '/insight/figures/[key]/workbook', '/api/v1/attempts/[id]/clock'];
  expect(files).toEqual(expect.arrayContaining(some));
});

it('refuses nobody behind a route that lets him through', async () => {
  const wrong: string[] = [];
  for (const route of site.filter((one) => one.hasPage)) {
    for (const one of found.filter((who) => isAdmitted(who, route.pattern))) {
      const path = filled(route.pattern, [one]);
      // What the store holds of a noun may lie beside a single person’s reach.
      if (path === null || /setup/.test(route.pattern)) continue;
      const { status } = await one.visitor.get(path);
      if (status === 403 || status >= 500) wrong.push(`${one.visitor.name} GET ${route.pattern}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('shows nobody of another unit for an id in the query', async () => {
  const wrong: string[] = [];
  const ids = new Map(found.flatMap((one) => [...one.ids]));
  const strangers = await house.db
    .selectFrom('person')
    .innerJoin('post', 'post.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .select(['person.id', 'person.name', 'unit.id as unit_id'])
    .where('unit.name', '=', '综合行政执法局')
    .execute();
  const [stranger] = strangers;
  const query = new URLSearchParams({
    ...{ unit: stranger?.unit_id ?? '', unitId: stranger?.unit_id ?? '', under: stranger?.unit_id ?? '' },
    ...{ person: stranger?.id ?? '', personId: stranger?.id ?? '', exam: ids.get('exams') ?? '' },
    ...{
      event: ids.get('events') ?? '',
      plan: ids.get('plans') ?? '',
      selection: ids.get('selections') ?? '',
    },
  });
  for (const route of site.filter((one) => one.hasPage && !one.pattern.includes('['))) {
    for (const one of street.filter((who) => isAdmitted(who, route.pattern))) {
      const { status, text } = await one.visitor.get(`${route.pattern}?${query}`);
      const seen = strangers.filter(({ name }) => text.includes(name)).map(({ name }) => name);
      if (status >= 500 || seen.length > 0)
        wrong.push(`${one.visitor.name} ${route.pattern}: ${status} ${seen.join('、')}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** Tables that requests touch without anything being done. */
const ASIDE = /^(audit_|session|throttle|job_lease|heartbeat|standing_|sign_in|setting|sqlite_|mail)/;

/** A digest of every table's rows. */
async function digests(): Promise<Record<string, string>> {
  const tables = await house.db.introspection.getTables();
  const told: Record<string, string> = {};
  for (const { name } of tables.filter((one) => !ASIDE.test(one.name))) {
    const { rows } = await sql.raw(`select * from "${name}"`).execute(house.db);
    told[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  }
  return told;
}

/** Forms of the district's pages that name what belongs to a unit or a person there. */
function anothersForms(): PageForm[] {
  return found
    .flatMap((one) => one.forms)
    .filter(({ action, fields }) => {
      const text = [action, ...fields.map(([, value]) => value)].join();
      if (!UUID.test(text) || own.some((id) => text.includes(id))) return false;
      if (/^\/(sign-|display|security|exams|claims|lessons|courses)/.test(action)) return false;
      return !/^\/manage\/(bank|statutes)\b/.test(action);
    });
}

it('does nothing of another’s form, whoever sends it with its ids', async () => {
  const before = await digests();
  const wrong: string[] = [];
  const forms = anothersForms();
  for (const { action, fields } of forms) {
    for (const { role, visitor } of street) {
      const { status, location } = await visitor.post(action, new URLSearchParams(fields));
      const isRefused = role === null ? location.startsWith('/sign-in') : status >= 400 && status < 500;
      if (!isRefused) wrong.push(`${visitor.name} POST ${action}: ${status} ${location}`);
    }
  }
  const after = await digests();
  expect(wrong).toEqual([]);
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
  expect(forms.length).toBeGreaterThan(20);
});

it('does nothing for an id of another in the path of the interface', async () => {
  const before = await digests();
  const wrong: string[] = [];
  for (const route of site) {
    const path = filled(route.pattern);
    if (path === null || !route.pattern.includes('[') || isShared(route)) continue;
    for (const method of route.methods.filter((one) => one !== 'GET')) {
      for (const { visitor } of street) {
        const headers = { accept: 'application/json', 'content-type': 'application/json' };
        const { status } = await visitor.send(path, { method, body: '{}', headers });
        if (![401, 403, 404, 422, 303].includes(status))
          wrong.push(`${visitor.name} ${method} ${path}: ${status}`);
      }
    }
  }
  const after = await digests();
  expect(wrong).toEqual([]);
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
});
