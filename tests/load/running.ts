import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Settings } from '../support/engines.ts';
import { startServer } from '../support/programs.ts';
import { measure, type Load, type Measured } from './client.ts';

/** A server process under load. */
export interface Running {
  port: number;
  pid: number;
  /** Milliseconds from its start to the first answered request; null for a yardstick. */
  startedInMs: number | null;
  stop(): Promise<void>;
}

/** The built server over an installation, waiting for nothing but its database. */
export async function runBuilt(settings: Settings): Promise<Running> {
  const began = performance.now();
  const server = await startServer(settings, { env: { LOG_LEVEL: 'error' } });
  const startedInMs = performance.now() - began;
  return { port: Number(new URL(server.origin).port), pid: server.pid, startedInMs, stop: server.stop };
}

/** Processor time of a process so far, in milliseconds; NaN where the system does not tell (Linux does). */
export function processorMs(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return (ticks * 1000) / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
}

/** Resident memory of a process in MB; NaN where the system does not tell. */
export function memoryMB(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return Number.NaN;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

export interface MeasuredServer extends Measured {
  /** The server's processor time per request in microseconds: what other work on the machine changes least. */
  processorUs: number;
}

/** The code is compiled while it runs: what comes before is no measure of a server that has stood for a minute. */
const WARMING_REQUESTS = 20_000;
const WARMING_SECONDS = 10;

/** A measured stretch after a warm-up of ten seconds or 20,000 requests, whichever is first. */
export async function measureServer(server: Running, load: Omit<Load, 'port'>): Promise<MeasuredServer> {
  const at = { ...load, port: server.port };
  for (let asked = 0, until = performance.now() + WARMING_SECONDS * 1000; performance.now() < until;) {
    asked += (await measure({ ...at, seconds: 1 })).count;
    if (asked >= WARMING_REQUESTS) break;
  }
  const before = processorMs(server.pid);
  const measured = await measure(at);
  const processorUs = ((processorMs(server.pid) - before) * 1000) / measured.count;
  return { ...measured, processorUs };
}
