// Pictures of every page as each kind of reader sees it, into look/: `npm run look -- [page …]`. Says where a page
// is wider than the screen, complains in the console or breaks a rule of axe in that look; ends with 1 when a page
// could not be opened.
import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import { chromium } from 'playwright';
import { chromiumFlags, findChromium } from './chromium.js';
import { startDemo, startEmpty } from './look/demo.js';
import { startGallery } from './look/gallery.js';
import { looks, moreLooks, moreOf, pages } from './look/pages.js';
import { afterwards } from './look/room.js';
import { lastStates, statePages } from './look/states.js';
import { requireNode26 } from './node26.js';

requireNode26();
const asked = process.argv.slice(2);
const among = (list) => list.filter((page) => asked.length === 0 || asked.includes(page.name));
const wanted = among([...pages, ...statePages]);
const later = among([...afterwards, ...lastStates]);
const folder = new URL('../look/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const demo = await startDemo();
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
/** Started when a page asks for it. */
let gallery = null;
let empty = null;
const originOf = ({ isInDevelopment, isEmpty }) => {
  if (isInDevelopment) return gallery.origin;
  return isEmpty ? empty.origin : demo.origin;
};
let failures = 0;
let taken = 0;

const asksFor = ({ name, also = [] }, look) => also.includes(look) || moreOf[look]?.includes(name);
const looksOf = (target) => [...looks, ...moreLooks.filter(({ name }) => asksFor(target, name))];

/** Cookies of each role, so that a person signs in once and not for every picture. */
async function signIn(role) {
  const account = demo.accounts.get(role);
  if (!account) throw new Error(`The demo has no account of the role ${role}.`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${demo.origin}/sign-in`);
  await page.fill('form.form [name=login]', account.login);
  await page.fill('form.form [name=password]', account.password);
  await page.click('form.form [type=submit]');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** A browser of somebody else, who signs in anew. */
async function as(role) {
  const context = await browser.newContext({ baseURL: demo.origin, viewport: looks[0], locale: 'zh-CN' });
  await context.addCookies(await signIn(role));
  return context;
}

/** Opens a page as a person would and answers null, or what stood in the way. */
async function open(page, { path, follow = [], press = null, act = null, route, ...target }) {
  await page.goto(originOf(target) + path, { waitUntil: 'networkidle' });
  for (const link of follow) {
    const href = await page.getAttribute(link, 'href', { timeout: 2000 }).catch(() => null);
    if (href === null) return `no link ${link} on ${page.url()}`;
    await page.goto(new URL(href, page.url()).href, { waitUntil: 'networkidle' });
  }
  if (press !== null) {
    const before = page.url();
    const button = page.locator(press).first();
    if ((await button.count()) === 0) return `no button ${press} on ${before}`;
    await button.click({ timeout: 3000 });
    await page.waitForURL((url) => url.href !== before);
    await page.waitForLoadState('networkidle');
  }
  if (act !== null) await act(page, { folder: demo.folder, change: demo.change, as });
  const shape = (route ?? path.replace(/\?.*/, '')).replace(/\[\w+\]/g, '[^/]+');
  return new RegExp(`^${shape}$`).test(new URL(page.url()).pathname) ? null : `ended on ${page.url()}`;
}

/** What axe finds on the page as it stands, a sentence for each place; it reads our colours where the system's rule. */
async function breaches(page, { hasOwnColors }) {
  await page.evaluate(axe.source);
  const rules = { 'color-contrast': { enabled: hasOwnColors } };
  const { violations } = await page.evaluate(
    (options) => axe.run(document, { resultTypes: ['violations'], ...options }),
    { rules },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe ${id}: ${target.join(' ')}`));
}

/** One picture of the whole page; the window grows to it, so that what is fixed stays at its foot. */
async function take({ look, target, cookies }) {
  const { forcedColors = 'none', media = 'screen' } = look;
  const { hasScript: javaScriptEnabled = true } = target;
  // A telephone has no pointer that hovers, and pages ask for that.
  const touch = look.width < 760 && media === 'screen' ? { isMobile: true, hasTouch: true } : {};
  const seen = {
    ...touch,
    viewport: look,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    forcedColors,
    javaScriptEnabled,
  };
  const context = await browser.newContext(seen);
  await context.addCookies([
    ...cookies,
    { name: 'display', value: encodeURIComponent(look.display), url: originOf(target) },
  ]);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const fault = await open(page, target).catch((error) => error.message);
  await page.emulateMedia({ media });
  if (fault !== null) {
    failures += 1;
    said.push(fault);
  } else {
    const size = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.body.scrollHeight,
    ]);
    if (size[0] > look.width) said.push(`is ${size[0] - look.width} px wider than the screen`);
    await page.setViewportSize({ width: look.width, height: Math.max(look.height, size[1]) });
    taken += 1;
    // The window is as high as the page: a picture beyond the window forgets that it is a telephone.
    await page.screenshot({ path: `${folder}${target.name}-${look.name}.png` });
    if (media === 'screen' && javaScriptEnabled)
      said.push(...(await breaches(page, { hasOwnColors: forcedColors === 'none' })));
  }
  for (const words of said) console.log(`${target.name} (${look.name}): ${words}`);
  await context.close();
}

try {
  if (wanted.some((page) => page.isEmpty)) empty = await startEmpty();
  if (wanted.some((page) => page.isInDevelopment)) gallery = await startGallery(demo.folder);
  const sessions = new Map([[null, []]]);
  const takeAll = async (target) => {
    if (!sessions.has(target.role)) sessions.set(target.role, await signIn(target.role));
    for (const look of looksOf(target)) await take({ look, target, cookies: sessions.get(target.role) });
  };
  for (const target of wanted) await takeAll(target);
  if (later.length > 0) await demo.endExams();
  for (const target of later) await takeAll(target);
} finally {
  await browser.close();
  await gallery?.close();
  await empty?.close();
  await demo.close();
}
console.log(`${taken} pictures in look/, ${failures} could not be taken`);
process.exit(failures === 0 ? 0 : 1);
