import { secondsBetween, type Instant } from '#lib/domain/shared/time.ts';

/** A reading and the moment at which it was made. */
export interface KeptReading<T> {
  value: T;
  readAt: Instant;
}

const MOST_KEPT = 256;

/** Readings that cost much and may be some minutes old, by name; the oldest make room for new ones. */
export class Kept<T> {
  readonly #readings = new Map<string, KeptReading<T>>();

  /** The reading under this name while it is young enough, else a new one; two who ask at once may both read. */
  async get(
    name: string,
    { now, seconds }: { now: Instant; seconds: (value: T) => number },
    read: () => Promise<T>,
  ): Promise<KeptReading<T>> {
    const kept = this.#readings.get(name);
    if (kept && secondsBetween(kept.readAt, now) < seconds(kept.value)) return kept;
    const reading = { value: await read(), readAt: now };
    this.#readings.delete(name);
    this.#readings.set(name, reading);
    const oldest = this.#readings.keys().next().value;
    if (this.#readings.size > MOST_KEPT && oldest !== undefined) this.#readings.delete(oldest);
    return reading;
  }
}
