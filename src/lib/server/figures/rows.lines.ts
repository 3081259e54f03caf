import { once } from 'node:events';
import { createGunzip, createGzip } from 'node:zlib';

/** Lines that are compressed as they are written. */
export class CopyFile {
  readonly #gzip = createGzip();
  readonly #parts: Buffer[] = [];
  readonly #ended: Promise<unknown>;

  constructor() {
    this.#gzip.on('data', (part: Buffer) => this.#parts.push(part));
    this.#ended = once(this.#gzip, 'end');
  }

  async write(line: string): Promise<void> {
    if (!this.#gzip.write(`${line}\n`)) await once(this.#gzip, 'drain');
  }

  async end(): Promise<Uint8Array<ArrayBuffer>> {
    this.#gzip.end();
    await this.#ended;
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}

/** The lines of such a file, unpacked as they are read. Throws for bytes that are not compressed lines. */
export async function* linesIn(bytes: Uint8Array): AsyncGenerator<string> {
  const gunzip = createGunzip().setEncoding('utf8');
  gunzip.end(bytes);
  let rest = '';
  for await (const part of gunzip as AsyncIterable<string>) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
