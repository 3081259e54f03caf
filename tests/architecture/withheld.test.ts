import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figures } from '#lib/domain/figures/registry/index.ts';
import { declaredTables } from '../support/schema.ts';
import { filesBelow } from '../support/source.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const source = /(?<!\.test)\.(ts|svelte)$/;
const inBrowser = ['src/routes', 'src/lib/ui', 'src/lib/state'].flatMap((folder) =>
  filesBelow(folder, source),
);

/** Files among these whose text has the pattern. */
const having = (paths: readonly string[], pattern: RegExp) =>
  paths.filter((path) => pattern.test(read(path)));

it('no column counts presence: no check-ins, streaks, badges, visits, points of activity or places in an order', () => {
  const names = declaredTables().flatMap(({ name, columns }) => [name, ...columns.map((one) => one.name)]);
  expect(names.length).toBeGreaterThan(300);
  const ofPresence =
    /checkin|check_in|streak|badge|visit|login_count|online|ranking|standing_place|likes|activity_points/;
  expect(names.filter((name) => ofPresence.test(name))).toEqual([]);
});

it('no figure speaks of presence, time on line or a place in an order', () => {
  const words = JSON.stringify(figures);
  expect(words).toContain('参考率');
  expect(words).not.toMatch(/登录|打卡|签到|在线|时长|排名|名次|积分/);
});

it('how long somebody read is known to the room of study alone, and sign-ins to no room of figures', () => {
  const all = ['src/lib/server', 'src/cli', 'src/workers', 'src/routes'].flatMap((folder) =>
    filesBelow(folder, source),
  );
  const readers = having(all, /\breading_span\b/).filter((path) => !path.includes('/server/db/'));
  expect(readers.length).toBeGreaterThan(0);
  expect(readers.filter((path) => !path.startsWith('src/lib/server/study/'))).toEqual([]);
  const ofFigures = all.filter((path) => /^src\/lib\/server\/(figures|reports|completion)\//.test(path));
  expect(ofFigures.length).toBeGreaterThan(30);
  expect(having(ofFigures, /\bsign_in\b|'session'/)).toEqual([]);
});

it('no page takes pictures or places, fills the screen, bars copying or installs itself', () => {
  const watching =
    /getUserMedia|mediaDevices|geolocation|requestFullscreen|fullscreenElement|serviceWorker|\bcapture=|\bon(copy|cut|contextmenu)\b|'(copy|cut|contextmenu)'/;
  expect(inBrowser.length).toBeGreaterThan(200);
  expect(having(inBrowser, watching)).toEqual([]);
  expect(read('src/app.html')).not.toMatch(/rel="manifest"/);
  expect(read('src/hooks/securityHeaders.ts')).toContain('camera=(), microphone=(), geolocation=()');
});

it('no screen has a word of the things that are left out, but where it says that they are', () => {
  const denied = /不作排名|不排名|没有排名|不统计在线时长/g;
  const screens = [...inBrowser, ...filesBelow('src/lib/domain', source)];
  const words = /打卡|排行|名次|排名|积分|在线时长|连续学习/;
  expect(screens.filter((path) => words.test(read(path).replaceAll(denied, '')))).toEqual([]);
});
