import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Debian's Chromium that cannot open a window: the same engine and version at half the processor time. */
export const headlessPackage = 'chromium-headless-shell';

/** The program itself: the package's script in `/usr/bin` stays between, and ending it would not end the program. */
const headlessShell = `/usr/lib/chromium/${headlessPackage}`;

const places = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Flags under which a system's Chromium runs without a screen, a sandbox of its own or calls to anywhere. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Path of a Chromium on this machine: `CHROME_PATH`, a usual place, or Playwright's own download; null when none.
 * Needs no package: setup asks before anything is installed.
 *
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : null;
  return places.find((place) => existsSync(place)) ?? playwrightsOwn();
}

/** Whether this machine is without `headlessPackage`, and nobody has named another Chromium. */
export function lacksHeadlessShell() {
  return !process.env.CHROME_PATH && !existsSync(headlessShell);
}

/** @returns {string | null} */
function playwrightsOwn() {
  const require = createRequire(import.meta.url);
  try {
    const path = require('playwright').chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch (error) {
    // Asked before `npm ci` ran: the package is simply not there yet.
    if (error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
