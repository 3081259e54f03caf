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

  /** Sends a form (a mere question without one) and reads the answer to its end. */
  send(
    path: string,
    { form, origin = this.#origin }: { form?: string; origin?: string } = {},
  ): Promise<Heard> {
    const headers = { accept: 'text/html', origin, 'content-type': 'application/x-www-form-urlencoded' };
    const method = form === undefined ? 'GET' : 'POST';
    return new Promise((resolve, reject) => {
      const asked = request(`${this.#origin}${path}`, { agent: this.#agent, method, headers }, (answer) => {
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, isReused: asked.reusedSocket }));
        answer.once('error', reject);
        answer.resume();
      });
      asked.once('error', reject);
      asked.end(form);
    });
  }

  end(): void {
    this.#agent.destroy();
  }
}
