import type { Locator, Page } from 'playwright';

/** Goes to an address and waits until the page answers to its script. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAwake(page);
}

/** The region in which page changes are announced stands only once the script has taken over. */
export async function isAwake(page: Page): Promise<void> {
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** Sets the first password by a one-time code. */
export async function activate(page: Page, code: string, password: string): Promise<void> {
  await visit(page, '/activate');
  await page.getByLabel('登录码').fill(code);
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输一次').fill(password);
  await page.getByRole('button', { name: '设好密码' }).click();
  await page.waitForURL(/sign-in/);
}

/** Signs in from the sign-in page and waits for the page behind it. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await visit(page, '/sign-in');
  await page.getByLabel('账号或手机号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await isAwake(page);
}

/** Presses a button or follows a link by its words, within the main part of the page. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  const main = page.locator('main');
  const named = typeof words === 'string' ? { name: words, exact: true } : { name: words };
  await main.getByRole('button', named).or(main.getByRole('link', named)).first().click();
}

/** Chooses an entry of a drop-down list by its words. */
export async function choose(page: Page, list: string, entry: string): Promise<void> {
  await page.getByRole('combobox', { name: list, exact: true }).selectOption({ label: entry });
}

/** Waits until these words stand on the page. */
export async function says(page: Page | Locator, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
}

/** What stands beside a term in a list of terms, e.g. 账号. */
export function besideTerm(page: Page, term: string): Locator {
  return page.locator(`dt:text-is("${term}") + dd`);
}
