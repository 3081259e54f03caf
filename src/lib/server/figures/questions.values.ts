import { definitionOf, valueName } from '#lib/domain/figures/names.ts';
import { classesOf, REPORTED_CLASSES } from '#lib/domain/figures/classes.ts';
import type { FigureCount, ValueTable } from '#lib/domain/figures/figure.ts';
import { figures as definitions, figureKeys } from '#lib/domain/figures/registry/index.ts';
import { listIn } from '#lib/domain/figures/lists.ts';
import { secondsKept } from '#lib/domain/figures/freshness.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import { handleOf, readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { Kept } from '../platform/kept.ts';
import type { AskedValue } from './queries.values.ts';
import { scopeOf, type FigureQuestion } from './questions.ts';
import { listLabels } from './questions.lists.ts';

const VALUES = Symbol('figure values');

/** Of which unit's year. */
export interface UnitYear {
  unitId: string;
  planYear: number;
}

/** Names of the values that a report keeps: each figure of everybody, of the leadership group, of the classes. */
export function valueNames(): string[] {
  return figureKeys.flatMap((key) => classesOf(definitions[key]).map((of) => valueName(key, of)));
}

/**
 * The question of a value by its name, `participation@leadership` or `participation@list-<id>`, with the make-up as the
 * yearly report counts.
 */
export function questionOf(name: string, { unitId, planYear }: UnitYear): FigureQuestion {
  const [key = '', of = 'all'] = name.split('@');
  const group = of === 'leadership' ? of : 'all';
  const selectionId = listIn(of);
  const classCode = of === 'all' || of === 'leadership' || selectionId !== null ? null : of;
  const asked = { key, unitId, planYear, group, classCode, window: 'all' } as const;
  return selectionId === null ? asked : { ...asked, selectionId };
}

/** Every value of a unit's year by its name, and the moment at which it was counted. */
export interface CountedValues {
  values: ValueTable;
  readAt: Instant;
}

/**
 * Every value of a unit's year, and `more` of saved lists by their names, counted away from the answering thread; of many people they may be some minutes old.
 *
 */
export async function valuesOf(
  act: Act,
  asked: UnitYear,
  more: readonly string[] = [],
): Promise<CountedValues> {
  const kept = handleOf(act.db, VALUES, () => new Kept<ValueTable>());
  const name = [asked.unitId, asked.planYear, ...more.toSorted()].join('/');
  const seconds = (values: ValueTable) => secondsKept(values.values());
  const { value, readAt } = await kept.get(name, { now: act.now, seconds }, () => countAll(act, asked, more));
  return { values: value, readAt };
}

/** Every value as it is at this moment: for what is sealed, and for comparing with it. */
export async function valuesNow(
  act: Act,
  asked: UnitYear,
  more: readonly string[] = [],
): Promise<CountedValues> {
  return { values: await countAll(act, asked, more), readAt: act.now };
}

async function countAll(act: Act, asked: UnitYear, more: readonly string[]): Promise<ValueTable> {
  const names = [...new Set([...valueNames(), ...more])];
  const figures = names.map((name): AskedValue => {
    const question = questionOf(name, asked);
    const pass = definitionOf(question.key)?.pass ?? 'own';
    return { name, key: question.key, scope: scopeOf(act, question), pass };
  });
  const classes = ['leadership', ...REPORTED_CLASSES];
  const read = (some: AskedValue[]): Promise<Record<string, FigureCount>> =>
    readHeavy(act.db, 'figures/queries.values.ts', 'countValues', { figures: some, classes });
  const [exams, rest] = await Promise.all([
    read(figures.filter(({ pass }) => pass === 'exam')),
    read(figures.filter(({ pass }) => pass !== 'exam')),
  ]);
  const counted = { ...exams, ...rest };
  const lists = await listLabels(
    act,
    figures.flatMap(({ scope }) => scope.selectionId ?? []),
  );
  return new Map(
    figures.flatMap(({ name, key, scope: { group, selectionId } }) => {
      const count = counted[name];
      const list = lists.get(selectionId ?? '');
      return count ? [[name, { ...count, key, group, ...(list ? { list } : {}) }] as const] : [];
    }),
  );
}
