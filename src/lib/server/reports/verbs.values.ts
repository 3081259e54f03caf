import { classesOf } from '#lib/domain/reports/classes.ts';
import { figureKeys, figures, isFigureKey } from '#lib/domain/reports/figures/index.ts';
import { valueName, type ValueTable } from '#lib/domain/reports/sentence.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Act } from '../platform/act.ts';
import { countFigure, scopeOf, type FigureQuestion } from './verbs.ts';

export interface ReportQuestion {
  unitId: string;
  planYear: number;
}

/** Names of the values that a report keeps: each figure of everybody, of the leadership group, of the classes. */
export function valueNames(): string[] {
  return figureKeys.flatMap((key) => classesOf(figures[key]).map((of) => valueName(key, of)));
}

/** The question of a value by its name, `participation@leadership`, with the make-up as the yearly report counts. */
export function questionOf(name: string, { unitId, planYear }: ReportQuestion): FigureQuestion {
  const [key = '', of = 'all'] = name.split('@');
  const group = of === 'leadership' ? of : 'all';
  const classCode = of === 'all' || of === 'leadership' ? null : of;
  return { key, unitId, planYear, group, classCode, window: 'all' };
}

/** Every value of a unit's year by its name, counted away from the answering thread; the verb that calls has asked. */
export async function valuesOf(act: Act, asked: ReportQuestion): Promise<ValueTable> {
  const names = valueNames();
  const counted = await Promise.all(
    names.map(async (name) => {
      const question = questionOf(name, asked);
      if (!isFigureKey(question.key)) throw new DomainError('notFound', '没有这项指标。');
      return [name, await countFigure(act, question.key, scopeOf(act, question))] as const;
    }),
  );
  return new Map(counted);
}
