import { expect } from 'vitest';
import { firstUnit } from '../support/firstUnit.ts';
import { journey, sharedSite, withChromium } from '../support/journey.ts';

withChromium();

const site = sharedSite({ prepare: firstUnit });

journey(
  'Large type is set without script and holds on every page',
  async ({ person }) => {
    const page = await person({ javaScriptEnabled: false });
    await page.goto('/sign-in');
    await page.getByText('大字').click();
    await page.getByRole('button', { name: '特大' }).click();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    for (const path of ['/sign-in', '/activate', '/help', '/nowhere']) {
      await page.goto(path);
      expect(await page.locator('html').getAttribute('data-zoom'), path).toBe('150');
    }
  },
  { site },
);

journey(
  'Someone with tired eyes darkens the page and asks for help without leaving it',
  async (walk) => {
    const page = await walk.person();
    await page.goto('/sign-in');
    await page.getByText('大字').click();
    await page.getByRole('button', { name: '深色' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.keyboard.press('Escape');
    await walk.inspect(page);

    await page.getByRole('link', { name: '帮助' }).click();
    await page.getByRole('dialog', { name: '帮助：登录' }).waitFor();
    await walk.inspect(page);
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  },
  { site },
);

journey(
  'Whoever comes back by the display form stays on this site',
  async ({ server }) => {
    const form = new URLSearchParams({ zoom: '125', back: '//elsewhere.example/' });
    const headers = { accept: 'text/html', origin: server.origin, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${server.origin}/display`, {
      method: 'POST',
      body: form,
      headers,
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
  },
  { site },
);
