import type { AnswerWire, RefusalReason, SavedReply, SentAnswer } from './answerWire.ts';
import { KeptAnswers, reconcile, type Held, type Keeping } from './keptAnswers.ts';

export interface KnownAnswer {
  itemId: string;
  revision: number;
  chosen: string[];
  savedAt: string | null;
}

type Stored = Omit<KnownAnswer, 'itemId'>;

interface Options {
  attemptId: string;
  answers: readonly KnownAnswer[];
  /** Number of the page that had the pen when this one was drawn; 0 for none. */
  seenWriter: number;
  wire: Omit<AnswerWire, 'clock'>;
  /** Where unsent answers outlive the page. */
  keeping: Keeping;
  /** Told of every reply, so that the clock follows the server. */
  onReply?: (reply: SavedReply) => void;
}

const RETRY_MS = 3000;

/**
 * The answers of one attempt in the browser. Every change is kept on this computer with its revision before it is
 * sent; what was not acknowledged is sent again, and twice sent counts once. Only one request is under way.
 */
export class AnswerQueue {
  readonly #options: Options;
  readonly #kept: KeptAnswers;
  #answers = $state<Record<string, Stored>>({});
  #unsent = $state<Record<string, Held>>({});
  #writer: number | null = null;
  #sending: Promise<void> | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** The server did not answer lately; answers wait on this computer. */
  isOffline = $state(false);
  /** False when the browser keeps nothing: then the page must stay open until all is sent. */
  isKept = $state(true);
  refusal = $state<{ reason: RefusalReason; message: string } | null>(null);
  /** Items whose answer kept here gave way to a newer one from another page. */
  overtaken = $state.raw<string[]>([]);

  readonly unsentCount = $derived(Object.keys(this.#unsent).length);

  constructor(options: Options) {
    this.#options = options;
    this.#kept = new KeptAnswers(options.attemptId, options.keeping);
    for (const { itemId, ...stored } of options.answers) this.#answers[itemId] = stored;
  }

  /** Takes the pen, then sends what an earlier page left unsent. */
  async begin(): Promise<void> {
    const record = await this.#kept.read();
    if (record) {
      const { unsent, overtaken } = reconcile(record, this.#answers, this.#options.seenWriter);
      // What was given while the disk was read is later still.
      this.#unsent = { ...unsent, ...this.#unsent };
      this.overtaken = overtaken;
      this.#keep();
    }
    await this.#takePen();
  }

  /** Number of this page while it holds the pen. */
  get writer(): number | null {
    return this.#writer;
  }

  /** Another page took over: nothing is sent any more, and what it keeps on this computer is left alone. */
  lose(message: string): void {
    this.#writer = null;
    this.refusal = { reason: 'takenOver', message };
    this.stop();
  }

  chosen(itemId: string): string[] {
    return this.#unsent[itemId]?.chosen ?? this.#answers[itemId]?.chosen ?? [];
  }

  /** When the server confirmed this answer, ISO-8601; null while there is none. */
  savedAt(itemId: string): string | null {
    return this.#answers[itemId]?.savedAt ?? null;
  }

  isUnsent(itemId: string): boolean {
    return this.#unsent[itemId] !== undefined;
  }

  /** Keeps a change and sends it. */
  put(itemId: string, chosen: string[]): void {
    const waiting = this.#unsent[itemId];
    const known = this.#answers[itemId]?.revision ?? 0;
    const revision = Math.max(waiting?.revision ?? 0, known) + 1;
    this.#unsent[itemId] = { revision, chosen, base: waiting?.base ?? known, tried: waiting?.tried ?? null };
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

  stop(): void {
    clearTimeout(this.#retry);
  }

  async #takePen(): Promise<void> {
    const result = await this.#options.wire.takeOver();
    if (result.kind === 'done') {
      this.#writer = result.value.writer;
      this.isOffline = false;
      return this.flush();
    }
    // Two pages asked at the same moment: the last to ask has the pen.
    if (result.kind === 'refused' && result.reason !== 'takenOver') return this.#stopFor(result);
    this.isOffline = result.kind === 'unreachable';
    this.#later(() => this.#takePen());
  }

  async #send(): Promise<void> {
    while (this.#writer !== null && this.unsentCount > 0) {
      const answers = this.#batch();
      const result = await this.#options.wire.save({ writer: this.#writer, answers });
      if (result.kind === 'refused') return this.#stopFor(result);
      this.isOffline = result.kind === 'unreachable';
      if (result.kind === 'unreachable') return this.#later(() => this.flush());
      this.#accept(answers, result.value);
    }
  }

  #stopFor({ reason, message }: { reason: RefusalReason; message: string }): void {
    this.refusal = { reason, message };
    this.#writer = null;
  }

  /** What is sent is noted on this computer first, so that its reply may be lost. */
  #batch(): SentAnswer[] {
    const batch = Object.entries(this.#unsent).map(([itemId, held]) => {
      const sent = { revision: held.revision, chosen: [...held.chosen] };
      held.tried = sent;
      return { itemId, ...sent };
    });
    this.#keep();
    return batch;
  }

  #accept(sent: SentAnswer[], reply: SavedReply): void {
    for (const { itemId, revision, chosen } of sent) {
      const answer = reply.answers.find((one) => one.itemId === itemId);
      const held = this.#unsent[itemId];
      if (!answer || !held) continue;
      if (answer.outcome === 'stale') {
        // An older page wrote between this page's drawing and its pen. Who holds the pen answered last: beyond it.
        held.revision = Math.max(held.revision, revision * 2);
        continue;
      }
      this.#answers[itemId] = { revision, chosen, savedAt: answer.savedAt };
      held.base = revision;
      if (held.revision === revision) delete this.#unsent[itemId];
    }
    this.#keep();
    this.#options.onReply?.(reply);
  }

  #later(work: () => Promise<void>): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void work(), RETRY_MS);
  }

  #keep(): void {
    if (this.refusal?.reason === 'takenOver') return;
    this.isKept = this.#kept.write(this.#writer ?? this.#options.seenWriter, this.#unsent);
  }
}
