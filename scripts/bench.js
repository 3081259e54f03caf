// Benchmarks over the built server on loopback: `npm run bench -- [name …] [--json]`. Never part of the tests.
// A speed is a ratio measured in one run; the table and the machine go to bench/latest.json.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { requireNode26 } from './node26.js';

requireNode26();
chdir(fileURLToPath(new URL('..', import.meta.url)));

/** One file each; loaded when asked for. */
const benchmarks = { 'answer-save': async () => (await import('../tests/load/answerSave.ts')).answerSave() };

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`没有这个基准：${unknown.join('、')}。可用的有：${Object.keys(benchmarks).join('、')}。`);
  process.exit(2);
}
if (!existsSync('build/index.js')) {
  console.error('还没有构建。请先运行 npm run build。');
  process.exit(2);
}

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  loadBefore: loadavg()[0],
};
const rows = [];
for (const name of asked.length > 0 ? asked : Object.keys(benchmarks))
  rows.push(...(await benchmarks[name]()));
const result = {
  measuredAt: new Date().toISOString(),
  machine,
  settings: { engine: 'sqlite', synchronous: 'FULL' },
  rows,
};

mkdirSync('bench', { recursive: true });
writeFileSync('bench/latest.json', `${JSON.stringify(result, null, 2)}\n`);
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else print(rows);

function print(lines) {
  console.log(
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, load ${machine.loadBefore.toFixed(1)}`,
  );
  for (const { name, value, unit, yardstick, ratio } of lines) {
    const beside = ratio === null ? '' : `  ${ratio.toFixed(2)} × ${yardstick}`;
    console.log(`${name.padEnd(48)} ${format(value).padStart(10)} ${unit.padEnd(3)}${beside}`);
  }
}

function format(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}
