import { classLabel, classOf } from '../people/classes.ts';

/** True when a question is written for everybody, or for a class of staff that the person belongs to. */
export function isFor(audiences: readonly string[], classes: readonly string[]): boolean {
  if (audiences.length === 0) return true;
  const names = new Set(classes.map(classLabel));
  return audiences.some((word) => names.has(word) || classes.includes(classOf(word) ?? ''));
}
