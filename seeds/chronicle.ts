import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';

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
  readonly #seconds: (at: Instant) => number;
  readonly #entries: Entry[] = [];
  #count = 0;
  #isSorted = true;

  /** `seconds` says how many after the moment entered a deed is done: people do not act on the full minute. */
  constructor(end: Instant, seconds: (at: Instant) => number = () => 0) {
    this.#end = end;
    this.#seconds = seconds;
  }

  enter(moment: Instant, deed: Deed): void {
    const at = addSeconds(moment, this.#seconds(moment));
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
