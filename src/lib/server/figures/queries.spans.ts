import { sql, type SqlBool } from 'kysely';
import type { FigureScope, Span } from '#lib/domain/figures/figure.ts';
import type { Db } from '../db/index.ts';

/**
 * Spans of ids of all people in ascending order, so many that a figure of `largest` rows has some `portion` of them in
 * each; nothing but one without bounds where it has no more than that.
 */
export async function* spansOf(
  db: Db,
  { largest, portion }: { largest: number; portion: number },
): AsyncGenerator<Span | undefined> {
  if (largest <= portion) return yield undefined;
  const { people } = await countPeople(db).executeTakeFirstOrThrow();
  const size = Math.max(1, Math.ceil(Number(people) / Math.ceil(largest / portion)));
  for (let after = ''; ;) {
    const last = await lastOf(db, { after, size }).executeTakeFirst();
    yield { after, upTo: last?.id ?? null };
    if (!last) return;
    after = last.id;
  }
}

export function countPeople(db: Db) {
  return db.selectFrom('person').select((of) => of.fn.countAll<number>().as('people'));
}

/** The id with which the next span ends; none where fewer are left. */
export function lastOf(db: Db, { after, size }: { after: string; size: number }) {
  return db
    .selectFrom('person')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .offset(size - 1)
    .limit(1);
}

/**
 * SQL: the unit lies in the scope's unit or below it. Of a span its people are asked first; the unit is compared in a
 * way that no index answers.
 */
export function isBelow({ unitId, span }: FigureScope) {
  const ancestor = sql.ref('unit_closure.ancestor_id');
  return span ? sql<SqlBool>`coalesce(${ancestor}, '') = ${unitId}` : sql<SqlBool>`${ancestor} = ${unitId}`;
}

/** SQL: the id lies within the scope's span. */
export function isWithin(id: 'post.person_id' | 'exam_candidate.person_id', { span }: FigureScope) {
  const { after = '', upTo = null } = span ?? {};
  const behind = sql<SqlBool>`${sql.ref(id)} > ${after}`;
  return upTo === null ? behind : sql<SqlBool>`${behind} and ${sql.ref(id)} <= ${upTo}`;
}
