import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { retentionBounds, retentionNames, usualRetention } from '#lib/domain/inspection/retention.ts';
import { settingNames } from '#lib/server/platform/env.ts';
import { filesBelow } from '../support/source.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const [english, chinese] = ['README.md', 'README.zh-CN.md'];
const paths = [english, chinese, 'CONTRIBUTING.md', ...filesBelow('docs', /\.md$/)];
const documents = paths.map(read).join('\n');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** npm lets `test` and `start` go without `run`. */
const asked = (name: string) => new RegExp(`npm (run )?${name}\\b`).test(documents);

it('the documents name every npm script', () => {
  expect(Object.keys(scripts).filter((name) => !asked(name))).toEqual([]);
});

it('the documents name no npm script that is gone', () => {
  const named = [...documents.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('.env.example lists every setting, and the documents explain it', () => {
  const example = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect([...example].sort()).toEqual([...settingNames].sort());
  expect(settingNames.filter((name) => !documents.includes(`\`${name}\``))).toEqual([]);
});

it('the documents name no file that is gone', () => {
  const named = [...documents.matchAll(/`((?:src|tests|scripts|seeds|docs|static)\/[^`<{* ]+)`/g)];
  expect(named.length).toBeGreaterThan(60);
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
});

/** The part of an address that a heading answers to. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

it('every link between the documents leads somewhere', () => {
  const links = paths.flatMap((from) =>
    [...read(from).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, to = '']) => ({ from, to })),
  );
  expect(links.length).toBeGreaterThan(40);
  const lost = links.filter(({ from, to }) => {
    const [file = '', anchor = ''] = to.split('#');
    const path = file === '' ? from : join(dirname(from), file);
    if (!existsSync(path)) return true;
    const headings = anchor === '' ? [] : [...read(path).matchAll(/^#+ (.+)$/gm)];
    return anchor !== '' && !headings.some(([, heading = '']) => anchorOf(heading) === anchor);
  });
  expect(lost).toEqual([]);
});

it('the two front pages say the same: parts, pictures, links, commands and accounts', () => {
  const shapeOf = (text: string) => ({
    parts: [...text.matchAll(/^(#+) /gm)].map(([, depth]) => depth),
    rows: text.split('\n').filter((line) => line.startsWith('|')).length,
    links: [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to).filter((to) => !/^README/.test(to)),
    commands: [...text.matchAll(/npm (?:run )?[a-z]+(?: -- (?:--)?[a-z]+)?/g)]
      .map(([command]) => command)
      .sort(),
    accounts: [...text.matchAll(/`([a-z]{6,})`/g)].map(([, login]) => login).sort(),
  });
  expect(shapeOf(read(chinese))).toEqual(shapeOf(read(english)));
});

it('operations names every command of the command line', () => {
  const operations = read('docs/operations.md');
  const subjects = filesBelow('src/cli', /\.ts$/).filter((path) => read(path).includes(': Subject = {'));
  expect(subjects.length).toBeGreaterThan(12);
  const commands = subjects.flatMap((path) => {
    const [, subject = ''] = /^ {2}name: '([\w-]+)'/m.exec(read(path)) ?? [];
    return [...read(path).matchAll(/usage:\s*'([\w-]+)/g)].map(([, verb = '']) => `${subject} ${verb}`);
  });
  expect(commands.filter((command) => !operations.includes(`\`${command}`))).toEqual([]);
});

it('the notice of personal data says for how many days things are kept', () => {
  const notice = read('docs/personal-data.md');
  for (const name of retentionNames) {
    const [least, most] = retentionBounds[name];
    expect(notice, name).toContain(`[${usualRetention[name]}] 天（可设 ${least}–${most} 天）`);
  }
});
