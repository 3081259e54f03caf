import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** The oldest browser of the field; syntax and styles are lowered to it, APIs are watched by an architecture test. */
const oldestBrowser = 'chrome90';

/** Packages with native parts or programs of their own: Node loads them from `node_modules`, they are never bundled. */
const native = ['better-sqlite3', 'pg', 'echarts', 'pino'];

/**
 * The map of what each page needs is part of the first script that every page loads. It names the styles alone: scripts
 * name each other, and pages from the server come with all of theirs.
 */
const stylesAlone = (_page: string, files: string[]): string[] =>
  files.filter((file) => file.endsWith('.css'));

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sveltekit()],
  build: isSsrBuild
    ? { target: 'node24' }
    : {
        target: oldestBrowser,
        cssTarget: oldestBrowser,
        reportCompressedSize: false,
        modulePreload: { resolveDependencies: stylesAlone },
      },
  ssr: { external: native },
  server: { host: '127.0.0.1' },
}));
