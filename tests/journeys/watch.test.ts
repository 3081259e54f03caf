import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright';
import { launchChromium } from '../support/chromium.ts';
import { newWatch } from '../support/watch.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Faults that are seen on a page of this body. */
async function seen(body: string): Promise<number> {
  const watch = newWatch();
  await page.setContent(`<html lang="zh-CN"><title>页</title><main><h1>标题</h1>${body}</main></html>`);
  await watch.inspect(page);
  return watch.faults.length;
}

const sound = `<link rel="icon" href="http://127.0.0.1:4173/icon.svg">
  <p id="p-0198aaaa-0000-7000-8000-000000000001">正文 09:00</p><code>${'0'.repeat(64)}</code>`;

/** The same page of another server, at another hour, with another id and digest. */
const soundElsewhere = sound
  .replace('000000000001', '0000000000ff')
  .replace('09:00', '10:30')
  .replace(':4173', ':39143')
  .replace('0'.repeat(64), 'a1'.repeat(32));

it('sees a fault on a page that differs from a sound one, and sees it again each time', async () => {
  expect(await seen(sound)).toBe(0);
  const faulty = `${sound}<img src="data:,">`;
  expect(await seen(faulty)).toBeGreaterThan(0);
  expect(await seen(faulty)).toBeGreaterThan(0);
});

it('looks at a page again once its words, its width or what is ticked has changed, not for another id, hour or server', async () => {
  const inspections: string[] = [];
  const follow = page.evaluate.bind(page);
  page.evaluate = (async (what: never, given: never) => {
    if (typeof what === 'string') inspections.push('axe');
    return follow(what, given);
  }) as typeof page.evaluate;
  const looks = async (body: string) => {
    const before = inspections.length;
    expect(await seen(body)).toBe(0);
    return inspections.length > before;
  };
  const box = '<label><input type="checkbox">同意</label>';
  expect(await looks(`${sound}${box}`)).toBe(true);
  expect(await looks(`${sound}${box}`)).toBe(false);
  expect(await looks(`${soundElsewhere}${box}`)).toBe(false);
  expect(await looks(`${sound}${box.replace('type', 'checked type')}`)).toBe(true);
  expect(await looks(`${sound}<p>又一段</p>${box}`)).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await looks(`${sound}${box}`)).toBe(true);
  page.evaluate = follow;
});
