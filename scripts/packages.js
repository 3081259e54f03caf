import { existsSync, readFileSync } from 'node:fs';

/**
 * True when `node_modules` holds what `package-lock.json` asks for, by npm's own list of what it installed.
 * Optional packages may be missing: they are other machines' binaries.
 */
export function packagesAreInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json') ?? {})
    .filter(([path]) => path !== '')
    .every(([path, wanted]) => {
      const found = installed[path];
      return found ? found.version === wanted.version : wanted.optional === true;
    });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}
