import type { AnswerWire, RefusalReason, SavedReply, SentAnswer } from './answerWire.ts';

export interface KnownAnswer {
  itemId: string;
  revision: number;
  chosen: string[];
  savedAt: string | null;
}

interface Held {
  revision: number;
  chosen: string[];
}

interface Options {
  attemptId: string;
  answers: readonly KnownAnswer[];
  wire: AnswerWire;
  /** Where unsent answers outlive the page; null where the browser keeps nothing. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  /** Told of every reply, so that the clock follows the server. */
  onReply?: (reply: SavedReply) => void;
}

const RETRY_MS = 3000;
const STALE = '这道题在别处已有更新的答案，请刷新本页查看。';

/**
 * The answers of one attempt in the browser. Every change is kept on this computer with its revision before it is
 * sent; what was not acknowledged is sent again, and twice sent counts once. Only one request is under way.
 */
export class AnswerQueue {
  readonly #options: Options;
  readonly #key: string;
  #answers = $state<Record<string, Held & { savedAt: string | null }>>({});
  #unsent = $state<Record<string, Held>>({});
  #writer: number | null = null;
  #sending: Promise<void> | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** No answer reached the server lately; they wait on this computer. */
  isOffline = $state(false);
  refusal = $state<{ reason: RefusalReason; message: string } | null>(null);
  /** When the server last confirmed an answer, ISO-8601. */
  lastSavedAt = $state<string | null>(null);

  readonly unsentCount = $derived(Object.keys(this.#unsent).length);

  constructor(options: Options) {
    this.#options = options;
    this.#key = `xuefa.answers.${options.attemptId}`;
    for (const { itemId, revision, chosen, savedAt } of options.answers) {
      this.#answers[itemId] = { revision, chosen, savedAt };
    }
  }

  /** Takes the pen, then sends what an earlier page left unsent. Returns true when another page had the pen before. */
  async begin(lastOwnWriter: number | null, seenWriter: number): Promise<boolean> {
    this.#restore();
    const hadOther = seenWriter > 0 && seenWriter !== lastOwnWriter;
    await this.#takePen();
    return hadOther;
  }

  /** Number of this page, once it holds the pen. */
  get writer(): number | null {
    return this.#writer;
  }

  /** Takes the pen back after another page had it. */
  async takeBack(): Promise<void> {
    this.refusal = null;
    await this.#takePen();
  }

  /** Another page of this browser took over. */
  lose(message: string): void {
    this.#writer = null;
    this.refusal = { reason: 'takenOver', message };
  }

  chosen(itemId: string): string[] {
    return this.#unsent[itemId]?.chosen ?? this.#answers[itemId]?.chosen ?? [];
  }

  savedAt(itemId: string): string | null {
    return this.#answers[itemId]?.savedAt ?? null;
  }

  isUnsent(itemId: string): boolean {
    return this.#unsent[itemId] !== undefined;
  }

  /** Keeps a change and sends it. */
  put(itemId: string, chosen: string[]): void {
    const last = Math.max(this.#unsent[itemId]?.revision ?? 0, this.#answers[itemId]?.revision ?? 0);
    this.#unsent[itemId] = { revision: last + 1, chosen };
    this.#keep();
    void this.flush();
  }

  /** Resolves when nothing more can be sent now: all is acknowledged, or the server is out of reach. */
  flush(): Promise<void> {
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  /** Ends the retries and forgets what is kept, once the attempt is handed in. */
  forget(): void {
    clearTimeout(this.#retry);
    this.#options.storage?.removeItem(this.#key);
  }

  stop(): void {
    clearTimeout(this.#retry);
  }

  async #takePen(): Promise<void> {
    const result = await this.#options.wire.takeOver();
    if (result.kind === 'unreachable') return this.#later(() => this.#takePen());
    if (result.kind === 'refused') {
      this.refusal = result;
      return;
    }
    this.#writer = result.value.writer;
    this.isOffline = false;
    await this.flush();
  }

  async #send(): Promise<void> {
    while (this.#writer !== null && this.unsentCount > 0) {
      const result = await this.#options.wire.save({ writer: this.#writer, answers: this.#batch() });
      if (result.kind === 'unreachable') return this.#later(() => this.flush());
      if (result.kind === 'refused') {
        this.refusal = result;
        this.#writer = null;
        return;
      }
      this.#accept(result.value);
    }
  }

  #batch(): SentAnswer[] {
    return Object.entries(this.#unsent).map(([itemId, held]) => ({
      itemId,
      revision: held.revision,
      chosen: [...held.chosen],
    }));
  }

  #accept(reply: SavedReply): void {
    for (const { itemId, revision, outcome, savedAt } of reply.answers) {
      const held = this.#unsent[itemId];
      if (!held) continue;
      if (outcome === 'stale') this.refusal = { reason: 'other', message: STALE };
      this.#answers[itemId] = { revision, chosen: held.chosen, savedAt };
      if (held.revision === revision) delete this.#unsent[itemId];
      this.lastSavedAt = savedAt;
    }
    this.isOffline = false;
    this.#keep();
    this.#options.onReply?.(reply);
  }

  #later(work: () => Promise<void>): void {
    this.isOffline = true;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void work(), RETRY_MS);
  }

  #keep(): void {
    const { storage } = this.#options;
    if (this.unsentCount === 0) return storage?.removeItem(this.#key);
    storage?.setItem(this.#key, JSON.stringify({ v: 1, unsent: this.#unsent }));
  }

  /** What an earlier page kept counts where it is newer than what the server told. */
  #restore(): void {
    const kept = this.#options.storage?.getItem(this.#key);
    if (!kept) return;
    const { v, unsent } = JSON.parse(kept) as { v: number; unsent: Record<string, Held> };
    if (v !== 1) return;
    for (const [itemId, held] of Object.entries(unsent)) {
      const known = this.#answers[itemId];
      if (known && held.revision > known.revision) this.#unsent[itemId] = held;
    }
  }
}
