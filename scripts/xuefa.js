// The command line of the installation: `npm run xuefa -- <subject> <verb>`.
import { requireNode26 } from './node26.js';

requireNode26();
await import('../src/cli/index.ts');
