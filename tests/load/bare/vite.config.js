import { sveltekit } from '@sveltejs/kit/vite';

export default {
  plugins: [sveltekit()],
  build: { reportCompressedSize: false },
  ssr: { external: ['better-sqlite3'] },
};
