import { newId } from '#lib/server/platform/ids.ts';
import type * as v from 'valibot';
import { filesBelow } from '../source.ts';
import type { Message } from './visitor.ts';

/** Names of all fields that any form of the product knows, so that rubbish meets them whatever the form. */
export async function fieldNames(): Promise<string[]> {
  const names = new Set(['unit', 'zoom', 'theme', 'back', '__proto__', 'constructor', 'toString']);
  for (const file of filesBelow('src/lib/forms', /(?<!\.test)\.ts$/)) {
    const exported = (await import(/* @vite-ignore */ `../../../${file}`)) as Record<string, unknown>;
    for (const value of Object.values(exported)) {
      if (typeof value !== 'object' || value === null || !('entries' in value)) continue;
      for (const name of Object.keys((value as v.ObjectSchema<v.ObjectEntries, undefined>).entries))
        names.add(name);
    }
  }
  return [...names];
}

/** Values that no field is meant to hold, by what is wrong with them. */
export const badValues: Record<string, string> = {
  garbage: '<script>alert(1)</script>\u{1f4a5} ÿ %s ${x}',
  controls: 'a\u0000b\u0007\u001b\uffff',
  path: '../../../../etc/passwd',
  huge: '99999999999999999999',
  negative: '-1',
  fraction: '1e308',
  unknown: newId(),
  long: '长'.repeat(700),
};

export interface Rubbish extends Message {
  what: string;
}

const urlencoded = 'application/x-www-form-urlencoded';

/** Bad values that are sent as a browser without script sends them; the others as the page's script does. */
const PLAINLY = new Set(['garbage', 'long']);

/** How the page's script sends a form: the answer is the action's own, without the page around it. */
const byScript = { accept: 'application/json', 'x-sveltekit-action': 'true' };

/** Forms that nobody may send; all of these must be refused or be mere presses of a button. */
export function rubbishForms(names: readonly string[]): Promise<Rubbish[]> {
  const filled = (value: string): BodyInit => new URLSearchParams(names.map((name) => [name, value]));
  const twice = new URLSearchParams(
    names.flatMap((name) => [
      [name, 'a'],
      [name, 'b'],
      [`${name}[]`, 'c'],
    ]),
  );
  const files = new FormData();
  for (const name of names) {
    files.append(name, new File(['x'], '../../x\u0001.xlsx'));
    files.append(`${name}[]`, new File([], ''));
  }
  const forms: Rubbish[] = [
    ...Object.entries(badValues).map(([what, value]) => ({
      ...{ what, body: filled(value) },
      headers: PLAINLY.has(what) ? {} : byScript,
    })),
    { what: 'repeated', body: twice },
    { what: 'files', body: files },
    {
      what: 'no UTF-8',
      body: Buffer.from('title=%FF%FE&%00=%00&&=&unitId=%C0%80', 'latin1'),
      headers: { 'content-type': urlencoded },
    },
  ];
  return Promise.all(forms.map(encoded));
}

/** Ready to be sent many times: some are megabytes of escaped characters. */
async function encoded(form: Rubbish): Promise<Rubbish> {
  if (!(form.body instanceof URLSearchParams) && !(form.body instanceof FormData)) return form;
  const written = new Response(form.body);
  const headers = { ...form.headers, 'content-type': written.headers.get('content-type') ?? '' };
  return { ...form, headers, body: new Uint8Array(await written.arrayBuffer()) };
}

/** Bodies that are no form at all, with the statuses that may answer them. */
export function brokenBodies(): (Rubbish & { expected: number[] })[] {
  const typed = (type: string) => ({ 'content-type': type });
  return [
    { what: 'JSON for a form', body: '{"a":1}', headers: typed('application/json'), expected: [415] },
    { what: 'text for a form', body: 'a=1', headers: typed('text/plain'), expected: [415] },
    { what: 'XML for a form', body: '<a/>', headers: typed('application/xml'), expected: [415] },
    { what: 'no boundary', body: 'a=1', headers: typed('multipart/form-data'), expected: [400, 415, 422] },
    {
      what: 'cut off',
      body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      headers: typed('multipart/form-data; boundary=x'),
      expected: [400, 422],
    },
  ];
}

/** Bodies for endpoints that read JSON. */
export function rubbishJson(names: readonly string[]): Rubbish[] {
  const json = { 'content-type': 'application/json' };
  const all = (value: unknown) => JSON.stringify(Object.fromEntries(names.map((name) => [name, value])));
  const texts: Record<string, string> = {
    nothing: '',
    'no JSON': '{"a":',
    null: 'null',
    list: '[]',
    text: '"x"',
    'empty object': '{}',
    deep: '['.repeat(20_000),
    prototype: '{"__proto__":{"writer":1},"constructor":null}',
    'huge number': all(1e300).replaceAll('1e+300', '1e999'),
    fraction: all(0.5),
    'control characters': all('a\u0000b'),
    long: all('长'.repeat(500)),
    'unknown ids': JSON.stringify({
      writer: 1,
      paragraph: '1',
      answers: [{ itemId: newId(), revision: 1, chosen: [newId()] }],
    }),
    'odd ids': JSON.stringify({
      writer: 1,
      answers: [{ itemId: '\u0000', revision: 1, chosen: ['\ud800'] }],
    }),
  };
  return [
    ...Object.entries(texts).map(([what, body]) => ({ what, body, headers: json })),
    { what: 'a form', body: 'a=1', headers: { 'content-type': urlencoded } },
    { what: 'text', body: '{}', headers: { 'content-type': 'text/plain' } },
  ];
}

/** Values for a parameter of an address, written as they go over the wire. */
export const badParameters = [
  newId(),
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%E0%A4%A',
  encodeURIComponent("💥'; drop table person; --"),
  'x'.repeat(3000),
  '-1',
];

/** Queries that no list is meant to be asked. */
export const badQueries = [
  '?q=%00&page=-1&sort=__proto__&year=abc&unit=%00&attempt=%00&figure=constructor&person=%00',
  `?q=${'x'.repeat(3000)}&page=1e9&sort=-&year=99999999999999999999&unit=..%2f..&group=x&part=x&figure=x`,
  '?q=%25_%5C%27%22&page=999999&year=2026&year=2027&unit=a&unit=b&topic=%FF&item=0.5&ledger=constructor',
];
