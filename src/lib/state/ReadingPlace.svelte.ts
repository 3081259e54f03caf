import type { Outcome } from '#lib/domain/study/completion.ts';

/** What the server answers to a place. */
interface Answer {
  counting: boolean;
  outcome: Outcome;
}

interface Start extends Answer {
  openingId: string;
  /** Paragraph from which reading goes on, counted from one. */
  place: number;
  /** Called once, when an answer says that the lesson has been completed. */
  oncompleted: () => void;
}

/** Scrolling is answered for after this long without another paragraph. */
const SETTLED_MS = 2_000;
/** Reading within one paragraph is told at most this often. */
const SAME_PLACE_MS = 60_000;

/** Where the reader is: kept on the server for resuming, together with what the server says of the lesson. */
export class ReadingPlace {
  #current = $state(1);
  #counting = $state(true);
  #unsent = $state(false);
  #outcome = $state.raw<Outcome>({ kind: 'checkMissing' });
  readonly #openingId: string;
  readonly #oncompleted: () => void;
  #sentPlace = 0;
  #sentAt = 0;
  /** Runs while a movement waits for the reader to settle. */
  #settling: ReturnType<typeof setTimeout> | null = null;
  #due: ReturnType<typeof setTimeout> | undefined;
  #hasLeft = false;

  constructor({ openingId, place, counting, outcome, oncompleted }: Start) {
    this.#openingId = openingId;
    this.#current = place;
    this.#counting = counting;
    this.#outcome = outcome;
    this.#oncompleted = oncompleted;
  }

  /** Paragraph in view, counted from one. */
  get current(): number {
    return this.#current;
  }

  /** False while the person reads another lesson: nothing counts here until he opens this one again. */
  get counting(): boolean {
    return this.#counting;
  }

  /** True when the last place did not reach the server; the next movement tries again. */
  get unsent(): boolean {
    return this.#unsent;
  }

  get outcome(): Outcome {
    return this.#outcome;
  }

  /** A movement of the text: this paragraph is now read. */
  moved(paragraph: number): void {
    this.#current = paragraph;
    this.#hasLeft = false;
    this.#settle();
    const isSame = paragraph === this.#sentPlace && !this.#unsent;
    if (isSame && Date.now() - this.#sentAt < SAME_PLACE_MS) return;
    this.#settling = setTimeout(() => void this.send(), SETTLED_MS);
  }

  /** Tells the server the place now. */
  async send(): Promise<void> {
    this.#settle();
    this.#sentPlace = this.#current;
    this.#sentAt = Date.now();
    try {
      const response = await fetch(`/api/v1/openings/${this.#openingId}/place`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ paragraph: this.#current }),
        keepalive: true,
      });
      this.#unsent = !response.ok;
      if (response.ok) this.#take((await response.json()) as Answer);
    } catch {
      this.#unsent = true;
    }
  }

  /** Sends a movement that still waits, in a request that outlives the page; called when the page may be about to go. */
  hurry(): void {
    if (this.#settling !== null) void this.send();
  }

  /** The same, and nothing more is asked afterwards; called when the page is left. */
  leave(): void {
    this.#hasLeft = true;
    clearTimeout(this.#due);
    this.hurry();
  }

  #settle(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#settling = null;
  }

  #take({ counting, outcome }: Answer): void {
    const was = this.#outcome.kind;
    this.#counting = counting;
    this.#outcome = outcome;
    clearTimeout(this.#due);
    if (this.#hasLeft) return;
    if (outcome.kind === 'completed' && was !== 'completed') return this.#oncompleted();
    // The check is passed and only time was missing: ask again when it should be there.
    if (outcome.kind === 'timeMissing' && counting && outcome.seconds <= 600) {
      this.#due = setTimeout(() => void this.send(), (outcome.seconds + 1) * 1000);
    }
  }
}
