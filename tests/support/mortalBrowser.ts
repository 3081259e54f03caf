import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext } from 'playwright';
import { chromiumFlags, findChromium } from '../../scripts/chromium.js';

/** A Chromium of its own process and profile, which can be ended as a failing machine would and opened again. */
export interface MortalBrowser {
  context: BrowserContext;
  /** Ends it at once; what it had not written to its profile is gone. */
  kill(): Promise<void>;
}

/** Opens Chromium over the profile in this folder. */
export async function openMortalBrowser(profile: string): Promise<MortalBrowser> {
  const flags = [...chromiumFlags, '--remote-debugging-port=0'];
  const child = spawn(findChromium() ?? chromium.executablePath(), [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await endpointOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium opened without a window');
  return {
    context,
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function endpointOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('Chromium cannot be heard');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const [, endpoint] = /^DevTools listening on (ws:.*)$/.exec(line) ?? [];
    if (endpoint) {
      child.stderr.resume();
      return endpoint;
    }
  }
  throw new Error(`Chromium did not start: ${said.join('\n')}`);
}
