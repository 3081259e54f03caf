import { sql } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

interface Asked {
  unitIds: readonly string[];
  day: Day;
}

/** People with a post at home or at work in one of the units on the day or later. */
export function peopleAt(db: Db, { unitIds, day }: Asked) {
  return db
    .selectFrom('post')
    .select(sql<number>`count(distinct post.person_id)`.as('total'))
    .where((or) => or.or([or('home_unit_id', 'in', unitIds), or('work_unit_id', 'in', unitIds)]))
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]));
}

/** Roles held over one of the units. */
export function grantsAt(db: Db, { unitIds, day }: Asked) {
  return db
    .selectFrom('role_grant')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('unit_id', 'in', unitIds)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]));
}

/** Study plans of these years kept by one of the units. */
export function plansAt(db: Db, { unitIds, planYears }: { unitIds: readonly string[]; planYears: number[] }) {
  return db
    .selectFrom('plan')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('unit_id', 'in', unitIds)
    .where('plan_year', 'in', planYears);
}

/** Exams of one of the units that are still open. */
export function examsAt(db: Db, { unitIds, now }: { unitIds: readonly string[]; now: string }) {
  return db
    .selectFrom('exam')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('unit_id', 'in', unitIds)
    .where('status', '!=', 'cancelled')
    .where((exam) =>
      exam.exists(
        exam
          .selectFrom('sitting')
          .select('sitting.id')
          .whereRef('sitting.exam_id', '=', 'exam.id')
          .where('closes_at', '>', now),
      ),
    );
}
