import type { Insertable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertRequirement(db: Db, row: Insertable<Tables['requirement']>) {
  return db
    .insertInto('requirement')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

export function requirementById(db: Db, id: string) {
  return db.selectFrom('requirement').selectAll().where('id', '=', id);
}

/** A requirement as somebody read it before he wrote. */
export interface RequirementSeen {
  id: string;
  valid_to: Day | null;
}

/** Changes the end of a requirement that still ends as it was seen; numUpdatedRows is 0 when it was amended since. */
export function endAsSeen(db: Db, seen: RequirementSeen, last: Day | null) {
  const { id, valid_to: end } = seen;
  return db
    .updateTable('requirement')
    .set({ valid_to: last })
    .where('id', '=', id)
    .where((row) => (end === null ? row('valid_to', 'is', null) : row('valid_to', '=', end)));
}

/** Requirements of a plan year by class. */
export function requirementsOf(db: Db, planYear: number) {
  return db
    .selectFrom('requirement')
    .selectAll()
    .where('plan_year', '=', planYear)
    .orderBy('class_code')
    .orderBy('ledger')
    .orderBy('valid_from');
}

export function insertPlan(db: Db, row: Insertable<Tables['plan']>) {
  return db.insertInto('plan').values(row);
}

export function insertItems(db: Db, rows: readonly Insertable<Tables['plan_item']>[]) {
  return db.insertInto('plan_item').values(rows);
}

export function insertAudience(db: Db, rows: readonly Tables['plan_audience'][]) {
  return db.insertInto('plan_audience').values(rows);
}

export function planById(db: Db, id: string) {
  return db.selectFrom('plan').selectAll().where('id', '=', id);
}

/** Publishes a draft; a plan already published stays as it is. */
export function markPublished(db: Db, { id, at }: { id: string; at: string }) {
  return db
    .updateTable('plan')
    .set({ status: 'published', published_at: at })
    .where('id', '=', id)
    .where('status', '=', 'draft');
}

/** Plans of a year kept by units within reach (null: all), with how many people they concern today. */
export function plansOf(db: Db, asked: { planYear: number; unitIds: readonly string[] | null; day: Day }) {
  const { unitIds, day } = asked;
  const all = db
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.unit_id')
    .select([
      'plan.id',
      'plan.title',
      'plan.status',
      'plan.plan_year',
      'unit.name as unit_name',
      'plan.copied_from',
    ])
    .select((plan) =>
      plan
        .selectFrom('plan_member')
        .whereRef('plan_member.plan_id', '=', 'plan.id')
        .where('plan_member.valid_to', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('members'),
    )
    .where('plan.plan_year', '=', asked.planYear)
    .orderBy('plan.created_at');
  return unitIds === null ? all : all.where('plan.unit_id', 'in', unitsBelow(db, unitIds, day));
}

/** Courses of plans. */
export function itemsOf(db: Db, planIds: readonly string[]) {
  return db
    .selectFrom('plan_item')
    .innerJoin('course', 'course.id', 'plan_item.course_id')
    .leftJoin('module', 'module.id', 'plan_item.module_id')
    .select(['plan_item.plan_id', 'plan_item.is_required', 'course.id as course_id', 'course.title'])
    .select(['plan_item.module_id', 'module.title as module_title', 'course.status as course_status'])
    .where('plan_item.plan_id', 'in', planIds)
    .orderBy('plan_item.is_required', 'desc')
    .orderBy('course.title');
}

/** Plans of a requirement belong to the one that follows it. */
export function passPlansOn(db: Db, asked: { from: string; to: string }) {
  return db.updateTable('plan').set({ requirement_id: asked.to }).where('requirement_id', '=', asked.from);
}

/** Changes a draft; numUpdatedRows is 0 for a plan that was published. */
export function changeDraft(
  db: Db,
  asked: { id: string; change: { title: string; requirement_id: string | null } },
) {
  return db.updateTable('plan').set(asked.change).where('id', '=', asked.id).where('status', '=', 'draft');
}

export function clearItems(db: Db, planId: string) {
  return db.deleteFrom('plan_item').where('plan_id', '=', planId);
}

export function clearAudience(db: Db, planId: string) {
  return db.deleteFrom('plan_audience').where('plan_id', '=', planId);
}

/** Removes a draft whose content is gone; numDeletedRows is 0 for a plan that was published. */
export function removeDraft(db: Db, id: string) {
  return db.deleteFrom('plan').where('id', '=', id).where('status', '=', 'draft');
}
