import type { Insertable, Updateable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { unitsBelow, type Db, type Tables } from '../db/index.ts';

/** Published plans of a year at or below a unit that have not been copied into the next year. */
export function uncopiedPlans(db: Db, asked: { unitId: string; planYear: number; day: Day }) {
  return db
    .selectFrom('plan')
    .selectAll('plan')
    .where('plan.plan_year', '=', asked.planYear)
    .where('plan.status', '=', 'published')
    .where('plan.unit_id', 'in', unitsBelow(db, [asked.unitId], asked.day))
    .where((no) =>
      no.not(
        no.exists(
          no.selectFrom('plan as copy').select('copy.id').whereRef('copy.copied_from', '=', 'plan.id'),
        ),
      ),
    )
    .orderBy('plan.created_at')
    .orderBy('plan.id');
}

/** Inserts a copy once; numInsertedOrUpdatedRows is 0 when another was first. */
export function insertCopy(db: Db, row: Insertable<Tables['plan']>) {
  return db
    .insertInto('plan')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

export function insertRequirementDraft(db: Db, row: Insertable<Tables['requirement_draft']>) {
  return db
    .insertInto('requirement_draft')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

/** Drafts of a year's requirements with the terms of those they were copied from. */
export function requirementDrafts(db: Db, planYear: number) {
  return db
    .selectFrom('requirement_draft')
    .leftJoin('requirement', 'requirement.id', 'requirement_draft.copied_from')
    .selectAll('requirement_draft')
    .select(['requirement.target_hundredths as was_target', 'requirement.needs_exam as was_exam'])
    .select(['requirement.legal_basis as was_basis', 'requirement.joiners as was_joiners'])
    .where('requirement_draft.plan_year', '=', planYear)
    .orderBy('requirement_draft.class_code')
    .orderBy('requirement_draft.ledger');
}

export function requirementDraftById(db: Db, id: string) {
  return db.selectFrom('requirement_draft').selectAll().where('id', '=', id);
}

export function changeRequirementDraft(db: Db, id: string, change: Updateable<Tables['requirement_draft']>) {
  return db.updateTable('requirement_draft').set(change).where('id', '=', id);
}

export function removeRequirementDraft(db: Db, id: string) {
  return db.deleteFrom('requirement_draft').where('id', '=', id);
}

/** Ties copies of plans of one requirement to the requirement that follows it. */
export function tiePlans(db: Db, asked: { from: string; to: string; planYear: number }) {
  return db
    .updateTable('plan')
    .set({ requirement_id: asked.to })
    .where('plan_year', '=', asked.planYear)
    .where('requirement_id', 'is', null)
    .where('copied_from', 'in', (of) =>
      of.selectFrom('plan as source').select('source.id').where('source.requirement_id', '=', asked.from),
    );
}
