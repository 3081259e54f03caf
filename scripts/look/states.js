import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter } from './room.js';
import { imported } from './first.js';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./exams.js').Company} Demo */

const fromNow = (/** @type {number} */ seconds) => new Date(Date.now() + seconds * 1000).toISOString();
const open = "where status = 'open'";

/** The attempt under way ends so many seconds from now; the room is drawn anew. */
const endingIn = (/** @type {number} */ seconds) => async (/** @type {Page} */ page, /** @type {Demo} */ demo) => {
  demo.change(`update attempt set deadline = ? ${open}`, fromNow(seconds));
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText(/^第 1 题/).waitFor();
};

/** The coordinator gives ten minutes while the room is open. */
async function lengthened(/** @type {Page} */ page, /** @type {Demo} */ demo) {
  await endingIn(1800)(page, demo);
  demo.change(
    `insert into allowance (id, attempt_id, kind, source_id, seconds, given_at, reason)
     select hex(randomblob(16)), id, 'running', hex(randomblob(16)), 600, ?, '考场电脑故障' from attempt ${open}`,
    fromNow(0),
  );
  demo.change(`update attempt set deadline = ? ${open}`, fromNow(2400));
  await page.getByText('已延长 10 分钟').waitFor({ timeout: 40_000 });
}

/** Signs in with words that are wrong, so often. */
const refused = (/** @type {number} */ times) => async (/** @type {Page} */ page) => {
  for (let at = 0; at < times; at += 1) {
    await page.fill('form.form [name=login]', 'zhangwei');
    await page.fill('form.form [name=password]', 'Cuowu-2026');
    await page.click('form.form [type=submit]');
    await page.getByRole('alert').waitFor();
    await page.waitForLoadState('networkidle');
  }
};

/** A table is gone while the page is read, as when a disk fails. */
async function broken(/** @type {Page} */ page, /** @type {Demo} */ demo) {
  demo.change('alter table claim rename to claim_away');
  await page.goto(new URL('/claims', page.url()).href, { waitUntil: 'networkidle' });
  demo.change('alter table claim_away rename to claim');
}

/** More is sent than the server takes in. */
async function tooLarge(/** @type {Page} */ page, /** @type {Demo} */ demo) {
  const file = join(demo.folder, '照片.png');
  writeFileSync(file, Buffer.alloc(33 * 1024 * 1024));
  await page.fill('main [name="body"]', '附件见下。');
  await page.setInputFiles('main [name="file"]', file);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('提交的内容太大').waitFor();
}

/** Everybody must have a second factor: who has none is led to set it up first. */
async function compelled(/** @type {Page} */ page, /** @type {Demo} */ demo) {
  demo.change(
    "insert into setting (key, value, changed_at) values ('access.policy', ?, ?) on conflict (key) do update set value = excluded.value",
    ...[JSON.stringify({ v: 1, secondFactor: 'administrators', limits: {} }), fromNow(0)],
  );
  await page.waitForTimeout(6000);
  await page.goto(new URL('/admin/audit', page.url()).href, { waitUntil: 'networkidle' });
  demo.change("delete from setting where key = 'access.policy'");
}

/** Somebody, his unit and what he must learn bear the longest names. */
async function longNamed(/** @type {Page} */ page, /** @type {Demo} */ demo) {
  demo.change("update unit set name = '城市管理和综合行政执法局（历史文化街区保护与利用办公室）' where name = '综合行政执法局'");
  demo.change("update person set name = '阿卜杜热合曼·买买提艾力·努尔麦麦提' where name = '陈思远'");
  demo.change("update course set title = title || '：以基层综合行政执法改革和重大行政决策程序为重点的专题学习（上）'");
  await page.reload({ waitUntil: 'networkidle' });
}

/** The report is signed, as it will be in spring. */
async function signed(/** @type {Page} */ page) {
  const confirmation = page.locator('main [name="confirmation"]');
  if ((await confirmation.count()) === 0) return;
  const seal = page.url();
  const asked = await page.getByText(/请键入“.+”确认/).first().innerText();
  await confirmation.fill(asked.match(/“(.+)”/)?.[1] ?? '');
  await page.getByRole('button', { name: '封存并签发', exact: true }).click();
  await page.getByText('签发封存').first().waitFor();
  await page.goto(seal, { waitUntil: 'networkidle' });
}

/** A unit in which nobody works yet. */
async function withoutPeople(/** @type {Page} */ page) {
  const street = page.locator('main a[href^="/insight/units/"]', { hasText: '东门街道' });
  const office = page.locator('main a[href^="/insight/units/"]', { hasText: '综合治理办公室' });
  const visit = async () => {
    await page.goto(new URL('/insight', page.url()).href, { waitUntil: 'networkidle' });
    await street.first().click();
    await page.waitForURL(/\/insight\/units\//);
    await page.waitForLoadState('networkidle');
  };
  await visit();
  if ((await office.count()) === 0) {
    await page.goto(new URL('/manage/units/import', page.url()).href, { waitUntil: 'networkidle' });
    await imported(page);
    await visit();
  }
  await office.first().click();
  await page.getByRole('heading', { level: 1, name: '综合治理办公室' }).waitFor();
}

const room = { role: 'learner', path: '/exams', route: '/attempts/[id]', press: enter };
const chapter = 'main a[href^="/insight/reports/"]';
const seal = { role: 'leader', path: '/insight/reports', route: '/insight/reports/[year]/seal' };

/** States of pages that the demo's year does not bring by itself, each once. */
export const statePages = [
  { name: 'setup', role: null, path: '/setup', isEmpty: true },
  { name: 'fault', role: 'learner', path: '/help?page=/', act: broken, route: '/claims' },
  { name: 'forbidden', role: 'learner', path: '/manage/people' },
  { name: 'too-large', role: 'learner', path: '/feedback', act: tooLarge },
  { name: 'home-late', role: 'leader', path: '/' },
  { name: 'home-elsewhere', role: 'audit', path: '/' },
  { name: 'home-learnt', role: 'coordinator', path: '/' },
  { name: 'archive-none', role: 'audit', path: '/archive?year=2026&ledger=credit', route: '/archive' },
  { name: 'unit-empty', role: 'coordinator', path: '/insight', act: withoutPeople, route: '/insight/units/[id]' },
  { name: 'room-scriptless', ...room, hasScript: false },
  { name: 'room-five-minutes', ...room, act: endingIn(295) },
  { name: 'room-one-minute', ...room, act: endingIn(57) },
  { name: 'room-lengthened', ...room, act: lengthened },
  { name: 'report-signed', ...seal, follow: [chapter, 'main a[href*="/seal"]'], act: signed },
];

/** Taken last of all, since nothing looks as before after them. */
export const lastStates = [
  { name: 'report-corrected', ...seal, follow: [chapter, 'main a[href*="/seal"]'] },
  { name: 'home-long', role: 'learner', path: '/', act: longNamed },
  { name: 'courses-long', role: 'learner', path: '/courses' },
  { name: 'second-factor-asked', role: 'audit', path: '/help?page=/', act: compelled, route: '/security' },
  { name: 'sign-in-refused', role: null, path: '/sign-in', act: refused(1) },
  { name: 'sign-in-throttled', role: null, path: '/sign-in', act: refused(7) },
];
