import { shuffle, type Rng } from '../shared/rng.ts';

/** What the shuffle needs to know of an option. */
export interface Shufflable {
  /** 以上都对 and its like stay at the end. */
  pinned: boolean;
}

/** Options in a drawn order; pinned ones keep their own order at the end. */
export function shuffleOptions<Option extends Shufflable>(options: readonly Option[], rng: Rng): Option[] {
  return [
    ...shuffle(
      options.filter((option) => !option.pinned),
      rng,
    ),
    ...options.filter((option) => option.pinned),
  ];
}
