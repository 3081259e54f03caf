import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { administratorRoles, roles, type Role } from '#lib/domain/access/roles.ts';
import { DomainError, statusOf } from '#lib/domain/shared/errors.ts';
import { policy } from '#lib/server/access/policy/index.ts';
import type { Rule } from '#lib/server/access/policy/rule.ts';
import { require as ask, type Thing } from '#lib/server/access/require.ts';
import type { Act, Actor, Grant } from '#lib/server/platform/act.ts';
import { filesBelow } from '../support/source.ts';

type Verb = keyof typeof policy;
const verbs = Object.entries(policy) as [Verb, Rule][];
const now = '2026-03-02T01:00:00.000Z';

/** 区 above 局, where the role is held; 科 below it, 街道 beside it. A path is the unit and all above. */
const places = {
  own: ['局', '区'],
  below: ['科', '局', '区'],
  beside: ['街道', '区'],
  above: ['区'],
  nobody: undefined,
} as const;
type Place = keyof typeof places;

const REACHED: readonly Place[] = ['own', 'below'];

const grantOf = (role: Role, days: Partial<Grant> = {}): Grant => ({
  ...{ role, unitId: '局', from: '2026-01-01', to: null },
  ...days,
});

const person = (grants: Grant[]): Actor => ({
  ...{ kind: 'person', personId: '我', accountId: 'a', sessionId: null, name: '李明' },
  grants,
});

/** What the web would say: 200, or the status of the refusal. */
function said(actor: Actor, verb: Verb, thing: Thing): number {
  try {
    ask({ actor, now, requestId: 'r', db: undefined } as unknown as Act, verb, thing);
    return 200;
  } catch (error) {
    if (error instanceof DomainError) return statusOf(error.code);
    throw error;
  }
}

const thingAt = (place: Place, ownerId: string): Thing => ({ unitPath: places[place], ownerId });

/** Written apart from `require`: what the table means, told case by case. */
function meant(rule: Rule, role: Role | null, place: Place): number {
  if (rule.signedIn) return 200;
  const isReached = REACHED.includes(place);
  if (role && rule.roles?.includes(role) && (isReached || rule.anywhere)) return 200;
  if (place === 'nobody') return 403;
  return role && role !== 'learner' && isReached ? 403 : 404;
}

/** The verbs whose rules say so, by their names. */
const allowed = (isMet: (rule: Rule) => boolean) =>
  verbs
    .filter(([, rule]) => isMet(rule))
    .map(([verb]) => verb)
    .sort();

const everyPlace = Object.keys(places) as Place[];

describe('who may do what', () => {
  it('is for every role, verb and place what the table says', () => {
    const wrong: string[] = [];
    for (const [verb, rule] of verbs) {
      for (const role of [...roles, null]) {
        for (const place of everyPlace) {
          const actor = person(role ? [grantOf(role)] : []);
          const [got, wanted] = [said(actor, verb, thingAt(place, '别人')), meant(rule, role, place)];
          if (got !== wanted) wrong.push(`${role ?? 'no role'} ${verb} ${place}: ${got}, not ${wanted}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is for one’s own thing more only where the table says so', () => {
    for (const [verb, rule] of verbs) {
      for (const place of everyPlace) {
        const isOpen = rule.self === true || rule.signedIn === true;
        expect([verb, place, said(person([]), verb, thingAt(place, '我'))]).toEqual([
          ...[verb, place],
          isOpen ? 200 : 403,
        ]);
      }
    }
  });

  it('ends with the last day of a grant and does not begin before the first', () => {
    for (const days of [{ to: '2026-03-01' }, { from: '2026-03-03' }]) {
      for (const [verb] of verbs) {
        for (const role of roles) {
          const over = said(person([grantOf(role, days)]), verb, thingAt('own', '别人'));
          expect([verb, role, over]).toEqual([verb, role, said(person([]), verb, thingAt('own', '别人'))]);
        }
      }
    }
  });

  it('is for visitors, the console and the server itself only what is listed', () => {
    for (const [verb, rule] of verbs) {
      const answers = {
        visitor: said({ kind: 'visitor', address: '127.0.0.1' }, verb, thingAt('own', '别人')),
        console: said({ kind: 'console', user: 'root' }, verb, {}),
        system: said({ kind: 'system', job: 'x' }, verb, {}),
      };
      expect([verb, answers]).toEqual([
        verb,
        {
          visitor: rule.visitor ? 200 : 401,
          console: rule.console ? 200 : 403,
          system: rule.system ? 200 : 403,
        },
      ]);
    }
  });

  it('stands written down for the roles of few powers, so that a new one is seen', () => {
    const few = ['author', 'marker', 'clerk', ...administratorRoles] as const;
    const held = Object.fromEntries(
      few.map((role) => [role, allowed((rule) => rule.roles?.includes(role) === true)]),
    );
    expect(held).toMatchSnapshot();
  });

  it('stands written down for everybody, so that a door that is opened to all is seen', () => {
    expect({
      visitor: allowed((rule) => rule.visitor === true),
      signedIn: allowed((rule) => rule.signedIn === true),
      self: allowed((rule) => rule.self === true),
    }).toMatchSnapshot();
  });

  it('keeps the three administrators apart, and signing with the leader', () => {
    const holders = (verb: Verb) => (policy[verb] as Rule).roles;
    for (const verb of ['access.grant', 'access.setPolicy', 'access.resetAccount'] as const)
      expect(holders(verb)).toEqual(['securityAdministrator']);
    expect(holders('access.closeAccount')).toEqual(['systemAdministrator']);
    expect(holders('reports.signReport')).toEqual(['leader']);
  });
});

const rooms = filesBelow('src/lib/server', /(?<!\.test)\.ts$/)
  .filter((path) => !path.includes('/access/policy/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** `access.require(act, 'verb', thing)` and `can` of the rooms, and whether they name a thing. */
const asked = rooms.flatMap(({ path, text }) =>
  [...text.matchAll(/\b(?:require|can)\(\s*\w+,\s*'([\w.]+)'\s*(,?)/g)].map(([, verb = '', comma]) => ({
    ...{ path, verb },
    hasThing: comma === ',',
  })),
);

describe('the table', () => {
  it('names no verb that nobody asks about, and allows each to somebody', () => {
    const isSpoken = (verb: string) => rooms.some(({ text }) => text.includes(`'${verb}'`));
    expect(asked.length).toBeGreaterThan(verbs.length / 2);
    expect(verbs.filter(([verb]) => !isSpoken(verb)).map(([verb]) => verb)).toEqual([]);
    expect(verbs.filter(([, rule]) => Object.keys(rule).length === 0)).toEqual([]);
  });

  it('is asked about a thing wherever a unit or an owner decides', () => {
    const bare = asked.filter(({ verb, hasThing }) => {
      const rule: Rule | undefined = policy[verb as Verb];
      const isScoped = rule?.self || (rule?.roles && !rule.anywhere);
      return isScoped && !hasThing;
    });
    expect(bare.map(({ path, verb }) => `${path}: ${verb}`)).toEqual([]);
  });

  it('is not asked about a thing whose unit it would not look at', () => {
    const idle = asked.filter(({ verb, hasThing }) => {
      const rule: Rule | undefined = policy[verb as Verb];
      return rule?.anywhere && hasThing;
    });
    expect(idle.map(({ path, verb }) => `${path}: ${verb}`)).toEqual([]);
  });
});
