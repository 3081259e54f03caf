import { connect, type Socket } from 'node:net';

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** The next request of a connection, a whole HTTP/1.1 message. */
  next(connection: number): string;
}

export interface Measured {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers with another status than 200. */
  refused: number;
}

/**
 * A closed loop without think time: every connection sends its next request as soon as it has its answer. Bare sockets,
 * since server and client share the machine. Bounded by time; loopback only.
 */
export async function measure(load: Load): Promise<Measured> {
  const until = performance.now() + load.seconds * 1000;
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: load.connections }, (_, connection) =>
      run(load, connection, until, (ms, status) => {
        times.push(ms);
        if (status !== 200) refused += 1;
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), refused };
}

function run(
  load: Load,
  connection: number,
  until: number,
  onAnswer: (ms: number, status: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: '127.0.0.1', port: load.port, noDelay: true });
    let heard = '';
    let sentAt = 0;
    const send = (): void => {
      heard = '';
      sentAt = performance.now();
      socket.write(load.next(connection));
    };
    socket.setEncoding('latin1');
    socket.once('connect', send);
    socket.once('error', reject);
    socket.on('data', (chunk: string) => {
      heard += chunk;
      const status = statusOfWhole(heard);
      if (status === null) return;
      const now = performance.now();
      onAnswer(now - sentAt, status);
      if (now < until) return send();
      socket.end();
      resolve();
    });
    socket.once('close', () => resolve());
  });
}

/** Status of an answer that has arrived whole, else null. */
function statusOfWhole(text: string): number | null {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = /content-length: (\d+)/i.exec(text.slice(0, head));
  const isWhole = length ? text.length - head - 4 >= Number(length[1]) : text.endsWith('0\r\n\r\n');
  return isWhole ? Number(text.slice(9, 12)) : null;
}

/** A whole HTTP/1.1 request with a JSON body. */
export function jsonRequest(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): string {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    host: '127.0.0.1',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`;
}
