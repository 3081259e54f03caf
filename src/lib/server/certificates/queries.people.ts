import { sql } from 'kysely';
import type { CertificateKind } from '#lib/domain/certificates/kinds.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { countingUnit, unitLabel, type Db } from '../db/index.ts';

export interface PeopleAsk {
  /** People whose principal post counts in it or below. */
  unitId: string;
  day: Day;
  kind: CertificateKind;
  planYear: number;
  /** Those after this id. */
  after: string;
  limit: number;
}

/** Attempts of the outer query's person at published exams of a plan year. */
function attemptsOf(db: Db, planYear: number) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .where('attempt.person_id', '=', sql.ref<string>('person.id'))
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published');
}

/** People of a unit by id, each with what decides whether a certificate can be issued to him. */
export function peopleFor(db: Db, { unitId, day, kind, planYear, after, limit }: PeopleAsk) {
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .leftJoin('import_batch', 'import_batch.id', 'post.batch_id')
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.person_id', '=', 'person.id')
        .on('certificate.plan_year', '=', planYear)
        .on('certificate.kind', '=', kind)
        .on('certificate.status', '=', 'valid'),
    )
    .where('post.is_principal', '=', 1)
    .where((or) => or.or([or('post.batch_id', 'is', null), or('import_batch.state', '=', 'done')]))
    .where('post.valid_from', '<=', day)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', day)]))
    .where(countingUnit, 'in', (below) =>
      below
        .selectFrom('unit_closure')
        .select('unit_closure.unit_id')
        .where('unit_closure.ancestor_id', '=', unitId)
        .where('unit_closure.valid_from', '<=', day)
        .where((or) =>
          or.or([or('unit_closure.valid_to', 'is', null), or('unit_closure.valid_to', '>=', day)]),
        ),
    )
    .where('person.id', '>', after)
    .select(['person.id', 'person.name', unitLabel.as('unit_name'), 'certificate.number as in_force'])
    .select((with_) => [
      with_
        .selectFrom('hour_entry')
        .leftJoin('hour_entry as back', 'back.reverses', 'hour_entry.id')
        .whereRef('hour_entry.person_id', '=', 'person.id')
        .where('hour_entry.plan_year', '=', planYear)
        .where('hour_entry.reverses', 'is', null)
        .where('back.id', 'is', null)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('entries'),
      attemptsOf(db, planYear)
        .where('attempt.score_hundredths', 'is not', null)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('marked'),
      attemptsOf(db, planYear)
        .where('attempt.status', '=', 'open')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('sitting'),
    ])
    .orderBy('person.id')
    .limit(limit);
}

/** Everybody of a unit, for a preview away from the answering thread; plain rows, fit for a worker. */
export function everybodyFor(db: Db, asked: Omit<PeopleAsk, 'after' | 'limit'>) {
  return peopleFor(db, { ...asked, after: '', limit: 100_000 }).execute();
}
