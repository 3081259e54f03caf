import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Tests start the same programs many times: Node keeps what it has compiled. */
const compiled = resolve('node_modules/.cache/compiled');

/** A step that hangs is ended and has failed. */
const longest = 15 * 60_000;

/**
 * Runs one step with the project's Node, prints what it said when it ends, and counts: each test of Vitest, or the
 * step itself as one.
 *
 * @param {import('./steps.js').Step} step
 * @returns {Promise<{ name: string, passed: number, failed: number }>}
 */
export async function runStep(step) {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-step-'));
  const report = join(folder, 'report.json');
  const started = performance.now();
  const { code, said } = await inTurn(
    step.commands.map((command) => (step.counts ? [...command, ...reporters(report)] : command)),
  );
  const counted = step.counts
    ? countTests(report, code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  rmSync(folder, { recursive: true, force: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = counted.failed > 0 ? '✗' : '✓';
  if (counted.failed > 0) process.stdout.write(said);
  console.log(`${mark} ${step.name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
  return { name: step.name, ...counted };
}

function reporters(report) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
}

/** Tests by Vitest's own report; a file that could not be loaded and a run that died count as one failure each. */
function countTests(report, code) {
  const { numPassedTests, numFailedTests, testResults } = readReport(report);
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    // Vitest ended before it could write: the exit code tells the rest.
    if (error.code === 'ENOENT') return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
    throw error;
  }
}

/** Runs every command, the later ones too when an earlier one failed; the first exit code that is not 0. */
async function inTurn(commands) {
  let code = 0;
  let said = '';
  for (const command of commands) {
    const outcome = await spoken(command);
    code ||= outcome.code;
    said += outcome.said;
  }
  return { code, said };
}

function spoken([program, ...args]) {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_COMPILE_CACHE: compiled };
    const child = spawn(join('node_modules/.bin', program), args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      timeout: longest,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('error', (error) => (said += `${error.message}\n`));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
