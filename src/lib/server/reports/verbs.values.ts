import { classesOf, REPORTED_CLASSES } from '#lib/domain/reports/classes.ts';
import type { FigureCount } from '#lib/domain/reports/figure.ts';
import { figures as definitions, figureKeys, isFigureKey } from '#lib/domain/reports/figures/index.ts';
import { secondsKept } from '#lib/domain/reports/freshness.ts';
import { valueName, type ValueTable } from '#lib/domain/reports/sentence.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import { handleOf, readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { Kept } from '../platform/kept.ts';
import type { AskedValue } from './queries.values.ts';
import { scopeOf, type FigureQuestion } from './verbs.ts';

const VALUES = Symbol('report values');

export interface ReportQuestion {
  unitId: string;
  planYear: number;
}

/** Names of the values that a report keeps: each figure of everybody, of the leadership group, of the classes. */
export function valueNames(): string[] {
  return figureKeys.flatMap((key) => classesOf(definitions[key]).map((of) => valueName(key, of)));
}

/** The question of a value by its name, `participation@leadership`, with the make-up as the yearly report counts. */
export function questionOf(name: string, { unitId, planYear }: ReportQuestion): FigureQuestion {
  const [key = '', of = 'all'] = name.split('@');
  const group = of === 'leadership' ? of : 'all';
  const classCode = of === 'all' || of === 'leadership' ? null : of;
  return { key, unitId, planYear, group, classCode, window: 'all' };
}

/** Every value of a unit's year by its name, and the moment at which it was counted. */
export interface CountedValues {
  values: ValueTable;
  readAt: Instant;
}

/**
 * Every value of a unit's year, counted away from the answering thread; of many people they may be some minutes old.
 * The verb that calls has asked.
 */
export async function valuesOf(act: Act, asked: ReportQuestion): Promise<CountedValues> {
  const kept = handleOf(act.db, VALUES, () => new Kept<ValueTable>());
  const name = `${asked.unitId}/${asked.planYear}`;
  const seconds = (values: ValueTable) => secondsKept(values.values());
  const { value, readAt } = await kept.get(name, { now: act.now, seconds }, () => countAll(act, asked));
  return { values: value, readAt };
}

/** Every value as it is at this moment: for what is sealed, and for comparing with it. */
export async function valuesNow(act: Act, asked: ReportQuestion): Promise<CountedValues> {
  return { values: await countAll(act, asked), readAt: act.now };
}

async function countAll(act: Act, asked: ReportQuestion): Promise<ValueTable> {
  const figures = valueNames().map((name): AskedValue => {
    const question = questionOf(name, asked);
    return { name, key: question.key, scope: scopeOf(act, question) };
  });
  const classes = ['leadership', ...REPORTED_CLASSES];
  const ofExams = figures.filter(({ key }) => isFigureKey(key) && definitions[key].byWindow);
  const others = figures.filter((figure) => !ofExams.includes(figure));
  const read = (some: AskedValue[]): Promise<Record<string, FigureCount>> =>
    readHeavy(act.db, 'reports/queries.values.ts', 'countValues', { figures: some, classes });
  const [exams, rest] = await Promise.all([read(ofExams), read(others)]);
  const counted = { ...exams, ...rest };
  return new Map(
    figures.flatMap(({ name, key, scope }) => {
      const count = counted[name];
      return count ? [[name, { ...count, key, group: scope.group }] as const] : [];
    }),
  );
}
