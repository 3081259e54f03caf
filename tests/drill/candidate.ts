import type { Rng } from '#lib/domain/shared/rng.ts';
import type { Sitter } from '../support/examHouse.ts';
import { answerKey, sentKey, type Acknowledged } from './acknowledged.ts';
import { pageData } from './pageData.ts';

interface Item {
  itemId: string;
  options: { id: string; text: string }[];
}

interface Open {
  attemptId: string;
  writer: number;
  items: Item[];
}

export interface Drilled {
  examId: string;
  lessonIds: string[];
  known: Acknowledged;
  rng: Rng;
}

/**
 * One who sits one attempt after another and passes test-outs in between, over HTTP, until the server is gone. What
 * was not acknowledged is sent again after its return, under the revision it had.
 */
export class Candidate {
  readonly #sitter: Sitter;
  readonly #drilled: Drilled;
  readonly #revisions = new Map<string, number>();
  #lessonsLeft: string[];
  #origin = '';
  #open: Open | null = null;

  constructor(sitter: Sitter, drilled: Drilled) {
    this.#sitter = sitter;
    this.#drilled = drilled;
    this.#lessonsLeft = [...drilled.lessonIds];
  }

  /**
   * Works without a pause and tells of every step that was acknowledged; resolves when a request finds no server.
   * Any refusal is thrown.
   */
  async work(origin: string, onStep: () => void): Promise<void> {
    this.#origin = origin;
    this.#open = null;
    for (;;) {
      try {
        await this.#step();
        onStep();
      } catch (error) {
        if (error instanceof TypeError) return;
        throw error;
      }
    }
  }

  async #step(): Promise<void> {
    const { rng } = this.#drilled;
    this.#open ??= await this.#enter();
    const chance = rng();
    if (chance < 0.08) return this.#handIn(this.#open);
    if (chance < 0.2 && this.#lessonsLeft.length > 0) return this.#testOut();
    return this.#answer(this.#open);
  }

  async #enter(): Promise<Open> {
    const form = new URLSearchParams({ examId: this.#drilled.examId });
    const { location } = await this.#form('/exams?/start', form);
    const attemptId = location.replace('/attempts/', '');
    const { items } = (await this.#data(`/attempts/${attemptId}`, 'room')) as { items: Item[] };
    const { writer } = JSON.parse(
      await this.#json('POST', `/api/v1/attempts/${attemptId}/writer`, {}),
    ) as Open;
    return { attemptId, writer, items };
  }

  async #answer({ attemptId, writer, items }: Open): Promise<void> {
    const { rng, known } = this.#drilled;
    const item = items[Math.floor(rng() * items.length)] as Item;
    const key = answerKey(attemptId, item.itemId);
    const acknowledged = known.answers.get(key)?.revision ?? 0;
    const last = this.#revisions.get(key) ?? 0;
    // What is under way from before the crash goes first, unchanged.
    const revision = last > acknowledged ? last : last + 1;
    const sent = sentKey(attemptId, item.itemId, revision);
    const value = known.sent.get(sent) ?? item.options[Math.floor(rng() * item.options.length)]?.id ?? '';
    known.sent.set(sent, value);
    this.#revisions.set(key, revision);
    const answers = [{ itemId: item.itemId, revision, chosen: [value] }];
    const said = await this.#json('PUT', `/api/v1/attempts/${attemptId}/answers`, { writer, answers });
    if (!said.includes('"saved"')) throw new Error(`not saved: ${said}`);
    known.answers.set(key, { attemptId, itemId: item.itemId, revision });
  }

  async #handIn({ attemptId }: Open): Promise<void> {
    const { receipts } = this.#drilled.known;
    await this.#form(`/attempts/${attemptId}/submission`, new URLSearchParams());
    receipts.set(attemptId, null);
    this.#open = null;
    const page = await (await this.#send(`/attempts/${attemptId}/submission`, {})).text();
    const [, number = ''] = /\/receipts\/([^"]+)"/.exec(page) ?? [];
    receipts.set(attemptId, number);
  }

  /** The right option of every question of the drill is 乙. */
  async #testOut(): Promise<void> {
    const lessonId = this.#lessonsLeft[0] as string;
    const begun = await this.#form(`/lessons/${lessonId}?/testOut`, new URLSearchParams());
    if (begun.status === 303) {
      const { items, attemptId } = (await this.#data(begun.location, 'sheet')) as {
        items: Item[];
        attemptId: string;
      };
      const form = new URLSearchParams({ attemptId });
      for (const [index, { options }] of items.entries())
        form.append(`q${index + 1}[]`, options.find((option) => option.text === '乙')?.id ?? '');
      await this.#form(`/lessons/${lessonId}/check`, form);
    }
    // A refusal says that it was completed before the crash: acknowledged either way.
    this.#drilled.known.lessons.push({ personId: this.#sitter.personId, lessonId });
    this.#lessonsLeft = this.#lessonsLeft.slice(1);
  }

  async #data(path: string, key: string): Promise<unknown> {
    const [address, query = ''] = path.split('?');
    const answer = await this.#send(`${address}/__data.json?${query}`, {});
    return pageData(await answer.text(), key);
  }

  async #form(path: string, body: URLSearchParams): Promise<{ status: number; location: string }> {
    const answer = await this.#send(path, { method: 'POST', body });
    const { status } = answer;
    if (status !== 303 && status !== 409) throw new Error(`${path}: ${status} ${await answer.text()}`);
    await answer.arrayBuffer();
    return { status, location: answer.headers.get('location') ?? '' };
  }

  async #json(method: string, path: string, body: unknown): Promise<string> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.#send(path, { method, body: JSON.stringify(body), headers });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${said}`);
    return said;
  }

  #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = `xuefa_session=${this.#sitter.token}`;
    const headers = { accept: 'text/html', origin: this.#origin, cookie, ...init.headers };
    return fetch(`${this.#origin}${path}`, { ...init, headers, redirect: 'manual' });
  }
}
