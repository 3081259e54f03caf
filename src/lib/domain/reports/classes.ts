import type { FigureDefinition } from './figure.ts';

/** Classes whose hours and exams the published reports speak of by themselves. */
export const REPORTED_CLASSES = ['division', 'section', 'enforcement', 'newcomer'] as const;

/** Figures that the report keeps class by class: 学时 and what is learned for it. */
const BY_CLASS = ['hoursReached', 'averageHours', 'courseCompletion'];

/** Of whom a report keeps a figure: everybody, the leadership group, the reported classes. */
export function classesOf(definition: FigureDefinition): string[] {
  return [
    'all',
    ...(definition.byGroup ? ['leadership'] : []),
    ...(definition.byClass && BY_CLASS.includes(definition.key) ? REPORTED_CLASSES : []),
  ];
}
