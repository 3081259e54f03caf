// The command line of the installation: `npm run xuefa -- <subject> <verb>`.
import { requireNode26 } from './node26.js';

requireNode26();
const [{ runCli }, { subjects }] = await Promise.all([
  import('../src/cli/run.ts'),
  import('../src/cli/index.ts'),
]);
process.exitCode = await runCli(subjects, process.argv.slice(2));
