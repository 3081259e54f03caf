// Benchmarks over the built server on loopback, never part of the tests:
// npm run bench -- [name …] [--engine sqlite|postgres] [--seconds N] [--takers N] [--people N] [--json]
// A speed is a ratio measured in one run; the table and the machine go to bench/latest.json.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode26 } from './node26.js';

requireNode26();
chdir(fileURLToPath(new URL('..', import.meta.url)));

/** One file each, loaded when asked for; in the order in which all are run. */
const benchmarks = {
  'start-up': async (wish) => (await import('../tests/load/startUp.ts')).startUp(wish),
  'answer-save': async (wish) => (await import('../tests/load/answerSave.ts')).answerSave(wish),
  'exam-page': async (wish) => (await import('../tests/load/examPage.ts')).examPage(wish),
  'whole-exam': async (wish) => (await import('../tests/load/wholeExam.ts')).wholeExam(wish),
  rush: async (wish) => (await import('../tests/load/rush.ts')).rush(wish),
  import: async (wish) => (await import('../tests/load/importing.ts')).importing(wish),
  overview: async (wish) => (await import('../tests/load/overview.ts')).overview(wish),
  report: async (wish) => (await import('../tests/load/report.ts')).report(wish),
};

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'sqlite' },
    seconds: { type: 'string' },
    takers: { type: 'string', default: '2000' },
    people: { type: 'string', default: '1000000' },
    json: { type: 'boolean', default: false },
  },
});
const unknown = asked.filter((name) => !(name in benchmarks));
if (unknown.length > 0)
  refuse(`没有这个基准：${unknown.join('、')}。可用的有：${Object.keys(benchmarks).join('、')}。`);
if (!['sqlite', 'postgres'].includes(values.engine)) refuse('--engine 只能是 sqlite 或 postgres。');
if (!existsSync('build/index.js')) refuse('还没有构建。请先运行 npm run build。');

/** Stretches of five seconds; the rush by the minute, as the goal is written. */
const secondsOf = (name) => whole('seconds', values.seconds ?? (name === 'rush' ? '60' : '5'));
const wishOf = (name) => ({
  engine: values.engine,
  seconds: secondsOf(name),
  takers: whole('takers', values.takers),
  people: whole('people', values.people),
});

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
};
const names = asked.length > 0 ? asked : Object.keys(benchmarks);
const results = [];
if (!values.json)
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${values.engine}`);
for (const name of names) {
  const loadBefore = loadavg()[0];
  const rows = await benchmarks[name](wishOf(name));
  results.push({ name, wish: wishOf(name), loadBefore, loadAfter: loadavg()[0], rows });
  if (!values.json) print(results.at(-1));
}

const result = {
  measuredAt: new Date().toISOString(),
  machine,
  settings: settingsOf(values.engine),
  results,
};
mkdirSync('bench', { recursive: true });
writeFileSync('bench/latest.json', `${JSON.stringify(result, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(result));

function settingsOf(engine) {
  return engine === 'sqlite'
    ? { engine, synchronous: 'FULL' }
    : { engine, fsync: 'on', synchronous_commit: 'on' };
}

function print({ name, loadBefore, loadAfter, rows }) {
  console.log(`\n${name} (load of the machine ${loadBefore.toFixed(1)} → ${loadAfter.toFixed(1)})`);
  for (const row of rows) {
    const beside = row.ratio === null ? '' : `  ${row.ratio.toFixed(2)} × ${row.yardstick}`;
    console.log(`${row.name.padEnd(56)} ${format(row.value).padStart(10)} ${row.unit.padEnd(6)}${beside}`);
  }
}

function format(value) {
  return value >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function whole(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) refuse(`--${name} 应为正整数。`);
  return value;
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
