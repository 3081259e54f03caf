import { createHash } from 'node:crypto';
import axe from 'axe-core';
import type { ConsoleMessage, Page, Response } from 'playwright';

/** What no page of the product may do, gathered while a journey runs. */
export interface Watch {
  /** One sentence for each fault seen so far. */
  faults: string[];
  /** Runs axe over the page as it stands, unless the run has seen it so; adds a sentence for each violation. */
  inspect(page: Page): Promise<void>;
  /** Follows a page: script errors, console errors, breaches of the content policy, answers of 500 and above. */
  follow(page: Page): Promise<void>;
}

export function newWatch(): Watch {
  const faults: string[] = [];
  return {
    faults,
    inspect: async (page) => void faults.push(...(await axeFaults(page))),
    follow: async (page) => {
      page.on('pageerror', (error) => faults.push(`${page.url()}: script error: ${error.message}`));
      page.on('console', (message) => faults.push(...consoleFaults(page, message)));
      page.on('response', (response) => faults.push(...serverFaults(response)));
      await page.exposeFunction('reportPolicyBreach', (what: string) => {
        faults.push(`${page.url()}: content policy breached: ${what}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const report = (window as unknown as { reportPolicyBreach(what: string): void }).reportPolicyBreach;
          report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
        });
      });
    },
  };
}

/** Refusals (4xx) are answers that a journey may provoke, and lines that it may cut; the browser logs both. */
const PROVOKED =
  /Failed to load resource.*(status of 4\d\d|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE)/;

function consoleFaults(page: Page, message: ConsoleMessage): string[] {
  const isFault = message.type() === 'error' && !PROVOKED.test(message.text());
  return isFault ? [`${page.url()}: console.error: ${message.text()}`] : [];
}

function serverFaults(response: Response): string[] {
  return response.status() >= 500 ? [`${response.url()}: answered ${response.status()}`] : [];
}

/** Faces of pages that axe found nothing in. Every journey of a run meets the same build of the product. */
const sound = new Set<string>();

async function axeFaults(page: Page): Promise<string[]> {
  const face = await faceOf(page);
  if (sound.has(face)) return [];
  const faults = await violationsOn(page);
  if (faults.length === 0) sound.add(face);
  return faults;
}

/** What is new whenever a page is made: where its server listens, ids, nonces, digests, numbers, codes, times of day. */
const FRESH = [
  /http:\/\/127\.0\.0\.1:\d+/g,
  /\b[\da-f]{64}\b/g,
  /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g,
  /(?<=nonce=")[^"]*/g,
  /\d{8}(-[\dA-Z]{4}){2}/g,
  /[\dA-Z]{4}(-[\dA-Z]{4}){2,3}/g,
  /\d\d:\d\d(:\d\d)?/g,
];

/** Digest of all that axe sees: the page's HTML without scripts and without what is fresh, its size, what is ticked. */
async function faceOf(page: Page): Promise<string> {
  const { html, ...state } = await page.evaluate(() => {
    const marked = (selector: string) =>
      [...document.querySelectorAll('*')].flatMap((node, n) => (node.matches(selector) ? [n] : []));
    return {
      html: document.documentElement.outerHTML,
      size: [innerWidth, innerHeight, devicePixelRatio],
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      ticked: marked(':checked'),
      focused: marked(':focus'),
    };
  });
  const still = html.replaceAll(/(<script\b[^>]*>).*?<\/script>/gs, '$1');
  const lasting = FRESH.reduce((text, pattern) => text.replaceAll(pattern, '#'), still);
  return createHash('sha256')
    .update(JSON.stringify({ ...state, lasting }))
    .digest('hex');
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return found;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${page.url()}: axe ${id}: ${help}: ${node.target.join(' ')}`),
  );
}
