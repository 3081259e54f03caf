import { sql, type Insertable, type Updateable } from 'kysely';
import { isWithin, unitLabel, type Db, type Tables } from '../db/index.ts';

export function insertExemption(db: Db, row: Insertable<Tables['exemption']>) {
  return db.insertInto('exemption').values(row);
}

export function exemptionById(db: Db, id: string) {
  return db.selectFrom('exemption').selectAll().where('id', '=', id);
}

/** Changes an exemption that stands in this status; updates nothing when another was faster. */
export function changeExemption(
  db: Db,
  id: string,
  change: { from: Tables['exemption']['status']; to: Updateable<Tables['exemption']> },
) {
  return db.updateTable('exemption').set(change.to).where('id', '=', id).where('status', '=', change.from);
}

/** Everything asked about one candidate, the latest first. */
export function exemptionsOf(db: Db, key: { examId: string; personId: string }) {
  return db
    .selectFrom('exemption')
    .selectAll()
    .where('exam_id', '=', key.examId)
    .where('person_id', '=', key.personId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc');
}

export interface ExemptionsAsk {
  examId: string;
  /** Only candidates of these units and below; null: all. */
  within: readonly string[] | null;
  offset: number;
  limit: number;
}

function asked(db: Db, { examId, within }: Pick<ExemptionsAsk, 'examId' | 'within'>) {
  return db
    .selectFrom('exemption')
    .innerJoin('exam_candidate as candidate', (join) =>
      join
        .onRef('candidate.exam_id', '=', 'exemption.exam_id')
        .onRef('candidate.person_id', '=', 'exemption.person_id'),
    )
    .innerJoin('person', 'person.id', 'exemption.person_id')
    .innerJoin('unit', 'unit.id', 'candidate.unit_id')
    .where('exemption.exam_id', '=', examId)
    .where(isWithin(sql<string>`candidate.unit_id`, within));
}

/** One page of an exam's exemptions: what waits for a decision first, then the latest. */
export function exemptionLines(db: Db, page: ExemptionsAsk) {
  return asked(db, page)
    .selectAll('exemption')
    .select(['person.name', unitLabel.as('unit_name')])
    .orderBy((of) => of.case().when('exemption.status', '=', 'asked').then(0).else(1).end())
    .orderBy('exemption.asked_at', 'desc')
    .orderBy('exemption.id')
    .limit(page.limit)
    .offset(page.offset);
}

export function exemptionCount(db: Db, page: Pick<ExemptionsAsk, 'examId' | 'within'>) {
  return asked(db, page).select((of) => of.fn.countAll<number>().as('count'));
}
