/** A number of a report: whose, of which figure and group, and which part of it is printed. */
export interface PressedNumber {
  unitId: string;
  key: string;
  /** `all` or a class of staff. */
  of: string;
  part: string;
}

/** Address of a report with the evidence of one number open. */
export function evidenceHref({ unitId, key, of, part }: PressedNumber): string {
  const params = new URLSearchParams({ unit: unitId, figure: key, part });
  if (of !== 'all') params.set('of', of);
  return `?${params.toString()}#evidence`;
}

/** Address of a report with one of its sentences open for editing. */
export function sentenceHref({ unitId, place }: { unitId: string; place: string }): string {
  return `?${new URLSearchParams({ unit: unitId, mode: 'edit', sentence: place }).toString()}#evidence`;
}
