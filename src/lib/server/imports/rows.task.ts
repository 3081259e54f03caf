import type { ReadingMessage } from '#lib/domain/imports/reading.ts';
import type { ReadingPlace } from '../db/index.ts';
import type { ImportKindName } from './queries.ts';

/** What the reading thread is given. */
export interface ReadingTask {
  kind: ImportKindName;
  place: ReadingPlace;
  /** The enciphered file. */
  file: string;
  /** Of the batch, as text; empty: everywhere. */
  scope: string;
  /** Column → place, where a person chose. */
  columns: Record<string, number> | null;
  /** Of the room whose file it is. */
  context: unknown;
}

/** What the reading thread says: about the file, and once it has closed the database that it may be given the next. */
export type ReadingWord = ReadingMessage | { kind: 'free' };
