import { sql } from 'kysely';
import type { FigureCount, FigureDefinition, FigureScope } from '#lib/domain/figures/figure.ts';
import type { Db } from '../db/index.ts';
import { reachedBy } from './queries.candidates.ts';
import { classHeld } from './queries.roster.ts';
import type { FigureModule, Rows, Sums } from './queries.figure.ts';

/** A value that is asked for by its name. */
export interface AskedValue {
  name: string;
  key: string;
  scope: FigureScope;
  /** As the figure's definition has it. */
  pass: FigureDefinition['pass'];
}

const NOBODY: Sums = { due: 0, present: 0, passed: 0, excellent: 0, blank: 0 };

/** Counts of one reading by whom they are of: `all`, `leadership`, a class. */
type Parts = ReadonlyMap<string, FigureCount>;

/**
 * Values of many figures by their names, one after the other on one connection; runs away from the answering thread.
 * Each is what the figure's own `value` counts. People are read once for everybody and for each of `classes`, the group
 * of leaders among them.
 */
export async function countValues(
  db: Db,
  { figures, classes }: { figures: readonly AskedValue[]; classes: readonly string[] },
): Promise<Record<string, FigureCount>> {
  const exams = new Map<string, Map<string, Sums>>();
  const people = new Map<string, Parts>();
  const counted: Record<string, FigureCount> = {};
  for (const { name, key, scope, pass } of figures) {
    const figure = await moduleOf(key);
    const whole = { ...scope, group: 'all', classCode: null } as const;
    const part = scope.classCode ?? scope.group;
    if (pass === 'exam' && figure.ofSums && scope.classCode === null) {
      const sums = await keep(exams, JSON.stringify(whole), () => sumsOf(db, whole));
      counted[name] = figure.ofSums(sums.get(part) ?? NOBODY);
    } else if (pass === 'classes' && isOnePart(scope, classes)) {
      const read = () => partsOf(db, figure, { scope: whole, classes });
      const parts = await keep(people, key + JSON.stringify(whole), read);
      counted[name] = parts.get(part) ?? { numerator: 0, denominator: 0, due: 0 };
    } else counted[name] = await figure.value(db, scope);
  }
  return counted;
}

/** Everybody, the leadership group or a class by itself; not a class within the group. */
function isOnePart({ group, classCode }: FigureScope, classes: readonly string[]): boolean {
  if (classCode === null) return true;
  return group === 'all' && classes.includes(classCode);
}

async function keep<T>(kept: Map<string, T>, name: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(name);
  if (known) return known;
  const value = await read();
  kept.set(name, value);
  return value;
}

/** 应考 counted by what they reached and by the leadership group. */
export function examSums(db: Db, scope: FigureScope) {
  return db
    .selectFrom(reachedBy(db, scope).as('candidate'))
    .groupBy(['reached', 'leads'])
    .select((of) => ['reached', 'leads', of.fn.countAll<number>().as('people')]);
}

/** 应考, 实考, 合格, 优秀 and 空白卷 of everybody and of the leadership group. */
async function sumsOf(db: Db, scope: FigureScope): Promise<Map<string, Sums>> {
  const sums = new Map([
    ['all', { ...NOBODY }],
    ['leadership', { ...NOBODY }],
  ]);
  for (const row of await examSums(db, scope).execute()) {
    const people = Number(row.people);
    const reached = Number(row.reached ?? 0);
    for (const part of Number(row.leads) === 1 ? ['all', 'leadership'] : ['all']) {
      const sum = sums.get(part) ?? NOBODY;
      sum.due += people;
      if (reached > 0) sum.present += people;
      if (reached >= 4) sum.passed += people;
      if (reached >= 6) sum.excellent += people;
      if (reached > 0 && reached % 2 === 0) sum.blank += people;
    }
  }
  return sums;
}

/** Of which year people are taken apart by which classes. */
interface Apart {
  scope: FigureScope;
  classes: readonly string[];
}

/** Rows of a figure of people counted and added up by the classes that they hold on the as-of day, a bit for each. */
export function sumsByClass(db: Db, rows: Rows, { scope: { asOf }, classes }: Apart) {
  const bits = classes.map(
    (code, bit) =>
      sql`coalesce(max(case post_class.class_code when ${code} then ${sql.lit(2 ** bit)} end), 0)`,
  );
  const held = db
    .selectFrom(rows.as('person'))
    .select(['person.counted', 'person.hundredths'])
    .select(
      classHeld(db, asOf)
        .clearSelect()
        .select(sql<number>`${sql.join(bits, sql` + `)}`.as('bits'))
        .as('classes'),
    );
  return db
    .selectFrom(held.as('row'))
    .groupBy(['classes', 'counted'])
    .select((of) => [
      'classes',
      'counted',
      of.fn.countAll<number>().as('people'),
      of.fn.sum<number | null>('hundredths').as('hundredths'),
    ]);
}

async function partsOf(db: Db, figure: FigureModule, apart: Apart): Promise<Parts> {
  const parts = new Map<string, { numerator: number; denominator: number }>();
  for (const row of await sumsByClass(db, figure.population(db, apart.scope), apart).execute()) {
    const [people, isCounted] = [Number(row.people), Number(row.counted) === 1];
    if (figure.adds && !isCounted) continue;
    const counts = figure.adds ? Number(row.hundredths ?? 0) : people;
    for (const part of ['all', ...apart.classes.filter((_, bit) => Number(row.classes) & (2 ** bit))]) {
      const sum = parts.get(part) ?? { numerator: 0, denominator: 0 };
      sum.denominator += people;
      if (isCounted) sum.numerator += counts;
      parts.set(part, sum);
    }
  }
  return new Map([...parts].map(([part, sum]) => [part, { ...sum, due: sum.denominator }]));
}

async function moduleOf(key: string): Promise<FigureModule> {
  return (await import(`./queries.${key}.ts`)) as FigureModule;
}
