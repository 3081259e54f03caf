import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  ms: number;
  /** Status line and headers. */
  head: string;
  /** Bytes of the body as latin1 text. */
  body: string;
}

/**
 * One kept connection that asks and waits, opened anew when the server has closed it meanwhile, as a browser does.
 * A bare socket, since server and client share the machine: node's own client costs three times as much.
 */
export class Line {
  readonly #port: number;
  #socket: Socket | null = null;
  #heard = '';
  #sentAt = 0;
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends a whole HTTP/1.1 request; one at a time. */
  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#heard = '';
      this.#waiting = { resolve, reject };
      this.#sentAt = performance.now();
      this.#socket ??= this.#open();
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ host: '127.0.0.1', port: this.#port, noDelay: true });
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.#hear(chunk));
    const closed = new Error('the server closed the connection');
    socket.on('error', (error) => this.#lose(socket, error));
    socket.on('end', () => this.#lose(socket, closed));
    socket.on('close', () => this.#lose(socket, closed));
    return socket;
  }

  #lose(socket: Socket, error: Error): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    this.#waiting?.reject(error);
    this.#waiting = null;
  }

  #hear(chunk: string): void {
    this.#heard += chunk;
    const end = this.#heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#heard.slice(0, end);
    const length = /content-length: (\d+)/i.exec(head);
    const isWhole = length
      ? this.#heard.length - end - 4 >= Number(length[1])
      : / (204|304) /.test(head.slice(0, 14)) || this.#heard.endsWith('0\r\n\r\n');
    if (!isWhole) return;
    const ms = performance.now() - this.#sentAt;
    const body = this.#heard.slice(end + 4);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), ms, head, body });
  }
}

type Headers = Record<string, string>;

/** A whole HTTP/1.1 request as a page of the origin would send it. */
export function request(method: string, path: string, headers: Headers, body = ''): string {
  const own = { host: '127.0.0.1', accept: 'text/html', 'sec-fetch-site': 'same-origin', ...headers };
  const sent = method === 'GET' ? own : { ...own, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

export function jsonRequest(method: string, path: string, body: unknown, headers: Headers = {}): string {
  return request(method, path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
}

export function formRequest(path: string, fields: Record<string, string>, headers: Headers = {}): string {
  const body = new URLSearchParams(fields).toString();
  return request('POST', path, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body);
}
