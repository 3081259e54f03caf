import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/chromium.js';

/** Time limits are wide: two cores may be busy with something else, and no test asserts a time. */
const minute = 60_000;
const databases = ['tests/support/setup/databases.ts'];
const quiet = ['tests/support/setup/console.ts'];

/**
 * The depths of testing, one project each: `vitest run --project unit`. Where nothing lives on module variables, the
 * files of a project share their modules (`isolate: false`): most of a short test's time was loading them again.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['{src,scripts,seeds}/**/*.test.ts'],
          exclude: ['**/*.svelte.test.ts'],
          setupFiles: quiet,
          testTimeout: 0.5 * minute,
        },
      },
      {
        plugins: [sveltekit()],
        optimizeDeps: { include: ['axe-core', 'vitest-browser-svelte'] },
        test: {
          name: 'component',
          testTimeout: 0.5 * minute,
          include: ['src/**/*.svelte.test.ts'],
          setupFiles: ['tests/support/setup/component.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumFlags },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'integration',
          isolate: false,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: databases,
          setupFiles: quiet,
          testTimeout: minute,
          hookTimeout: minute,
        },
      },
      {
        test: {
          name: 'queries',
          isolate: false,
          include: ['tests/queries/**/*.test.ts'],
          setupFiles: quiet,
          testTimeout: 0.5 * minute,
        },
      },
      {
        test: {
          name: 'architecture',
          isolate: false,
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 2 * minute,
          setupFiles: quiet,
        },
      },
      {
        test: {
          name: 'requests',
          isolate: false,
          include: ['tests/requests/**/*.test.ts'],
          globalSetup: databases,
          setupFiles: quiet,
          testTimeout: 5 * minute,
          hookTimeout: minute,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'journeys',
          isolate: false,
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: databases,
          setupFiles: quiet,
          testTimeout: 3 * minute,
          hookTimeout: minute,
          fileParallelism: false,
        },
      },
    ],
  },
});
