import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** The oldest browser of the field; syntax and styles are lowered to it, APIs are watched by an architecture test. */
const oldestBrowser = 'chrome90';

/** Packages with native parts or programs of their own: Node loads them from `node_modules`, they are never bundled. */
const native = ['better-sqlite3', 'pg', 'echarts', 'pino'];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sveltekit()],
  build: isSsrBuild
    ? { target: 'node24' }
    : { target: oldestBrowser, cssTarget: oldestBrowser, reportCompressedSize: false },
  ssr: { external: native },
  server: { host: '127.0.0.1' },
}));
