// What a fresh machine needs: packages, generated types, and with --tests a Chromium. Any Node from 18 on runs this
// file, so it imports nothing that `npm ci` brings. Checks want the types of today's routes; Vite makes its own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chdir, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium, headlessPackage, lacksHeadlessShell } from './chromium.js';
import { packagesAreInstalled } from './packages.js';

chdir(fileURLToPath(new URL('..', import.meta.url)));

if (!packagesAreInstalled())
  run('npm', ['ci', '--no-audit', '--no-fund'], 'The packages could not be installed.');
const isForTests = process.argv.includes('--tests');
if (isForTests || !existsSync('.svelte-kit/tsconfig.json')) syncTypes();
if (isForTests) ensureChromium();

function syncTypes() {
  if (!existsSync('src/app.html')) return;
  const node = existsSync('node_modules/node/bin/node') ? 'node_modules/node/bin/node' : process.execPath;
  run(node, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], 'SvelteKit could not write its types.');
}

/** Tests and pictures run in the system's Chromium, and Chinese pages need a Chinese font. */
function ensureChromium() {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebianRoot && lacksHeadlessShell()) installHeadlessShell();
  if (findChromium()) return;
  if (process.env.CHROME_PATH) stop(`CHROME_PATH names ${process.env.CHROME_PATH}, where there is no file.`);
  const advice = 'Install Chromium yourself and name it by CHROME_PATH, or run the tests on Debian as root.';
  if (isDebianRoot) {
    run('apt-get', ['update', '-qq'], advice);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], advice);
  } else {
    run('npx', ['playwright', 'install', 'chromium'], advice);
  }
  if (!findChromium()) stop(`No Chromium was found after its installation. ${advice}`);
}

/** Where the package cannot be had (no network, another distribution), whatever Chromium there is does as well. */
function installHeadlessShell() {
  console.log(`setup: installing ${headlessPackage}, which halves what the browser takes of the tests' time`);
  const wanted = [headlessPackage, ...(findChromium() ? [] : ['fonts-noto-cjk'])];
  const install = ['install', '-y', '-qq', '--no-remove', '--no-install-recommends', ...wanted];
  const isDone = apt(install) || (apt(['update', '-qq']) && apt(install));
  if (!isDone) console.log('setup: it could not be installed; the tests take longer');
}

/** Whether apt did it; it says nothing and gives up on a network that does not answer. */
function apt(words) {
  const patience = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', [...patience, ...words], { stdio: 'ignore', env, timeout: 180_000 }).status === 0
  );
}

function run(command, args, advice) {
  console.log(`$ ${command} ${args.join(' ')}`);
  const isWindows = process.platform === 'win32';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync(command, args, { stdio: 'inherit', shell: isWindows, env });
  if (done.status !== 0) stop(`${command} failed. ${advice}`);
}

function stop(sentence) {
  console.error(`setup: ${sentence}`);
  exit(1);
}
