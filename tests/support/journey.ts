import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { postgresSettings, sqliteSettings, type Engine, type Settings } from './engines.ts';
import { environmentOf, startServer, xuefaHere, type Outcome, type RunningServer } from './programs.ts';
import { newWatch, type Watch } from './watch.ts';

interface Site {
  server: RunningServer;
  settings: Settings;
}

/** One built server with a migrated installation, and people who come to it in browsers of their own. */
export interface Walk extends Site {
  /** A person's own browser (cookies apart), watched: any fault fails the journey at its end. */
  person(options?: BrowserContextOptions): Promise<Page>;
  /** Looks at the page with axe; call it on every page that the journey reaches. */
  inspect(page: Page): Promise<void>;
  /** The command line over the same installation, within this process. */
  xuefa(...words: string[]): Promise<Outcome>;
}

export interface SiteOptions {
  engine?: Engine['name'];
  /** More settings of the server, e.g. `{ XUEFA_DEMO: '1' }`. */
  env?: NodeJS.ProcessEnv;
  /** Fills the installation before the server starts. */
  prepare?(settings: Settings): Promise<void>;
}

export interface JourneyOptions extends SiteOptions {
  /** A server that the journeys of a file have in common; one of the journey's own unless told. */
  site?: SharedSite;
  /** Longest time that the journey may take, in minutes; the project's own unless told. */
  minutes?: number;
}

type Cleaning = () => Promise<void>;

let browser: Browser | undefined;

/** Call once at the top of a file of journeys: one Chromium for all files of a run, which Playwright ends with it. */
export function withChromium(): void {
  beforeAll(async () => {
    if (!browser?.isConnected()) browser = await launchChromium();
  });
}

/** A server that waits for whichever journey comes first. */
export type SharedSite = () => Promise<Site>;

/**
 * One server for several journeys of a file, started by the first and ended after the last. Each of them brings
 * people of its own and looks at nothing that another changes; a journey that ends its server has one to itself.
 */
export function sharedSite(options: SiteOptions = {}): SharedSite {
  const cleanings: Cleaning[] = [];
  let site: Promise<Site> | undefined;
  afterAll(async () => {
    for (const clean of cleanings.splice(0).reverse()) await clean();
    site = undefined;
  });
  return () => (site ??= openSite(cleanings, options));
}

async function openSite(cleanings: Cleaning[], { engine, env, prepare }: SiteOptions): Promise<Site> {
  const settings = await (engine === 'postgres' ? postgresSettings : sqliteSettings)(cleanings);
  await prepare?.(settings);
  const server = await startServer(settings, { env });
  cleanings.push(server.stop);
  return { server, settings };
}

/** A journey through the built server; fails on what `watch` saw, even when every step went well. */
export function journey(
  title: string,
  walk: (walk: Walk) => Promise<void>,
  options: JourneyOptions = {},
): void {
  const limit = options.minutes === undefined ? {} : { timeout: options.minutes * 60_000 };
  test(title, limit, async () => {
    const cleanings: Cleaning[] = [];
    const watch = newWatch();
    try {
      await walk(await setOut(cleanings, watch, options));
    } finally {
      for (const clean of cleanings.reverse()) await clean();
    }
    expect(watch.faults).toEqual([]);
  });
}

async function setOut(cleanings: Cleaning[], watch: Watch, options: JourneyOptions): Promise<Walk> {
  const { server, settings } = await (options.site?.() ?? openSite(cleanings, options));
  return {
    server,
    settings,
    inspect: watch.inspect,
    xuefa: (...words) => xuefaHere(words, environmentOf(settings)),
    person: async (contextOptions) => {
      if (!browser) throw new Error('the file of this journey calls no withChromium');
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
