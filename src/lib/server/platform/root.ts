import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of the installation. Workers and heavy reads start from `src/` below it by path, since the
 * bundler does not carry them into the build. Throws when the code runs outside an installation.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'xuefa') return folder;
    const above = dirname(folder);
    if (above === folder) throw new Error('package.json of xuefa was not found above the running code');
    folder = above;
  }
}
