import type { Line } from './line.ts';
import { formRequest, jsonRequest, request, type Answer } from './line.ts';
import { cookieOf, PASSWORD, type Taker } from './sitting.ts';

/** What a candidate does by HTTP, as the pages do it; every answer's time is told, an unexpected one throws. */
export class Candidate {
  readonly #line: Line;
  readonly #taker: Taker;
  readonly #onAnswer: (kind: string, ms: number) => void;
  #cookie: Record<string, string>;
  #attemptId = '';
  #writer = 0;
  #items: { itemId: string; optionId: string }[] = [];
  /** Last acknowledged revision of each item. */
  readonly saved = new Map<string, number>();

  constructor(line: Line, taker: Taker, onAnswer: (kind: string, ms: number) => void) {
    this.#line = line;
    this.#taker = taker;
    this.#onAnswer = onAnswer;
    this.#cookie = cookieOf(taker);
  }

  get attemptId(): string {
    return this.#attemptId;
  }

  get itemCount(): number {
    return this.#items.length;
  }

  async signIn(): Promise<void> {
    const fields = { login: this.#taker.login, password: PASSWORD, next: '/exams' };
    const { head } = await this.#ask('sign-in', 303, formRequest('/sign-in', fields));
    const token = /xuefa_session=([^;]+)/.exec(head)?.[1] ?? '';
    this.#cookie = cookieOf({ token });
    await this.#ask('page', 200, request('GET', '/exams', this.#cookie));
  }

  /** Presses start, opens the room and takes the pen. */
  async begin(examId: string): Promise<void> {
    const started = await this.#ask('start', 303, formRequest('/exams?/start', { examId }, this.#cookie));
    this.#attemptId = /location: \/attempts\/([\w-]+)/i.exec(started.head)?.[1] ?? '';
    const room = await this.#ask('room', 200, request('GET', `/attempts/${this.#attemptId}`, this.#cookie));
    const shown = room.body.matchAll(/itemId:"([\w-]+)".*?options:\[\{id:"([\w-]+)"/gs);
    this.#items = [...shown].map(([, itemId = '', optionId = '']) => ({ itemId, optionId }));
    const pen = await this.#ask('pen', 200, jsonRequest('POST', `${this.#api}/writer`, {}, this.#cookie));
    this.#writer = (JSON.parse(pen.body) as { writer: number }).writer;
  }

  /** Saves an answer to the item at `index`; remembered once acknowledged. */
  async save(index: number): Promise<void> {
    const item = this.#items[index % this.#items.length];
    if (!item) throw new Error('the room showed no items');
    const revision = (this.saved.get(item.itemId) ?? 0) + 1;
    const body = {
      writer: this.#writer,
      answers: [{ itemId: item.itemId, revision, chosen: [item.optionId] }],
    };
    await this.#ask('save', 200, jsonRequest('PUT', `${this.#api}/answers`, body, this.#cookie));
    this.saved.set(item.itemId, revision);
  }

  /** Hands in and reads the receipt. */
  async handIn(): Promise<void> {
    const page = `/attempts/${this.#attemptId}/submission`;
    await this.#ask('page', 200, request('GET', page, this.#cookie));
    await this.#ask('hand-in', 303, formRequest(page, { confirmed: 'on' }, this.#cookie));
    await this.#ask('receipt', 200, request('GET', page, this.#cookie));
  }

  async readResult(): Promise<void> {
    await this.#ask('result', 200, request('GET', `/attempts/${this.#attemptId}/result`, this.#cookie));
  }

  get #api(): string {
    return `/api/v1/attempts/${this.#attemptId}`;
  }

  async #ask(kind: string, expected: number, text: string): Promise<Answer> {
    const answer = await this.#line.ask(text);
    if (answer.status !== expected)
      throw new Error(`${kind} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    this.#onAnswer(kind, answer.ms);
    return answer;
  }
}
