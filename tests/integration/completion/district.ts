import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';
import { openPosts } from './moving.ts';

export { hang, move } from './moving.ts';

export const YEAR = 2026;

/** A district of a few rooms with one exam and one requirement of hours; rows only, the verbs are what is tested. */
export interface District {
  world: World;
  root: string;
  units: string[];
  people: string[];
  examId: string;
  sittings: { main: string; makeup: string };
  /** How many requirements were made; each begins on a day of its own. */
  requirements: number;
}

/** A root with two bureaus, one of them with an office below, and two people in each. */
export async function district(world: World): Promise<District> {
  const root = await standingUnit(world, '云山区');
  const bureau = await standingUnit(world, '甲局', root);
  const other = await standingUnit(world, '乙局', root);
  const office = await standingUnit(world, '乙局一科', other);
  const units = [root, bureau, other, office];
  const people: string[] = [];
  for (const unitId of [bureau, bureau, other, other, office, office]) {
    people.push((await officer(world, { name: `人员${people.length + 1}`, unitId })).personId);
  }
  return { world, root, units, people, requirements: 0, ...(await exam(world, root)) };
}

async function exam(world: World, unitId: string): Promise<Pick<District, 'examId' | 'sittings'>> {
  const [blueprintId, examId] = [newId(), newId()];
  const at = world.now;
  await world.db
    .insertInto('blueprint')
    .values({
      id: blueprintId,
      unit_id: unitId,
      title: '年度',
      half_for_subset: 0,
      created_at: at,
      changed_at: at,
    })
    .execute();
  await world.db
    .insertInto('exam')
    .values({
      id: examId,
      unit_id: unitId,
      title: '2026年度学法考试',
      plan_year: YEAR,
      blueprint_id: blueprintId,
      roster_on: shanghaiDay(at),
      duration_seconds: 3600,
      attempts_allowed: 9,
      pass_hundredths: 6000,
      excellent_hundredths: 9000,
      entry: 'none',
      status: 'published',
      created_at: at,
      published_at: at,
    })
    .execute();
  const sittings = { main: newId(), makeup: newId() };
  const window = { exam_id: examId, opens_at: at, closes_at: '2026-04-30T16:00:00.000Z' };
  await world.db
    .insertInto('sitting')
    .values([
      { id: sittings.main, kind: 'main', ...window },
      { id: sittings.makeup, kind: 'makeup', ...window },
    ])
    .execute();
  return { examId, sittings };
}

/** Runs something in a transaction of the world's system act. */
export function within<T>(world: World, work: (act: Act) => Promise<T>): Promise<T> {
  return inTransaction(world.system, work);
}

export async function requirement(
  world: World,
  classCode: string,
  targetHundredths: number,
  from: Day = `${YEAR}-01-01`,
): Promise<string> {
  const id = newId();
  await world.db
    .insertInto('requirement')
    .values({
      id,
      class_code: classCode,
      plan_year: YEAR,
      ledger: 'training',
      target_hundredths: targetHundredths,
      needs_exam: 0,
      legal_basis: '测试',
      valid_from: from,
      valid_to: null,
      entered_by: 'test',
      entered_at: world.now,
    })
    .execute();
  return id;
}

/** Releases a person from the last requirement made, or from so many hundredths of it; approved at once. */
export async function waive(
  world: World,
  personId: string,
  releasedHundredths: number | null,
): Promise<string | null> {
  const last = world.db.selectFrom('requirement').select('id').orderBy('id', 'desc').limit(1);
  const requirement = await last.executeTakeFirst();
  if (!requirement) return null;
  const id = newId();
  await world.db
    .insertInto('waiver')
    .values({
      ...{ id, person_id: personId, requirement_id: requirement.id, plan_year: YEAR },
      ...{ ground: 'sickLeave', released_hundredths: releasedHundredths, reason: '测试', file_id: null },
      ...{ status: 'approved', live: id, asked_by: 'test', asked_at: world.now },
      ...{ decided_by: 'test', decided_at: world.now, decided_reason: null },
    })
    .execute();
  return requirement.id;
}

export async function giveClass(
  world: World,
  personId: string,
  classCode: string,
  from?: Day,
): Promise<void> {
  const posts = await openPosts(world, personId);
  for (const post of posts) {
    await world.db
      .insertInto('post_class')
      .values({ post_id: post.id, class_code: classCode, valid_from: from ?? '2020-01-01', valid_to: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Books hundredths of training; negative ones with `reverses` take an entry back. */
export async function book(
  world: World,
  personId: string,
  hundredths: number,
  reverses?: string,
): Promise<string> {
  const id = newId();
  await world.db
    .insertInto('hour_entry')
    .values({
      id,
      ledger: 'training',
      person_id: personId,
      plan_year: YEAR,
      source_kind: 'import',
      source_id: id,
      revision: reverses ? -1 : 1,
      seconds: null,
      hundredths,
      rule_id: null,
      origin: 'check',
      reverses: reverses ?? null,
      reason: null,
      entered_by: 'test',
      entered_at: world.now,
    })
    .execute();
  return id;
}

export async function seat(
  { world, examId }: District,
  personId: string,
  state: 'due' | 'exempt' | 'left' | 'outside',
  more: { deferred?: 0 | 1; origin?: 'roster' | 'added' | 'sat' } = {},
): Promise<void> {
  const [post] = await openPosts(world, personId);
  await world.db
    .insertInto('exam_candidate')
    .values({
      exam_id: examId,
      person_id: personId,
      unit_id: post?.home_unit_id ?? '',
      state,
      added_on: shanghaiDay(world.now),
      ...more,
    })
    .onConflict((conflict) => conflict.columns(['exam_id', 'person_id']).doUpdateSet({ state, ...more }))
    .execute();
}

/** An attempt handed in with this score; null: not graded. */
export async function sit(
  { world, examId, sittings }: District,
  personId: string,
  scoreHundredths: number | null,
  sitting: 'main' | 'makeup' = 'main',
): Promise<string> {
  const id = newId();
  const { n } = await world.db
    .selectFrom('attempt')
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('attempt')
    .values({
      id,
      exam_id: examId,
      sitting_id: sittings[sitting],
      person_id: personId,
      number: Number(n) + 1,
      status: 'submitted',
      started_at: world.now,
      deadline: world.now,
      ended_at: world.now,
      seed: 'seed',
      writer: 1,
      score_hundredths: scoreHundredths,
    })
    .execute();
  return id;
}
