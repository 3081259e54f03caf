import { spawn, type ChildProcess } from 'node:child_process';
import { subjects } from '../../src/cli/index.ts';
import { runCli } from '../../src/cli/run.ts';
import { testKey } from './databases.ts';
import type { Settings } from './engines.ts';
import { freePort } from './ports.ts';

/** Environment of a program of the installation: the machine's, and the test's own settings. */
export function environmentOf({ databaseUrl, dataFolder }: Settings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    XUEFA_DATA: dataFolder,
    XUEFA_KEY: testKey.toString('base64'),
    LOG_LEVEL: 'warn',
  };
}

export interface Outcome {
  code: number;
  out: string;
  problems: string;
}

/**
 * Runs `xuefa <words>` within this process and answers what it said: the same lines as the program's, which takes a
 * second to load.
 */
export async function xuefaHere(words: string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  let out = '';
  let problems = '';
  const code = await runCli(subjects, words, {
    env,
    write: (text) => (out += text),
    complain: (text) => (problems += text),
  });
  return { code, out, problems };
}

/** Runs `xuefa <words>` over these settings as a program of its own and answers what it said. */
export async function xuefa(settings: Settings, ...words: string[]): Promise<Outcome> {
  return runProgram('scripts/xuefa.js', words, environmentOf(settings));
}

/** Runs one of `scripts/` to its end; never throws for its exit code. */
export async function runProgram(
  script: string,
  words: string[],
  environment: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const child = startNode(script, words, environment);
  const said = heard(child);
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
  return { code, ...said() };
}

export interface RunningServer {
  origin: string;
  pid: number;
  /** Everything that it has printed so far. */
  said(): string;
  /** Ends it as a service manager would and waits until it has gone. */
  stop(): Promise<void>;
  /** Ends it at once, as a failing machine would. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  /** More settings, e.g. `{ XUEFA_DEMO: '1' }`. */
  env?: NodeJS.ProcessEnv;
  /** Port to come back on after a stop; a free one unless told. */
  port?: number;
}

/** Starts the built server over these settings on loopback and waits until it answers. */
export async function startServer(settings: Settings, options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), HOST: '127.0.0.1', ORIGIN: origin };
  const child = startNode('scripts/start.js', [], { ...environmentOf(settings), ...own, ...options.env });
  const said = heard(child);
  const server: RunningServer = {
    origin,
    pid: child.pid ?? 0,
    said: () => `${said().out}${said().problems}`,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  };
  await answering(child, server);
  return server;
}

function startNode(script: string, words: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [script, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function heard(child: ChildProcess): () => { out: string; problems: string } {
  let out = '';
  let problems = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (problems += chunk.toString()));
  return () => ({ out, problems });
}

/** Longest time that a server may take to its first answer here; a loaded test machine is slow. */
const patience = 30_000;

async function answering(child: ChildProcess, server: RunningServer): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until && child.exitCode === null) {
    const isUp = await fetch(`${server.origin}/health`).then(
      (answer) => answer.status < 500,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await server.kill();
  throw new Error(`the server did not answer:\n${server.said()}`);
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
