import axe from 'axe-core';
import type { ConsoleMessage, Page, Response } from 'playwright';

/** What no page of the product may do, gathered while a journey runs. */
export interface Watch {
  /** One sentence for each fault seen so far. */
  faults: string[];
  /** Runs axe over the page as it stands and adds a sentence for each violation. */
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

async function axeFaults(page: Page): Promise<string[]> {
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
