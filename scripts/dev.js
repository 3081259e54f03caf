// Development server over the demo's data folder: `npm run dev -- [vite options]`.
import { spawnSync } from 'node:child_process';
import { requireNode26 } from './node26.js';

requireNode26();
const done = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'dev', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { XUEFA_DEMO: '1', ...process.env },
});
process.exit(done.status ?? 1);
