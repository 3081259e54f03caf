import type { AnswerStorage } from './keptAnswers.ts';

/** Questions that the candidate marked for another look, by their numbers; kept on this computer. */
export class Marks {
  readonly #key: string;
  readonly #storage: AnswerStorage | null;
  #positions = $state.raw<readonly number[]>([]);

  constructor(attemptId: string, storage: AnswerStorage | null) {
    this.#key = `xuefa.marks.${attemptId}`;
    this.#storage = storage;
  }

  /** Reads what was marked before on this computer. */
  restore(): void {
    const text = this.#storage?.getItem(this.#key) ?? '';
    this.#positions = text
      .split(',')
      .map(Number)
      .filter(Number.isInteger)
      .filter((position) => position > 0);
  }

  /** In the order of the paper. */
  get positions(): readonly number[] {
    return this.#positions;
  }

  has(position: number): boolean {
    return this.#positions.includes(position);
  }

  toggle(position: number): void {
    const others = this.#positions.filter((one) => one !== position);
    this.#positions = this.has(position) ? others : [...others, position].sort((a, b) => a - b);
    this.#storage?.setItem(this.#key, this.#positions.join(','));
  }

  forget(): void {
    this.#storage?.removeItem(this.#key);
  }
}
