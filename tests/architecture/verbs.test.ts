import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { exportedFunctions, exportsOf, filesBelow, parsed } from '../support/source.ts';

/** Exported from a verbs file, but no verb: why it asks nobody. */
const exempt: Record<string, string> = {
  'access/actorOf': 'reads who acts, so that there is an act to ask about',
};

/** The audit lies below access: its writers are called by verbs that have asked already. */
const below = /^src\/lib\/server\/audit\//;

const isSubscriber = (name: string) => /^on[A-Z]/.test(name);

/** `access.require(act, …)`, or `require(act, …)` inside access itself; awaited or not. */
function asks(statement: ts.Statement | undefined): boolean {
  if (!statement || !ts.isExpressionStatement(statement)) return false;
  const call = ts.isAwaitExpression(statement.expression)
    ? statement.expression.expression
    : statement.expression;
  return ts.isCallExpression(call) && /^(access\.)?require$/.test(call.expression.getText());
}

/** True when the function's first or second statement asks, and what stands before only loads. */
function opensWell(verb: ts.FunctionDeclaration): boolean {
  const [first, second] = verb.body?.statements ?? [];
  return asks(first) || (first !== undefined && ts.isVariableStatement(first) && asks(second));
}

function complaint(place: string, verb: ts.FunctionDeclaration): string[] {
  if (!verb.parameters[0]?.getText().startsWith('act: Act')) return [`${place} does not take an act first`];
  return opensWell(verb) ? [] : [`${place} does not open with access.require`];
}

/** Names and files of the values that a front door shows. */
function shownBy(door: string): { name: string; path: string }[] {
  return exportsOf(parsed(door)).flatMap(({ names, from }) => {
    const path = join(dirname(door), from);
    const all = () => exportedFunctions(parsed(path)).map((one) => one.name?.text ?? '');
    return (names ?? all()).map((name) => ({ name, path }));
  });
}

const doors = filesBelow('src/lib/server', /\/index\.ts$/).filter(
  (path) =>
    /^src\/lib\/server\/[^/]+\/index\.ts$/.test(path) && !/\/(db|facts|documents|platform)\//.test(path),
);

it('every verb opens with at most one line that loads the thing, then asks access', () => {
  const verbs = doors
    .filter((door) => !below.test(door))
    .flatMap(shownBy)
    .filter(({ path }) => basename(path).startsWith('verbs'))
    .filter(({ name, path }) => !isSubscriber(name) && !(`${basename(dirname(path))}/${name}` in exempt));
  const complaints = verbs.flatMap(({ name, path }) => {
    const verb = exportedFunctions(parsed(path)).find((one) => one.name?.text === name);
    return verb ? complaint(`${path}: ${name}`, verb) : [];
  });
  expect(verbs.length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

it('a front door shows verbs, questions and jobs, nothing that asks nobody', () => {
  const others = doors
    .filter((door) => !/\/(access|audit)\//.test(door))
    .flatMap(shownBy)
    .filter(({ path }) => !/\/(verbs|questions|jobs)[^/]*\.ts$/.test(path));
  expect(others.map(({ name, path }) => `${path}: ${name}`)).toEqual([]);
});

/** Steps that a room shows to rooms above: part of their verbs, with no entry in the log of their own; who calls them. */
const steps: Record<string, string[]> = {
  accountProven: ['portals'],
  enterProven: ['portals'],
  joinAccounts: ['people'],
  partAccounts: ['people'],
  succeedPost: ['movement'],
  endPosts: ['movement'],
  endHeldPosts: ['movement'],
  openPost: ['movement'],
  enterPeople: ['rosters'],
  withdrawEntered: ['rosters'],
  changeRecord: ['rosters'],
  reclassPost: ['rosters'],
  renewPost: ['rosters'],
  holdCandidate: ['exemptions'],
  changeCandidacy: ['exemptions'],
  depart: ['rosters'],
  returnAgain: ['rosters'],
};

it('a step of a verb is called by the rooms that it was made for, never by a route', () => {
  const call = /\b(?:access|people|movement|exams)\.(\w+)\(/g;
  const callers = filesBelow('src', /\.(ts|svelte)$/).filter((path) => !/\.test\.ts$/.test(path));
  const found = callers.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(call)].flatMap(([, name = '']) => {
      const [, room = 'no room'] = /^src\/lib\/server\/(\w+)\//.exec(path) ?? [];
      return Object.hasOwn(steps, name) ? [{ name, room, path }] : [];
    }),
  );
  const strangers = found.filter(({ name, room }) => !steps[name]?.includes(room));
  expect(strangers.map(({ name, path }) => `${path} calls ${name}`)).toEqual([]);
  expect(Object.keys(steps).filter((step) => !found.some(({ name }) => name === step))).toEqual([]);
  const named = new RegExp(
    `import (?:type )?\\{[^}]*\\b(?:${Object.keys(steps).join('|')})\\b[^}]*\\} from '#lib/server`,
  );
  expect(callers.filter((path) => named.test(readFileSync(path, 'utf8')))).toEqual([]);
});

it('notices a verb that asks late, never, or takes no act', () => {
  const complaintAbout = (text: string) => {
    const [verb] = exportedFunctions(ts.createSourceFile('v.ts', text, ts.ScriptTarget.Latest, true));
    return verb ? complaint('verb', verb) : ['no function'];
  };
  const load = 'const thing = await load(act); ';
  expect(
    complaintAbout(`export function good(act: Act) { ${load} access.require(act, 'a', thing); }`),
  ).toEqual([]);
  expect(
    complaintAbout(`export function late(act: Act) { ${load}${load} access.require(act, 'a'); }`),
  ).toHaveLength(1);
  expect(
    complaintAbout("export function writes(act: Act) { save(act); access.require(act, 'a'); }"),
  ).toHaveLength(1);
  expect(complaintAbout('export function never(act: Act) { return 1; }')).toHaveLength(1);
  expect(complaintAbout("export function bare(db: Db) { access.require(act, 'a'); }")).toHaveLength(1);
});
