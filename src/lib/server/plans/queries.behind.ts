import { sql, type SelectQueryBuilder } from 'kysely';
import type { BehindKind } from '#lib/domain/plans/behind.ts';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import { contains, countingUnit, unitLabel, unitsBelow, type Db, type Tables } from '../db/index.ts';
import { countsForAssignment, wholeReleases } from './queries.parts.ts';

export interface BehindAsk {
  unitIds: readonly string[];
  planYear: number;
  day: Day;
  now: Instant;
  /** Who is locked out just now. */
  lockedIds: readonly string[];
}

export interface BehindFilter {
  /** Part of a name. */
  q: string;
  /** One counting unit; empty for all. */
  unitId: string;
  kind: BehindKind | null;
}

/** Everybody who counts below some units on a day, at his counting unit. */
function roster(db: Db, asked: Pick<BehindAsk, 'unitIds' | 'day'>) {
  return db
    .selectFrom('post')
    .select(['post.person_id', countingUnit.as('unit_id')])
    .where('post.is_principal', '=', 1)
    .where('post.valid_from', '<=', asked.day)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', asked.day)]))
    .where((or) =>
      or.or([
        or('post.batch_id', 'is', null),
        or('post.batch_id', 'in', or.selectFrom('import_batch').select('id').where('state', '=', 'done')),
      ]),
    )
    .where(countingUnit, 'in', unitsBelow(db, asked.unitIds, asked.day));
}

type Roster = { person_id: string; unit_id: string };
type Flag = { person_id: string; unit_id: string; kind: string };
type Scoped = Tables & { roster: Roster };

/** A row for each person and reason; what a reason rests on is read for the people of a page. */
function flags(db: Db, asked: BehindAsk) {
  const { planYear, day, now } = asked;
  const year = String(planYear);
  return db
    .with('roster', () => roster(db, asked))
    .with('flag', (scoped) => {
      const of = (kind: BehindKind) =>
        scoped
          .selectFrom('roster')
          .select(['roster.person_id', 'roster.unit_id', sql<string>`${sql.lit(kind)}`.as('kind')]);
      return of('late')
        .where((who) =>
          who.exists(
            who
              .selectFrom('assignment_target')
              .innerJoin('assignment', 'assignment.id', 'assignment_target.assignment_id')
              .innerJoin('assignment_course', 'assignment_course.assignment_id', 'assignment.id')
              .innerJoin('lesson', 'lesson.course_id', 'assignment_course.course_id')
              .innerJoin('lesson_version', 'lesson_version.lesson_id', 'lesson.id')
              .select('assignment.id')
              .whereRef('assignment_target.person_id', '=', 'roster.person_id')
              .where('assignment_target.left_on', 'is', null)
              .where('assignment.withdrawn_at', 'is', null)
              .where('assignment.plan_year', '=', planYear)
              .where('assignment.due_on', '<', day)
              .where('lesson_version.status', '=', 'published')
              .where((done) => done.not(done.exists(completion(scoped)))),
          ),
        )
        .unionAll(
          of('hours')
            .innerJoin('standing', 'standing.person_id', 'roster.person_id')
            .where('standing.plan_year', '=', planYear)
            .where('standing.requirement_id', '=', 'hours')
            .where('standing.state', '=', 'due'),
        )
        .unionAll(
          of('exam').where((who) =>
            who.exists(
              who
                .selectFrom('exam_candidate')
                .innerJoin('exam', 'exam.id', 'exam_candidate.exam_id')
                .innerJoin('sitting', 'sitting.exam_id', 'exam.id')
                .select('exam.id')
                .whereRef('exam_candidate.person_id', '=', 'roster.person_id')
                .where('exam_candidate.state', '=', 'due')
                .where('exam.status', '=', 'published')
                .where('sitting.opens_at', '<=', now)
                .where('sitting.closes_at', '>', now)
                .where((or) =>
                  or.or([or('sitting.kind', '=', 'makeup'), or('exam_candidate.deferred', '=', 0)]),
                )
                .where((sat) =>
                  sat.not(
                    sat.exists(
                      sat
                        .selectFrom('attempt')
                        .select('attempt.id')
                        .whereRef('attempt.exam_id', '=', 'exam.id')
                        .whereRef('attempt.person_id', '=', 'exam_candidate.person_id'),
                    ),
                  ),
                ),
            ),
          ),
        )
        .unionAll(
          of('unopened').where((who) =>
            who.exists(
              who
                .selectFrom('plan_member')
                .innerJoin('plan', 'plan.id', 'plan_member.plan_id')
                .innerJoin('plan_item', 'plan_item.plan_id', 'plan.id')
                .select('plan.id')
                .whereRef('plan_member.person_id', '=', 'roster.person_id')
                .where('plan_member.valid_from', '<=', day)
                .where((or) =>
                  or.or([or('plan_member.valid_to', 'is', null), or('plan_member.valid_to', '>=', day)]),
                )
                .where('plan.status', '=', 'published')
                .where('plan.plan_year', '=', planYear)
                .where('plan_item.is_required', '=', 1)
                .where((no) => no.not(no.exists(wholeReleases(scoped))))
                .where((no) => no.not(no.exists(openingOf(scoped, year)))),
            ),
          ),
        )
        .unionAll(
          of('account').where((who) =>
            who.not(
              who.exists(
                who
                  .selectFrom('account')
                  .select('account.id')
                  .whereRef('account.person_id', '=', 'roster.person_id')
                  .where('account.state', '<>', 'invited'),
              ),
            ),
          ),
        )
        .unionAll(of('locked').where('roster.person_id', 'in', [...asked.lockedIds, '']));
    });
}

