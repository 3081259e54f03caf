import type { FigureScope } from '#lib/domain/figures/figure.ts';

/** True for a day before the plan year's last: what came later does not count yet. */
export function isMidYear({ asOf, planYear }: Pick<FigureScope, 'asOf' | 'planYear'>): boolean {
  return asOf < `${planYear}-12-31`;
}

/** The instant at which the as-of day ends in Shanghai (16:00 UTC of that day). */
export function endOf({ asOf }: Pick<FigureScope, 'asOf'>): string {
  return `${asOf}T16:00:00.000Z`;
}
