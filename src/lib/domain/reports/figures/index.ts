import type { FigureDefinition } from '../figure.ts';
import { excellence } from './excellence.ts';
import { hoursReached } from './hoursReached.ts';
import { participation } from './participation.ts';
import { passing } from './passing.ts';
import { thematicStudy } from './thematicStudy.ts';

/** Every figure that the system can prove, by key. Its rows are asked by `server/reports/queries.<key>.ts`. */
export const figures = {
  participation,
  passing,
  excellence,
  hoursReached,
  thematicStudy,
} as const satisfies Record<string, FigureDefinition>;

export type FigureKey = keyof typeof figures;

/** Keys in the order in which they are listed. */
export const figureKeys = Object.keys(figures) as FigureKey[];

/** True for the key of a figure. */
export function isFigureKey(text: string): text is FigureKey {
  return Object.hasOwn(figures, text);
}
