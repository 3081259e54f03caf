import { request } from 'node:http';
import type { DemoAccount } from '../../../seeds/accounts.ts';

/** What the server said, read to its end. */
export interface Answer {
  status: number;
  /** Where a redirect leads; '' without one. */
  location: string;
  type: string;
  text: string;
  bytes: Uint8Array;
}

export interface Message {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}

const COOKIE = 'xuefa_session';

/** Someone who speaks HTTP without a browser: keeps the cookie of the session, follows no redirect. */
export class Visitor {
  readonly name: string;
  readonly #origin: string;
  readonly #account: DemoAccount | null;
  #cookie = '';

  constructor(origin: string, name: string, account: DemoAccount | null = null) {
    this.#origin = origin;
    this.name = name;
    this.#account = account;
  }

  /** Signs in through the form as a person does; nothing for someone without an account. */
  async signIn(): Promise<this> {
    if (!this.#account) return this;
    const { login, password } = this.#account;
    const { status, text } = await this.post('/sign-in', new URLSearchParams({ login, password }));
    if (status !== 303) throw new Error(`${login} could not sign in: ${status} ${text.slice(0, 300)}`);
    return this;
  }

  get(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { method: 'POST', body, headers });
  }

  async send(path: string, { method = 'GET', body, headers = {} }: Message): Promise<Answer> {
    const own = { accept: 'text/html', origin: this.#origin, cookie: this.#cookie };
    const options: RequestInit = { method, headers: { ...own, ...headers }, redirect: 'manual' };
    const asked = body === undefined ? options : { ...options, body };
    const response = await fetch(`${this.#origin}${path}`, asked);
    await this.#keepCookie(response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      type: response.headers.get('content-type') ?? '',
      text: new TextDecoder().decode(bytes),
      bytes,
    };
  }

  /** Says that a body of so many bytes follows, sends nothing of it, and answers the status of the reply. */
  announce(
    path: string,
    { method, type, bytes }: { method: string; type: string; bytes: number },
  ): Promise<number> {
    const headers = {
      'content-type': type,
      'content-length': bytes,
      origin: this.#origin,
      cookie: this.#cookie,
    };
    return new Promise((resolve, reject) => {
      const asked = request(`${this.#origin}${path}`, { method, headers }, (answer) => {
        resolve(answer.statusCode ?? 0);
        asked.destroy();
      });
      asked.once('error', reject);
      asked.flushHeaders();
    });
  }

  /** Keeps the session as a browser would; whoever was signed out signs in again. */
  async #keepCookie(response: Response): Promise<void> {
    for (const line of response.headers.getSetCookie()) {
      const [, value] = new RegExp(`^${COOKIE}=([^;]*)`).exec(line) ?? [];
      if (value === undefined) continue;
      this.#cookie = value === '' ? '' : `${COOKIE}=${value}`;
      if (value === '') await this.signIn();
    }
  }
}
