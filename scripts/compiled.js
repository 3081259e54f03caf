// Modules are compiled once and kept beside the packages; a folder that cannot be written costs nothing but the time.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

export function rememberCompiled() {
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
}
