/** Where a reader stopped: a paragraph of the version he opened, counted from one. It serves resuming and nothing else. */
export interface Place {
  paragraph: number;
  paragraphs: number;
}

/** The paragraph nearest to what was sent that exists; a text without paragraphs has place 1. */
export function placeWithin(paragraph: number, paragraphs: number): number {
  return Math.min(Math.max(1, Math.trunc(paragraph)), Math.max(1, paragraphs));
}

/** `第 6 段，共 11 段`. */
export function placeLabel(place: Place): string {
  return `第 ${place.paragraph} 段，共 ${place.paragraphs} 段`;
}
