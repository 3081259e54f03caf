import type { Day } from '#lib/domain/shared/time.ts';
import { activePerson, activePost, postOn, type Db } from '../db/index.ts';

/** People whom these numbers name, with the units of the principal post of the day. Neither list may be empty. */
export function knownByNumbers(
  db: Db,
  asked: { identityHashes: readonly string[]; mobileHashes: readonly string[]; day: Day },
) {
  return db
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_id', '=', 'person.id')
        .on('post.is_principal', '=', 1)
        .on(postOn(asked.day))
        .on(activePost),
    )
    .select(['person.id', 'person.name', 'person.identity_hash', 'person.mobile_hash'])
    .select(['post.home_unit_id', 'post.work_unit_id'])
    .where(activePerson)
    .where('person.merged_into', 'is', null)
    .where((or) =>
      or.or([
        or('person.identity_hash', 'in', asked.identityHashes),
        or('person.mobile_hash', 'in', asked.mobileHashes),
      ]),
    );
}

interface PeopleIn {
  personIds: readonly string[];
  planYears: readonly number[];
}

/** What stands in the ledgers of these people and years, with titles and days. */
export function standingOf(db: Db, { personIds, planYears }: PeopleIn) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_entry as back', 'back.reverses', 'hour_entry.id')
    .leftJoin('hour_rule', 'hour_rule.id', 'hour_entry.rule_id')
    .leftJoin('event', 'event.id', 'hour_entry.source_id')
    .leftJoin('claim', 'claim.id', 'hour_entry.source_id')
    .select(['hour_entry.person_id', 'hour_entry.plan_year', 'hour_entry.ledger', 'hour_entry.source_kind'])
    .select(['hour_entry.seconds', 'hour_entry.hundredths', 'hour_rule.minutes_per_hour'])
    .select(['event.title as event_title', 'event.held_on', 'claim.title as claim_title'])
    .select('claim.held_on as claim_held_on')
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
    .where('hour_entry.person_id', 'in', personIds)
    .where('hour_entry.plan_year', 'in', planYears)
    .where('hour_entry.source_kind', 'in', ['lesson', 'event', 'claim'])
    .where('hour_entry.reverses', 'is', null)
    .where('back.id', 'is', null)
    .orderBy('hour_entry.id');
}

/** Records of these people and years that stand, of imports that are done; their hours may still be on the way. */
export function recordsStanding(db: Db, { personIds, planYears }: PeopleIn) {
  return db
    .selectFrom('outside_record')
    .innerJoin('import_batch', 'import_batch.id', 'outside_record.import_id')
    .select(['outside_record.person_id', 'outside_record.plan_year', 'outside_record.ledger'])
    .select(['outside_record.title', 'outside_record.completed_on', 'outside_record.hundredths'])
    .where('outside_record.person_id', 'in', personIds)
    .where('outside_record.plan_year', 'in', planYears)
    .where('outside_record.returned', '=', '')
    .where('import_batch.state', '=', 'done')
    .orderBy('outside_record.id');
}

/** Claims of these people and years that wait to be decided. */
export function waitingClaims(db: Db, { personIds, planYears }: PeopleIn) {
  return db
    .selectFrom('claim')
    .select(['person_id', 'plan_year', 'title', 'held_on', 'span', 'minutes'])
    .where('person_id', 'in', personIds)
    .where('plan_year', 'in', planYears)
    .where('status', '=', 'asked')
    .orderBy('id');
}

/** Records of these people under these marks that stand, of imports that are done. */
export function recordsByMark(db: Db, asked: { personIds: readonly string[]; marks: readonly string[] }) {
  return db
    .selectFrom('outside_record')
    .innerJoin('import_batch', 'import_batch.id', 'outside_record.import_id')
    .select(['outside_record.person_id', 'outside_record.ledger', 'outside_record.mark'])
    .select(['outside_record.hundredths', 'import_batch.file_name'])
    .where('outside_record.person_id', 'in', asked.personIds)
    .where('outside_record.mark', 'in', asked.marks)
    .where('outside_record.returned', '=', '')
    .where('import_batch.state', '=', 'done');
}
