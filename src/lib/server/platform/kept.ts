import { secondsBetween, type Instant } from '#lib/domain/shared/time.ts';

/** A reading and the moment at which it was made. */
export interface KeptReading<T> {
  value: T;
  readAt: Instant;
}

/** When it is asked, and for how many seconds a reading may be shown again. */
interface Wish<T> {
  now: Instant;
  seconds: (value: T) => number;
}

const MOST_KEPT = 256;

/** Readings that cost much and may be some minutes old, by name; the oldest make room for new ones. */
export class Kept<T> {
  readonly #readings = new Map<string, KeptReading<T>>();
  /** Names that are being read, or wait for it. */
  readonly #begun = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  /** The reading under this name while it is young enough, else a new one; two who ask at once may both read. */
  async get(name: string, { now, seconds }: Wish<T>, read: () => Promise<T>): Promise<KeptReading<T>> {
    const kept = this.#young(name, now, seconds);
    if (kept) return kept;
    return this.#keep(name, { value: await read(), readAt: now });
  }

  /**
   * The reading under this name, though it be old; null while there is none. A new one is begun where there is none
   * young enough, and nobody waits for it: one after the other, each name once. `failed` hears of one that failed; the
   * next who asks begins anew.
   */
  soon(
    name: string,
    { now, seconds, failed }: Wish<T> & { failed: (error: unknown) => void },
    read: () => Promise<T>,
  ): KeptReading<T> | null {
    if (!this.#young(name, now, seconds) && !this.#begun.has(name)) {
      this.#begun.add(name);
      this.#last = this.#last
        .then(async () => void this.#keep(name, { value: await read(), readAt: now }))
        .catch(failed)
        .finally(() => this.#begun.delete(name));
    }
    return this.#readings.get(name) ?? null;
  }

  #young(name: string, now: Instant, seconds: (value: T) => number): KeptReading<T> | null {
    const kept = this.#readings.get(name);
    return kept && secondsBetween(kept.readAt, now) < seconds(kept.value) ? kept : null;
  }

  #keep(name: string, reading: KeptReading<T>): KeptReading<T> {
    this.#readings.delete(name);
    this.#readings.set(name, reading);
    const oldest = this.#readings.keys().next().value;
    if (this.#readings.size > MOST_KEPT && oldest !== undefined) this.#readings.delete(oldest);
    return reading;
  }
}
