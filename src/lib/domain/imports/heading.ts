import { columnOf, type Template } from './template.ts';

/** Where the columns of a file stand. */
export interface Heading<Key extends string = string> {
  /** Index of the heading's row. */
  at: number;
  /** What stands in it, place by place. */
  texts: string[];
  places: Map<Key, number>;
}

/** A title and remarks may stand above the heading. */
const ROWS_SEARCHED = 20;
/** A row with fewer filled cells is a title or a remark. */
const FEWEST_CELLS = 2;

function headingAt<Key extends string>(
  at: number,
  texts: readonly string[],
  template: Template<Key>,
): Heading<Key> {
  const places = new Map<Key, number>();
  for (const [place, text] of texts.entries()) {
    const key = columnOf(template, text);
    if (key !== null && !places.has(key)) places.set(key, place);
  }
  return { at, texts: [...texts], places };
}

/**
 * The row of headings: of the first rows the one in which most columns are recognised; where none is, the first with
 * several filled cells, whose columns a person must then name. Null when there is not even that.
 */
export function findHeading<Key extends string>(
  rows: readonly (readonly string[])[],
  template: Template<Key>,
): Heading<Key> | null {
  const found = rows
    .slice(0, ROWS_SEARCHED)
    .map((texts, at) => headingAt(at, texts, template))
    .filter(({ texts }) => texts.filter((text) => text !== '').length >= FEWEST_CELLS);
  return found.reduce<Heading<Key> | null>(
    (best, one) => (best === null || one.places.size > best.places.size ? one : best),
    null,
  );
}

/** The same headings in the same order; what a remembered choice of columns is found by. */
export function headingMark(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\s/g, '')).join('\u001f');
}

/** Headings that no column bears; their cells are not read. */
export function ignoredHeadings(heading: Heading): string[] {
  const read = new Set(heading.places.values());
  return heading.texts.filter((text, place) => text !== '' && !read.has(place));
}

/** Columns by hand: which place of the file holds which column. Unknown keys and places are left out. */
export function chosenPlaces<Key extends string>(
  chosen: Readonly<Record<string, number>>,
  template: Template<Key>,
  width: number,
): Map<Key, number> {
  const places = new Map<Key, number>();
  for (const { key } of template.columns) {
    const place = Object.hasOwn(chosen, key) ? chosen[key] : undefined;
    if (place !== undefined && Number.isInteger(place) && place >= 0 && place < width) places.set(key, place);
  }
  return places;
}
