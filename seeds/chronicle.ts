import type { Instant } from '#lib/domain/shared/time.ts';

/** Something that somebody does at a moment. */
export type Deed = (now: Instant) => Promise<void>;

interface Entry {
  at: Instant;
  order: number;
  deed: Deed;
}

/** The next one stands last, where taking it moves nothing. */
function lastFirst(one: Entry, other: Entry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return other.order - one.order;
}

/**
 * Deeds in the order of their moments, so that nobody meets what is done only after him. What lies after the end of
 * the story has not happened. A deed may enter further ones.
 */
export class Chronicle {
  readonly #end: Instant;
  readonly #entries: Entry[] = [];
  #count = 0;
  #isSorted = true;

  constructor(end: Instant) {
    this.#end = end;
  }

  enter(at: Instant, deed: Deed): void {
    if (at > this.#end) return;
    this.#entries.push({ at, order: this.#count, deed });
    this.#count += 1;
    this.#isSorted = false;
  }

  /** Plays every deed; those of one moment in the order in which they were entered. */
  async play(): Promise<void> {
    for (let next = this.#take(); next; next = this.#take()) await next.deed(next.at);
  }

  #take(): Entry | undefined {
    if (!this.#isSorted) this.#entries.sort(lastFirst);
    this.#isSorted = true;
    return this.#entries.pop();
  }
}
