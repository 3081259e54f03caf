import { sentEmpty } from './first.js';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./exams.js').Company} Company */

/** @param {string} text which the page says when it is done */
const until = (page, text) => page.getByText(text).first().waitFor();

async function savePortal(/** @type {Page} */ page) {
  if ((await page.getByText('云山区政务统一认证').count()) > 0) return;
  await page.fill('main [name="name"]', '云山区政务统一认证');
  await page.fill('main [name="clientId"]', 'xuefa');
  await page.fill('main [name="issuer"]', 'https://login.yunshan.example');
  await page.fill('main [name="secret"]', 'not-a-real-secret');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.locator('main a[href^="?portal="]').waitFor();
}

/** Back to what it was afterwards: the rest of the pictures shows the demo as it is. */
async function keepLonger(/** @type {Page} */ page) {
  const usual = await page.inputValue('main [name="signIns"]');
  await page.fill('main [name="signIns"]', usual === '365' ? '730' : '365');
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.locator('main .notice').first().waitFor();
}

async function refuseLimit(/** @type {Page} */ page) {
  await page.fill('main [name="failures"]', '0');
  await sentEmpty(page);
}

/** The learner signs in once more and is made to leave. */
async function endSession(/** @type {Page} */ page, /** @type {Company} */ { as }) {
  await (await as('learner')).close();
  await page.reload({ waitUntil: 'networkidle' });
  await page.fill('main [name="reason"]', '本人反映在公用电脑上登录后没有退出');
  await page.locator('tbody tr:has-text("陈思远") button').first().click();
  await page.locator('main .notice').first().waitFor();
}

async function refuseEnd(/** @type {Page} */ page) {
  await page.locator('tbody button').first().click();
  await page.locator('[aria-invalid="true"]').waitFor();
}

async function issueCode(/** @type {Page} */ page) {
  await page.getByRole('button', { name: '发一次性登录码' }).click();
  await until(page, '登录码');
  await page.waitForTimeout(300);
}

async function reveal(/** @type {Page} */ page) {
  await page.fill('main [name="reason"]', '核对市级证书系统中的同名人员');
  await page.locator('tbody button').first().click();
  await until(page, '身份证号');
  await page.waitForTimeout(300);
}

const security = { role: 'security' };
const system = { role: 'system' };
const account = { ...system, path: '/admin/accounts?q=陈思远', route: '/admin/accounts/[id]', follow: ['tbody a'] };

/** Pages of the administrators in the states that the demo does not begin with. */
export const administrationStates = [
  { name: 'grants-found', ...security, path: '/admin/grants?q=林', route: '/admin/grants' },
  { name: 'grants-none', ...security, path: '/admin/grants?q=查无此人', route: '/admin/grants' },
  { name: 'portals-configured', ...security, path: '/admin/portals', act: savePortal },
  { name: 'portals-refused', ...security, path: '/admin/portals', act: sentEmpty },
  { name: 'retention-changed', ...security, path: '/admin/retention', act: keepLonger },
  { name: 'policies-refused', ...security, path: '/admin/policies', act: refuseLimit },
  { name: 'reveal-found', ...security, path: '/admin/reveal?q=陈', route: '/admin/reveal' },
  { name: 'reveal-shown', ...security, path: '/admin/reveal?q=陈', route: '/admin/reveal', act: reveal },
  { name: 'accounts-none', ...system, path: '/admin/accounts?q=查无此人', route: '/admin/accounts' },
  { name: 'account-code', ...account, act: issueCode },
  { name: 'account-refused', ...account, act: sentEmpty },
  { name: 'session-ended', ...system, path: '/admin/sessions', act: endSession },
  { name: 'session-refused', ...system, path: '/admin/sessions', act: refuseEnd },
  { name: 'audit-found', role: 'audit', path: '/admin/audit?who=林静&deed=exam.', route: '/admin/audit' },
  { name: 'audit-none', role: 'audit', path: '/admin/audit?who=查无此人', route: '/admin/audit' },
];
