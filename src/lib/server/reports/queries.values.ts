import type { FigureCount, FigureScope } from '#lib/domain/reports/figure.ts';
import type { Db } from '../db/index.ts';
import { candidates } from './queries.candidates.ts';

/** A value that is asked for by its name. */
export interface AskedValue {
  name: string;
  key: string;
  scope: FigureScope;
}

type Sums = Record<'due' | 'present' | 'passed' | 'excellent' | 'blank', number>;

/** Figures of the exam speak of the same people: what each takes of one count over them. */
const OF_EXAM: Readonly<Partial<Record<string, (sums: Sums) => FigureCount>>> = {
  due: ({ due }) => ({ numerator: due, denominator: due, due }),
  present: ({ present }) => ({ numerator: present, denominator: present, due: present }),
  participation: ({ present, due }) => ({ numerator: present, denominator: due, due }),
  passing: ({ passed, present, due }) => ({ numerator: passed, denominator: present, due }),
  excellence: ({ excellent, present, due }) => ({ numerator: excellent, denominator: present, due }),
  blankPapers: ({ blank }) => ({ numerator: blank, denominator: blank, due: blank }),
};

/**
 * Values of many figures by their names, one after the other on one connection; runs away from the answering thread.
 * Each is what the figure's own `value` counts.
 */
export async function countValues(
  db: Db,
  { figures }: { figures: readonly AskedValue[] },
): Promise<Record<string, FigureCount>> {
  const exams = new Map<string, Sums>();
  const counted: Record<string, FigureCount> = {};
  for (const { name, key, scope } of figures) {
    const ofExam = OF_EXAM[key];
    const people = JSON.stringify(scope);
    if (ofExam && !exams.has(people)) exams.set(people, await sumsOf(db, scope));
    const sums = exams.get(people);
    counted[name] = ofExam && sums ? ofExam(sums) : await valueOf(db, key, scope);
  }
  return counted;
}

/** 应考, 实考, 合格, 优秀 and 空白卷 of one scope. */
export function examSums(db: Db, scope: FigureScope) {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .select((of) => [
      of.fn.countAll<number>().as('due'),
      of.fn.sum<number | null>('present').as('present'),
      of.fn.sum<number | null>('passed').as('passed'),
      of.fn.sum<number | null>('excellent').as('excellent'),
      of.fn.sum<number | null>('blank').as('blank'),
    ]);
}

async function sumsOf(db: Db, scope: FigureScope): Promise<Sums> {
  const row = await examSums(db, scope).executeTakeFirstOrThrow();
  const { due, present, passed, excellent, blank } = row;
  return {
    ...{ due: Number(due), present: Number(present ?? 0), passed: Number(passed ?? 0) },
    ...{ excellent: Number(excellent ?? 0), blank: Number(blank ?? 0) },
  };
}

async function valueOf(db: Db, key: string, scope: FigureScope): Promise<FigureCount> {
  const { value } = (await import(`./queries.${key}.ts`)) as {
    value(db: Db, scope: FigureScope): Promise<FigureCount>;
  };
  return value(db, scope);
}
