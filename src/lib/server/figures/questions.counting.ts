import { figureKeys, figures } from '#lib/domain/figures/registry/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { scopeOf } from './questions.ts';
import { questionOf, type UnitYear } from './questions.values.ts';

/** Keys of the figures of a unit's year in whose rows an event counts. */
export function figuresWith(act: Act, eventId: string, year: UnitYear): Promise<string[]> {
  const keys = figureKeys.filter((key) => figures[key].rows === 'events');
  return readHeavy<string[]>(act.db, 'figures/queries.counting.ts', 'figuresWith', {
    eventId,
    figures: keys.map((key) => ({ key, scope: scopeOf(act, questionOf(key, year)) })),
  });
}
