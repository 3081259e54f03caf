import type { DiskCopy } from './DiskCopy.ts';

/** An answer that the server has not acknowledged. */
export interface Held {
  revision: number;
  chosen: string[];
  /** Revision on the server upon which it was given. */
  base: number;
  /** What was sent last; its reply may have been lost. */
  tried: { revision: number; chosen: string[] } | null;
}

export interface KeptRecord {
  v: 2;
  /** Counts up with every change: the higher of two copies is the later. */
  edition: number;
  /** Number of the page that gave them. */
  writer: number;
  unsent: Record<string, Held>;
}

/** What of `localStorage` is used; replaced in tests. */
export type AnswerStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** What of `DiskCopy` is used; replaced in tests. */
export type AnswerDisk = Pick<DiskCopy, 'get' | 'set' | 'remove'>;

/** Where a page keeps what must outlive it. */
export interface Keeping {
  /** At once, for the next page; null where the browser keeps nothing. */
  storage: AnswerStorage | null;
  /** A moment later, for the next start of the browser. */
  disk: AnswerDisk | null;
}

const VERSION = 2;

/** The unsent answers of one attempt on this computer: they outlive page and browser. */
export class KeptAnswers {
  readonly #key: string;
  readonly #keeping: Keeping;
  #edition = 0;

  constructor(attemptId: string, keeping: Keeping) {
    this.#key = `xuefa.answers.${attemptId}`;
    this.#keeping = keeping;
  }

  /** What an earlier page left; null for nothing, and for what is damaged or of another version. */
  async read(): Promise<KeptRecord | null> {
    const { storage, disk } = this.#keeping;
    const copies = [storage?.getItem(this.#key) ?? null, (await disk?.get(this.#key)) ?? null];
    const records = copies.map(parsed).filter((one): one is KeptRecord => one?.v === VERSION);
    const [latest = null] = records.sort((a, b) => b.edition - a.edition);
    this.#edition = latest?.edition ?? 0;
    return latest;
  }

  /** False when the browser keeps nothing: switched off, or full. */
  write(writer: number, unsent: Record<string, Held>): boolean {
    if (Object.keys(unsent).length === 0) {
      this.clear();
      return true;
    }
    this.#edition += 1;
    const text = JSON.stringify({ v: VERSION, edition: this.#edition, writer, unsent });
    void this.#keeping.disk?.set(this.#key, text);
    try {
      this.#keeping.storage?.setItem(this.#key, text);
      return this.#keeping.storage !== null;
    } catch (error) {
      if (error instanceof DOMException) return false;
      throw error;
    }
  }

  clear(): void {
    this.#keeping.storage?.removeItem(this.#key);
    void this.#keeping.disk?.remove(this.#key);
  }
}

function parsed(text: string | null): Partial<KeptRecord> | null {
  try {
    return JSON.parse(text ?? 'null') as Partial<KeptRecord> | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

interface Known {
  revision: number;
  chosen: readonly string[];
}

/**
 * What of a kept record is still to be sent, and which items were answered elsewhere meanwhile. When no other page
 * had the pen since, the higher revision is the later. Else an answer counts only where the server still has what it
 * was given upon, or what this computer sent itself: a stale page overwrites nothing.
 *
 * @param known what the server told, by item
 * @param seenWriter number of the page that had the pen last, as the server told it
 */
export function reconcile(
  record: KeptRecord,
  known: Readonly<Record<string, Known>>,
  seenWriter: number,
): { unsent: Record<string, Held>; overtaken: string[] } {
  const unsent: Record<string, Held> = {};
  const overtaken: string[] = [];
  for (const [itemId, held] of Object.entries(record.unsent)) {
    const there = known[itemId];
    if (!there || isSame(there.chosen, held.chosen)) continue;
    const isOwn = held.tried?.revision === there.revision && isSame(there.chosen, held.tried.chosen);
    const isLater = record.writer === seenWriter && held.revision > there.revision;
    if (isLater || there.revision === held.base || isOwn) unsent[itemId] = held;
    else if (record.writer !== seenWriter) overtaken.push(itemId);
  }
  return { unsent, overtaken };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
