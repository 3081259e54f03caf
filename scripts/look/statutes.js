import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('playwright').Page} Page */

/** Texts of invented laws, in two versions. */
const TEXTS = 'tests/fixtures/statutes';

/** Imports them on the demo's machine, as an installation does; a text that is there already stays as it is. */
async function importTexts(folder) {
  const key = readFileSync(join(folder, 'demo.key'), 'utf8');
  const env = { ...process.env, XUEFA_DATA: folder, XUEFA_KEY: key };
  const program = ['scripts/xuefa.js', 'statutes', 'import', TEXTS];
  await once(spawn(process.execPath, program, { env, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
}

async function bringTexts(/** @type {Page} */ page, /** @type {{ folder: string }} */ demo) {
  if ((await page.locator('main td a[href^="/manage/statutes/"]').count()) > 0) return;
  await importTexts(demo.folder);
  await page.reload({ waitUntil: 'networkidle' });
}

const common = { role: 'coordinator', path: '/manage/statutes' };

export const statutePages = [
  { ...common, name: 'statutes', act: bringTexts },
  {
    ...{ ...common, name: 'statute', route: '/manage/statutes/[id]' },
    act: async (page, demo) => {
      await bringTexts(page, demo);
      const href = await page.getAttribute('main td a[href^="/manage/statutes/"]', 'href');
      await page.goto(new URL(href, page.url()).href, { waitUntil: 'networkidle' });
    },
  },
];
