// Kills the built server at random under load and compares what it acknowledged with the database:
// `npm run drill -- [--rounds 50] [--engine sqlite|postgres] [--seed text]`. Ends with 1 when anything is missing,
// doubled or changed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode26 } from './node26.js';

requireNode26();
chdir(fileURLToPath(new URL('..', import.meta.url)));
if (!existsSync('build/index.js')) {
  console.error('还没有构建。请先运行 npm run build。');
  process.exit(2);
}

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, engine: { type: 'string' }, seed: { type: 'string' } },
});
const rounds = Number(values.rounds ?? 50);
const seed = values.seed ?? String(Date.now());
const { drill } = await import('../tests/drill/drill.ts');
const { createDatabase, createTemplate, migrateFile, urlOf } = await import('../tests/support/databases.ts');
const { startPostgres } = await import('../tests/support/postgres.ts');

const engines = { sqlite: onSqlite, postgres: onPostgres };
const wanted = values.engine ? [values.engine] : Object.keys(engines);
if (wanted.some((name) => !(name in engines)) || !Number.isInteger(rounds) || rounds < 1) {
  console.error('用法：npm run drill -- [--rounds 50] [--engine sqlite|postgres] [--seed 任意文字]');
  process.exit(2);
}

console.log(`seed ${seed}`);
const results = [];
for (const name of wanted) results.push({ name, ...(await engines[name]()) });
print(results);
process.exitCode = results.some(({ faults }) => faults.length > 0) ? 1 : 0;

function run(settings) {
  return drill(settings, { rounds, seed, lessons: 60, candidates: 16, onRound });
}

function onRound(round, { answers, faults }) {
  if (round % 10 === 0) console.log(`round ${round}: ${answers} answers, ${faults.length} faults`);
}

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-drill-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function onSqlite() {
  return inFolder(async (dataFolder) => {
    const file = join(dataFolder, 'xuefa.db');
    await migrateFile(file);
    return run({ databaseUrl: `file:${file}`, dataFolder });
  });
}

function onPostgres() {
  return inFolder(async (dataFolder) => {
    const server = await startPostgres(process.env.TEST_DATABASE_URL);
    try {
      const name = await createDatabase(server.url, await createTemplate(server.url));
      return await run({ databaseUrl: urlOf(server.url, name), dataFolder });
    } finally {
      await server.stop();
    }
  });
}

function print(lines) {
  const columns = ['rounds', 'answers', 'receipts', 'lessons', 'faults'];
  console.log(['engine'.padEnd(10), ...columns.map((name) => name.padStart(9))].join(''));
  for (const line of lines) {
    const counts = columns.map((name) => (name === 'faults' ? line.faults.length : line[name]));
    console.log([line.name.padEnd(10), ...counts.map((count) => String(count).padStart(9))].join(''));
  }
  for (const { name, faults } of lines) for (const fault of faults) console.log(`${name}: ${fault}`);
}
