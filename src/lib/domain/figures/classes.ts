import type { FigureDefinition } from './figure.ts';

/** Classes whose hours and exams the published reports speak of by themselves. */
export const REPORTED_CLASSES = ['division', 'section', 'enforcement', 'newcomer'] as const;

/** Of whom a report keeps a figure: everybody, the leadership group, the reported classes. */
export function classesOf(definition: FigureDefinition): string[] {
  return [
    'all',
    ...(definition.byGroup ? ['leadership'] : []),
    ...(definition.pass === 'classes' ? REPORTED_CLASSES : []),
  ];
}