/** The lesson of the surrounding query, completed by the person of the surrounding roster. */
function completion(db: { selectFrom: Db['selectFrom'] }) {
  return db
    .selectFrom('lesson_completion')
    .select('lesson_completion.id')
    .where(sql<boolean>`lesson_completion.lesson_id = lesson.id`)
    .where(sql<boolean>`lesson_completion.person_id = roster.person_id`)
    .where(countsForAssignment)
    .where('lesson_completion.reversed_at', 'is', null);
}

/** A lesson of the surrounding item's course, opened this year by the person of the surrounding roster. */
function openingOf(db: { selectFrom: Db['selectFrom'] }, year: string) {
  return db
    .selectFrom('opening')
    .innerJoin('lesson', 'lesson.id', 'opening.lesson_id')
    .select('opening.id')
    .where(sql<boolean>`lesson.course_id = plan_item.course_id`)
    .where(sql<boolean>`opening.person_id = roster.person_id`)
    .where('opening.opened_at', '>=', year);
}

/** How many people of which unit are behind, by reason; one person may stand under several. */
export async function behindCounts(db: Db, asked: BehindAsk) {
  return flags(db, asked)
    .selectFrom('flag')
    .innerJoin('unit', 'unit.id', 'flag.unit_id')
    .select(['flag.unit_id', unitLabel.as('unit_name'), 'flag.kind'])
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .groupBy(['flag.unit_id', 'unit.id', 'unit.name', 'unit.parent_id', 'unit.sort_order', 'flag.kind'])
    .orderBy('unit.sort_order')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute();
}

type Flagged = SelectQueryBuilder<Scoped & { flag: Flag }, 'flag' | 'person' | 'unit', object>;

function found(db: Db, asked: BehindAsk & BehindFilter): Flagged {
  let people = flags(db, asked)
    .selectFrom('flag')
    .innerJoin('person', 'person.id', 'flag.person_id')
    .innerJoin('unit', 'unit.id', 'flag.unit_id') as unknown as Flagged;
  if (asked.q !== '') people = people.where(contains('person.name', asked.q));
  if (asked.unitId !== '') people = people.where('flag.unit_id', '=', asked.unitId);
  return asked.kind === null ? people : people.where('flag.kind', '=', asked.kind);
}

/** A page of people who are behind, once each, by unit and name. */
export async function behindPage(
  db: Db,
  asked: BehindAsk & BehindFilter & { limit: number; offset: number },
) {
  return found(db, asked)
    .select(['person.id', 'person.name', 'flag.unit_id', unitLabel.as('unit_name')])
    .groupBy([
      'person.id',
      'person.name',
      'person.name_key',
      'flag.unit_id',
      'unit.id',
      'unit.name',
      'unit.parent_id',
      'unit.sort_order',
    ])
    .orderBy('unit.sort_order')
    .orderBy('unit.name')
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
}

export async function behindCount(db: Db, asked: BehindAsk & BehindFilter) {
  return found(db, asked)
    .select(({ fn }) => fn.count<number>('person.id').distinct().as('total'))
    .executeTakeFirst();
}

/** Logins of the people below some units. */
export function accountsBelow(db: Db, asked: Pick<BehindAsk, 'unitIds' | 'day'>) {
  return db
    .with('roster', () => roster(db, asked))
    .selectFrom('roster')
    .innerJoin('account', 'account.person_id', 'roster.person_id')
    .select(['account.person_id', 'account.id as account_id']);
}
