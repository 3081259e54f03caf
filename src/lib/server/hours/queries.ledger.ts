import type { Ledger } from '#lib/domain/facts/study.ts';
import type { Db } from '../db/index.ts';

export interface LedgerAsk {
  personId: string;
  planYear: number;
  ledger: Ledger;
}

/** Lines of a ledger with the title of what each stands for and whether it was taken back, latest first. */
export function lines(db: Db, asked: LedgerAsk) {
  return titled(db, asked)
    .where('hour_entry.ledger', '=', asked.ledger)
    .orderBy('hour_entry.entered_at', 'desc')
    .orderBy('hour_entry.id', 'desc');
}

/** The lines of both ledgers that stand, the latest first. */
export function standing(db: Db, asked: { personId: string; planYear: number }) {
  return titled(db, asked)
    .where('hour_entry.reverses', 'is', null)
    .where('back.id', 'is', null)
    .orderBy('hour_entry.entered_at', 'desc')
    .orderBy('hour_entry.id', 'desc');
}

/** The first of them. */
export function recent(db: Db, asked: { personId: string; planYear: number; limit: number }) {
  return standing(db, asked).limit(asked.limit);
}

function titled(db: Db, { personId, planYear }: { personId: string; planYear: number }) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_rule', 'hour_rule.id', 'hour_entry.rule_id')
    .leftJoin('hour_entry as back', 'back.reverses', 'hour_entry.id')
    .leftJoin('event', 'event.id', 'hour_entry.source_id')
    .leftJoin('claim', 'claim.id', 'hour_entry.source_id')
    .leftJoin('outside_record', 'outside_record.id', 'hour_entry.source_id')
    .leftJoin('outside_import', 'outside_import.id', 'outside_record.import_id')
    .leftJoin('import_batch', 'import_batch.id', 'outside_import.id')
    .selectAll('hour_entry')
    .select(['hour_rule.minutes_per_hour', 'back.id as reversed_by', 'event.title as event_title'])
    .select(['event.held_on', 'event.mode', 'claim.title as claim_title', 'claim.held_on as claim_held_on'])
    .select([
      'outside_record.title as record_title',
      'outside_record.completed_on',
      'outside_record.import_id',
    ])
    .select(['outside_import.source as record_source', 'import_batch.file_name as record_file'])
    .select((entry) =>
      entry
        .selectFrom('lesson_version')
        .select('lesson_version.title')
        .whereRef('lesson_version.lesson_id', '=', 'hour_entry.source_id')
        .where('lesson_version.published_at', 'is not', null)
        .orderBy('lesson_version.version', 'desc')
        .limit(1)
        .as('lesson_title'),
    )
    .where('hour_entry.person_id', '=', personId)
    .where('hour_entry.plan_year', '=', planYear);
}
