import { createHash } from 'node:crypto';
import type { FigureRow } from '#lib/domain/figures/figure.ts';

/** What a copy holds of a figure. */
export interface CopiedCount {
  numerator: number;
  denominator: number;
  /** SHA-256 over the rows in the order of their ids. */
  digest: string;
}

/** Counts the rows of a figure and takes their digest, as they come where they come in the order of their ids. */
export class Tally {
  readonly #digest = createHash('sha256');
  readonly #waiting: string[] | null;
  #last = '';
  #numerator = 0;
  #denominator = 0;

  constructor({ isSorted = true } = {}) {
    this.#waiting = isSorted ? null : [];
  }

  /** Throws RangeError for a row out of its order: its digest would not be that of the figure. */
  add(row: FigureRow): void {
    this.#denominator += 1;
    if (row.counted === 1) this.#numerator += 1;
    const text = textOf(row);
    if (this.#waiting) this.#waiting.push(text);
    else this.#take(text);
  }

  end(): CopiedCount {
    for (const text of this.#waiting?.sort() ?? []) this.#take(text);
    return {
      numerator: this.#numerator,
      denominator: this.#denominator,
      digest: this.#digest.digest('hex'),
    };
  }

  #take(text: string): void {
    if (text <= this.#last) throw new RangeError(`row out of order: ${text.split('\t')[0]}`);
    this.#last = text;
    this.#digest.update(`${text}\n`);
  }
}

/** A row as the digest reads it; what names the person beside the id may differ between figures and stays out. */
function textOf({ id, unitName, counted, hundredths, amount }: FigureRow): string {
  return [id, unitName, counted, hundredths ?? '', amount ?? ''].join('\t');
}
