/** A change in words, for the preview. */
export interface Change {
  what: string;
  before: string;
  after: string;
}

export type PreviewKind = 'add' | 'change' | 'end';

/** What a row will do. */
export interface PreviewLine {
  row: number;
  name: string;
  unitName: string;
  kind: PreviewKind;
  changes: Change[];
}

/** The first lines of what will happen; the counts speak for the rest. */
export const MOST_PREVIEWED = 200;
