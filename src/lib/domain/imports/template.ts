import type { Issue } from './issue.ts';

/** A column of a file that is imported. */
export interface TemplateColumn<Key extends string = string> {
  key: Key;
  /** Heading of the template; `*` marks what must be filled in. */
  heading: string;
  /** Other headings by which the column is recognised. */
  otherHeadings: readonly string[];
  /** In characters. */
  width: number;
  options?: readonly string[];
  /** Cell of the example row. */
  example: string;
}

export interface Template<Key extends string = string> {
  columns: readonly TemplateColumn<Key>[];
  /** Of each list one column must be there. */
  needed: readonly (readonly Key[])[];
}

/** Chinese name of a column without the star. */
export function columnName<Key extends string>(template: Template<Key>, key: Key): string {
  return (template.columns.find((column) => column.key === key)?.heading ?? key).replace('*', '');
}

/** What is wrong in the rows of a file, by the columns of its template; `key` null means the whole row. */
export function issuesOf<Key extends string>(template: Template<Key>) {
  return (row: number, key: Key | null, told: { problem: string; suggestion: string }): Issue => ({
    row,
    column: key === null ? '' : columnName(template, key),
    ...told,
  });
}

/** A heading without star, blanks, line ends and the remark in brackets. */
function plainHeading(heading: string): string {
  return heading.replace(/[（(].*$/s, '').replace(/[*＊\s]/g, '');
}

/** Column that a heading means; null when none. */
export function columnOf<Key extends string>(template: Template<Key>, heading: string): Key | null {
  const plain = plainHeading(heading);
  if (plain === '') return null;
  const found = template.columns.find(
    (column) => plainHeading(column.heading) === plain || column.otherHeadings.includes(plain),
  );
  return found?.key ?? null;
}

/** Names of columns without which no row can be right. */
export function missingColumns<Key extends string>(
  template: Template<Key>,
  places: ReadonlyMap<Key, number>,
): string[] {
  return template.needed
    .filter((keys) => !keys.some((key) => places.has(key)))
    .map((keys) => keys.map((key) => columnName(template, key)).join('或'));
}
