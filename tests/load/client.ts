import { Line } from './line.ts';
import { percentile } from './rows.ts';

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** The next request of a connection, a whole HTTP/1.1 message. */
  next(connection: number): string;
}

export interface Measured {
  count: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/**
 * A closed loop without think time: every connection sends its next request as soon as it has its answer. Bounded by
 * time; loopback only. Throws when anything but 200 comes back: a refusal is cheap and would flatter the figure.
 */
export async function measure(load: Load): Promise<Measured> {
  const lines = Array.from({ length: load.connections }, () => new Line(load.port));
  const times: number[] = [];
  const began = performance.now();
  const until = began + load.seconds * 1000;
  try {
    await Promise.all(lines.map((line, connection) => keepAsking(line, connection, { load, until, times })));
  } finally {
    for (const line of lines) line.close();
  }
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return {
    count: times.length,
    perSecond: times.length / seconds,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

async function keepAsking(
  line: Line,
  connection: number,
  { load, until, times }: { load: Load; until: number; times: number[] },
): Promise<void> {
  do {
    const { status, ms, body } = await line.ask(load.next(connection));
    if (status !== 200) throw new Error(`answered ${status}: ${body.slice(0, 300)}`);
    times.push(ms);
  } while (performance.now() < until);
}
