import { opening } from './first.js';

/** @typedef {import('playwright').Page} Page */

const role = 'coordinator';
const list = '/manage/certificates';
const one = 'tbody a[href^="/manage/certificates/"]';

/** Foretells the batch of the whole district. */
async function foretell(/** @type {Page} */ page) {
  await page.goto(new URL(`${list}/batch`, page.url()).href, { waitUntil: 'networkidle' });
  await page.locator('main form.filter button[type="submit"]').click();
  await page.getByText('可以开具').waitFor();
}

async function issueAll(/** @type {Page} */ page) {
  await foretell(page);
  const issue = page.locator('main form[action="?/issue"] button');
  if ((await issue.count()) === 0) return;
  await issue.click();
  await page.getByText('最近的批次').waitFor();
}

/** Revokes one of the whole list, the last by name, and shows what a stranger sees of it. */
async function revoked(/** @type {Page} */ page) {
  if ((await page.locator(one).count()) === 0) {
    await page.goto(new URL(`${list}?status=valid&sort=-name`, page.url()).href, { waitUntil: 'networkidle' });
    await opening(one, issueAll)(page);
    await page.locator('main form[action="?/revoke"] [name="reason"]').fill('姓名登记有误，已更正');
    await page.locator('main form[action="?/revoke"] button').click();
    await page.getByText('已撤销，查验时会写明').waitFor();
  } else await opening(one, issueAll)(page);
  const href = await page.locator('main a[href^="/certificates/verify/"]').getAttribute('href');
  await page.goto(new URL(href ?? '', page.url()).href, { waitUntil: 'networkidle' });
}

const own = { role: 'learner', path: '/archive/certificates' };
const verified = '/certificates/verify/[code]';

/** Certificates from the first to the last: none found, a batch, the sheets, and what a stranger sees of them. */
export const certificatePages = [
  { name: 'certificates-none', role, path: `${list}?q=查无此证`, route: list },
  { name: 'certificates-batch', role, path: `${list}/batch`, act: foretell },
  { name: 'certificates-issued', role, path: `${list}/batch`, act: issueAll },
  { name: 'certificates', role, path: list, also: ['print'] },
  {
    ...{ name: 'certificate-manage', role, path: list, follow: [one], route: `${list}/[id]` },
    also: ['middle', 'contrast', 'sheet'],
  },
  {
    ...{ name: 'certificates-print', role, path: `${list}/print?q=陈思远`, route: `${list}/print` },
    also: ['sheet'],
  },
  { name: 'own-certificates', ...own },
  {
    ...{ name: 'own-certificate', ...own, follow: ['tbody a'], also: ['sheet'] },
    route: '/archive/certificates/[id]',
  },
  { name: 'certificates-verify', role: null, path: '/certificates/verify' },
  { name: 'certificate-valid', ...own, follow: ['tbody a', 'main a[href^="/certificates/verify/"]'], route: verified },
  { name: 'certificate-revoked', role, path: `${list}?status=revoked`, act: revoked, route: verified },
];
