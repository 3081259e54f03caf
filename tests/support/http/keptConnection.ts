import { Agent, request } from 'node:http';
import type { RunningServer } from '../programs.ts';

export interface Heard {
  status: number;
  /** False when the connection was a new one: the first request, or the one after a cut. */
  isReused: boolean;
}

/** One connection that is kept between requests, as a browser keeps it; never tried anew when it is cut. */
export class KeptConnection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: string;

  constructor({ origin }: RunningServer) {
    this.#origin = origin;
  }

  /** Asks for a page and reads the answer to its end. */
  ask(path: string): Promise<Heard> {
    return this.#send(path, 'GET', {}, '', '');
  }

  /**
   * Sends `begin`, and `rest` once the refusal has been read: a slow line on which the answer overtakes the form.
   * @param origin the site that the form says it comes from; this one unless told.
   */
  refused(path: string, begin: string, rest: string, origin = this.#origin): Promise<Heard> {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': begin.length + rest.length,
      origin,
    };
    return this.#send(path, 'POST', headers, begin, rest);
  }

  #send(
    path: string,
    method: string,
    own: Record<string, string | number>,
    begin: string,
    rest: string,
  ): Promise<Heard> {
    const headers = { accept: 'text/html', ...own };
    return new Promise((resolve, reject) => {
      const asked = request(`${this.#origin}${path}`, { agent: this.#agent, method, headers }, (answer) => {
        answer.once('end', () => {
          if (rest !== '') asked.end(rest);
          resolve({ status: answer.statusCode ?? 0, isReused: asked.reusedSocket });
        });
        answer.once('error', reject);
        answer.resume();
      });
      asked.once('error', reject);
      if (rest === '') asked.end();
      else asked.write(begin);
    });
  }

  end(): void {
    this.#agent.destroy();
  }
}
