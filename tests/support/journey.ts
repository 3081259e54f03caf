import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { postgresSettings, sqliteSettings, type Engine, type Settings } from './engines.ts';
import { startServer, xuefa, type Outcome, type RunningServer } from './programs.ts';
import { newWatch, type Watch } from './watch.ts';

/** One built server with an empty, migrated installation, and people who come to it in browsers of their own. */
export interface Walk {
  server: RunningServer;
  settings: Settings;
  /** A person's own browser (cookies apart), watched: any fault fails the journey at its end. */
  person(options?: BrowserContextOptions): Promise<Page>;
  /** Looks at the page with axe; call it on every page that the journey reaches. */
  inspect(page: Page): Promise<void>;
  /** The command line over the same installation. */
  xuefa(...words: string[]): Promise<Outcome>;
}

export interface JourneyOptions {
  engine?: Engine['name'];
  /** More settings of the server, e.g. `{ XUEFA_DEMO: '1' }`. */
  env?: NodeJS.ProcessEnv;
  /** Fills the installation before the server starts. */
  prepare?(settings: Settings): Promise<void>;
  /** Longest time that the journey may take, in minutes; the project's own unless told. */
  minutes?: number;
}

let browser: Browser;

/** Call once at the top of a file of journeys: one Chromium for all of them. */
export function withChromium(): void {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
}

/** A journey through the built server; fails on what `watch` saw, even when every step went well. */
export function journey(
  title: string,
  walk: (walk: Walk) => Promise<void>,
  options: JourneyOptions = {},
): void {
  const limit = options.minutes === undefined ? {} : { timeout: options.minutes * 60_000 };
  test(title, limit, async () => {
    const cleanings: (() => Promise<void>)[] = [];
    const watch = newWatch();
    try {
      await walk(await setOut(cleanings, watch, options));
    } finally {
      for (const clean of cleanings.reverse()) await clean();
    }
    expect(watch.faults).toEqual([]);
  });
}

async function setOut(
  cleanings: (() => Promise<void>)[],
  watch: Watch,
  options: JourneyOptions,
): Promise<Walk> {
  const settings = await (options.engine === 'postgres' ? postgresSettings : sqliteSettings)(cleanings);
  await options.prepare?.(settings);
  const server = await startServer(settings, { env: options.env });
  cleanings.push(server.stop);
  return {
    server,
    settings,
    inspect: watch.inspect,
    xuefa: (...words) => xuefa(settings, ...words),
    person: async (contextOptions) => {
      const context = await browser.newContext({
        baseURL: server.origin,
        locale: 'zh-CN',
        ...contextOptions,
      });
      cleanings.push(() => context.close());
      const page = await context.newPage();
      await watch.follow(page);
      return page;
    },
  };
}
