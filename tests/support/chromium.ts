import { chromium, type Browser } from 'playwright';
import { chromiumFlags, findChromium } from '../../scripts/chromium.js';

/** The machine's Chromium, without a screen; the caller closes it. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags });
}
