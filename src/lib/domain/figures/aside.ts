import type { FigureKey } from './registry/index.ts';

/** People who stand beside a denominator: taken out of it, or in it but sitting later. */
export const asideKinds = {
  exempt: '免考',
  defer: '缓考',
  waived: '豁免',
} as const;

export type AsideKind = keyof typeof asideKinds;

const ofExams: readonly AsideKind[] = ['exempt', 'defer'];
const ofHours: readonly AsideKind[] = ['waived'];

const beside: Partial<Record<FigureKey, readonly AsideKind[]>> = {
  due: ofExams,
  present: ofExams,
  participation: ofExams,
  passing: ofExams,
  excellence: ofExams,
  hoursReached: ofHours,
  averageHours: ofHours,
};

/** Who stands beside a figure's denominator; nobody for figures that release no one. */
export function asideOf(key: FigureKey): readonly AsideKind[] {
  return beside[key] ?? [];
}

export function isAsideKind(text: string): text is AsideKind {
  return Object.hasOwn(asideKinds, text);
}
