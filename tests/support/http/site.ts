import { dirname } from 'node:path';
import ts from 'typescript';
import type { Role } from '#lib/domain/access/roles.ts';
import { routes as admissions } from '../../../src/hooks/routes.ts';
import { filesBelow, nodesOf, parsed } from '../source.ts';
import type { Answer, Visitor } from './visitor.ts';

/** A route as its files tell it. */
export interface SiteRoute {
  /** Address with its parameters in brackets, e.g. `/courses/[id]`. */
  pattern: string;
  hasPage: boolean;
  /** Names of its form actions; `default` for the one without a name. */
  actions: string[];
  /** Methods of its endpoint. */
  methods: string[];
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Every route below `src/routes`, endpoints first: pages may end what an endpoint needs. */
export function siteRoutes(): SiteRoute[] {
  const files = filesBelow('src/routes', /\/\+(page\.svelte|page\.server\.ts|server\.ts)$/);
  const routes = new Map<string, SiteRoute>();
  for (const file of files) {
    const pattern = `/${dirname(file)
      .split('/')
      .slice(2)
      .filter((part) => !part.startsWith('('))
      .join('/')}`;
    const route = routes.get(pattern) ?? { pattern, hasPage: false, actions: [], methods: [] };
    routes.set(pattern, route);
    if (file.endsWith('page.svelte')) route.hasPage = true;
    else if (file.endsWith('page.server.ts')) route.actions = actionsOf(file);
    else route.methods = exportedNames(file).filter((name) => METHODS.has(name));
  }
  return [...routes.values()].sort((a, b) => b.methods.length - a.methods.length);
}

function declarations(file: string): ts.VariableDeclaration[] {
  return nodesOf(parsed(file)).filter(
    (node): node is ts.VariableDeclaration =>
      ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent),
  );
}

const exportedNames = (file: string) => declarations(file).map((one) => one.name.getText());

function actionsOf(file: string): string[] {
  const object = declarations(file).find((one) => one.name.getText() === 'actions')?.initializer;
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((one) => (one.name ? [one.name.getText()] : []));
}

/** A form as it stands on a page: where it is sent, and its fields with what they hold. */
export interface PageForm {
  action: string;
  fields: [name: string, value: string][];
}

/** What a walk through the site found: ids by the noun before them (`courses` → id), and forms. */
export interface Findings {
  ids: Map<string, string>;
  forms: PageForm[];
}

const MOST_PAGES = 60;
const MOST_OF_A_KIND = 2;

/** What is to be noted of a page that the walk opened. */
export type Look = (page: string, answer: Answer) => void;

/** Follows the links of the site from home as a reader would, at most two pages of a kind. */
export async function walkSite(
  visitor: Visitor,
  routes: readonly SiteRoute[],
  look: Look = () => undefined,
): Promise<Findings> {
  const found: Findings = { ids: new Map(), forms: [] };
  const waiting = ['/'];
  const seen = new Map<string, number>();
  for (
    let page = waiting.shift(), n = 0;
    page !== undefined && n < MOST_PAGES;
    page = waiting.shift(), n += 1
  ) {
    const answer = await visitor.get(page);
    const { text } = answer;
    look(page, answer);
    for (const link of linksOf(text)) {
      const route = routeOf(routes, link);
      if (!route) continue;
      noteIds(found.ids, route.pattern, link);
      const times = seen.get(route.pattern) ?? 0;
      if (!route.hasPage || times >= MOST_OF_A_KIND || waiting.includes(link)) continue;
      seen.set(route.pattern, times + 1);
      waiting.push(link);
    }
    for (const form of formsOf(text, page)) noteForm(found, form);
  }
  return found;
}

/** Route ids carry their groups, patterns do not. */
function admissionOf(pattern: string) {
  const idOf = (id: string) => id.replaceAll(/\/\([^)]*\)/g, '') || '/';
  return Object.entries(admissions).find(([id]) => idOf(id) === pattern)?.[1];
}

/** True when the policy of a route names a role; null is somebody who is not signed in. */
export function isAdmitted({ role }: { role: Role | null }, pattern: string): boolean {
  const admission = admissionOf(pattern);
  if (admission === 'public') return true;
  if (role === null || admission === undefined) return false;
  return admission === 'signedIn' || admission.includes(role);
}

const partsOf = (path: string) => (path.split(/[?#]/)[0] ?? '').split('/');

/** The route of a link; a name of its own (`events/new`) goes before an id in its place (`events/[id]`). */
function routeOf(routes: readonly SiteRoute[], link: string): SiteRoute | undefined {
  const fitting = routes.filter((one) => matches(one.pattern, link));
  return fitting.find((one) => !one.pattern.includes('[')) ?? fitting[0];
}

function matches(pattern: string, link: string): boolean {
  const [wanted, given] = [partsOf(pattern), partsOf(link)];
  return (
    wanted.length === given.length && wanted.every((part, n) => part.startsWith('[') || part === given[n])
  );
}

function noteIds(ids: Map<string, string>, pattern: string, link: string): void {
  const given = partsOf(link);
  for (const [n, part] of partsOf(pattern).entries()) {
    const noun = given[n - 1] ?? '';
    if (part.startsWith('[') && !ids.has(noun)) ids.set(noun, decodeURIComponent(given[n] ?? ''));
  }
}

function noteForm({ ids, forms }: Findings, form: PageForm): void {
  for (const [name, value] of form.fields) {
    const [, noun] = /^(\w+)Id$/.exec(name) ?? [];
    if (noun && value !== '' && !ids.has(`${noun}s`)) ids.set(`${noun}s`, value);
  }
  if (!forms.some((one) => one.action === form.action)) forms.push(form);
}

const linksOf = (html: string) =>
  [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, link]) => unescaped(link ?? ''));

function formsOf(html: string, page: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', inside = '']) => {
    if (!/method="post"/i.test(head)) return [];
    const action = unescaped(/action="([^"]*)"/.exec(head)?.[1] ?? '');
    const path = partsOf(page).join('/');
    const at = action.startsWith('/') ? action : `${path}${action}`;
    return [{ action: at, fields: [...inputsOf(inside), ...selectsOf(inside)] }];
  });
}

function inputsOf(html: string): [string, string][] {
  return [...html.matchAll(/<(?:input|button|textarea)\b([^>]*)>/g)].flatMap(([, head = '']) => {
    const name = /\bname="([^"]*)"/.exec(head)?.[1];
    return name ? [[unescaped(name), unescaped(/\bvalue="([^"]*)"/.exec(head)?.[1] ?? '')]] : [];
  });
}

function selectsOf(html: string): [string, string][] {
  return [...html.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', inside = '']) => {
      const values = [...inside.matchAll(/<option\b[^>]*\bvalue="([^"]*)"/g)].map(([, value]) => value ?? '');
      return [unescaped(name), unescaped(values.find((value) => value !== '') ?? '')];
    },
  );
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
