import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import config from '../../svelte.config.js';
import { filesBelow } from '../support/source.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** What git keeps, as text; pictures and other binaries are left out. */
const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(path) && !/\.(png|jpe?g|ico|docx|xlsx|woff2?)$/.test(path));

it('hooks.server.ts is a table of contents', () => {
  expect(read('src/hooks.server.ts').split('\n').length).toBeLessThan(40);
});

it('no folder or file hides behind a name that says nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|managers?|stuff|new|final)(\/|\.)|-(v2|new|final)\b/i;
  expect(filesBelow('src', /./).filter((path) => vague.test(path))).toEqual([]);
});

it('a room of the workshop has a front door and only the known kinds of file', () => {
  const kinds = /\/(index|verbs|queries|rows|jobs|questions)(\.[a-zA-Z]+)?\.ts$/;
  const apart = new Set(['db', 'platform', 'documents', 'facts']);
  const files = filesBelow('src/lib/server', /^src\/lib\/server\/[^/]+\/[^/]+\.ts$/);
  const rooms = new Set(files.map((path) => path.split('/')[3] ?? '').filter((room) => !apart.has(room)));
  expect([...rooms].filter((room) => !existsSync(`src/lib/server/${room}/index.ts`))).toEqual([]);
  const others = files.filter((path) => rooms.has(path.split('/')[3] ?? '') && !kinds.test(path));
  expect(
    others.filter((path) => !path.startsWith('src/lib/server/access/') && !path.endsWith('.test.ts')),
  ).toEqual([]);
});

it('no tracked file names a path of a machine or the host of a registry', () => {
  const place = new RegExp(
    ['(^|[^\\w./-])/(work|farm|root|home/[a-z]+)/', 'registry\\.npmjs', 'deb\\.debian\\.org'].join('|'),
    'm',
  );
  expect(tracked.filter((path) => place.test(read(path)))).toEqual(
    ['tests/architecture/house.test.ts'].filter((path) => place.test(read(path))),
  );
});

it('the one inline style that the content policy admits is the one that SvelteKit writes', () => {
  const [, style = ''] =
    /id="svelte-announcer"[^>]* style="([^"]+)"/.exec(read('.svelte-kit/generated/root.svelte')) ?? [];
  const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  expect(config.kit?.csp?.directives?.['style-src-attr']).toEqual(['unsafe-hashes', hash]);
});

it('the content policy admits nothing inline and no other host', () => {
  const sources = Object.values(config.kit?.csp?.directives ?? {}).flat();
  expect(sources.filter((source) => /unsafe-(inline|eval)|https?:|\*/.test(String(source)))).toEqual([]);
});
