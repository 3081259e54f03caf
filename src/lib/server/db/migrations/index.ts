import * as platform from './001-platform.ts';
import * as audit from './010-audit.ts';
import * as access from './020-access.ts';
import type { Migration } from './step.ts';

/** All steps in the order in which they run. A released step is never changed, only followed. */
export const migrations: Migration[] = [
  { name: '001-platform', up: platform.up },
  { name: '010-audit', up: audit.up },
  { name: '020-access', up: access.up }
];
