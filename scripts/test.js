// Everything that must hold before a change lands. `npm test` runs it whole, four lanes at a time; `npm run check`
// step by step, `npm run check -- lint unit` only those named. The last line counts what passed and what failed.
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { requireNode26 } from './node26.js';
import { runStep } from './test/run.js';
import { chosen, lanes } from './test/steps.js';

requireNode26();
chdir(fileURLToPath(new URL('..', import.meta.url)));

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const results = process.argv.includes('--each') ? await inTurn(chosen(names)) : await inLanes();
const sum = (key) => results.reduce((total, result) => total + result[key], 0);

for (const { name, failed } of results.filter((result) => result.failed > 0))
  console.log(`✗ ${name}: ${failed} failed`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

async function inTurn(steps) {
  const done = [];
  for (const step of steps) done.push(await runStep(step));
  return done;
}

async function inLanes() {
  const ends = new Map();
  const told = new Map(
    lanes.flat().map(({ name }) => [name, new Promise((resolve) => ends.set(name, resolve))]),
  );
  const runLane = async (steps) => {
    const done = [];
    for (const step of steps) {
      await Promise.all((step.needs ?? []).map((name) => told.get(name)));
      done.push(await runStep(step));
      ends.get(step.name)();
    }
    return done;
  };
  return (await Promise.all(lanes.map(runLane))).flat();
}
