import { expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';
import { openPosts } from '../completion/moving.ts';
import { figure, rows, value } from './reading.ts';

/** A published course of one published lesson; answers the lesson's id and its version's. */
async function course(world: World, unitId: string) {
  const [courseId, lessonId, versionId] = [newId(), newId(), newId()];
  const texts = { title: '行政处罚法', summary: '', status: 'published' };
  await world.db
    .insertInto('course')
    .values({ id: courseId, unit_id: unitId, ...texts, created_by: 'test', created_at: world.now })
    .execute();
  await world.db.insertInto('lesson').values({ id: lessonId, course_id: courseId, sort_order: 1 }).execute();
  await world.db
    .insertInto('lesson_version')
    .values({
      ...{ id: versionId, lesson_id: lessonId, version: 1, status: 'published', title: '第一课', body: '' },
      ...{ characters: 0, paragraphs: 0, set_minimum_seconds: null, minimum_seconds: 0, study_minutes: 45 },
      ...{ credit_hundredths: 50, check_size: 1, pass_percent: 60, edited_by: 'test', edited_at: world.now },
      ...{ proposed_by: null, proposed_at: null, confirmed_by: null, confirmed_at: null },
      ...{ published_by: null, published_at: world.now },
    })
    .execute();
  return { courseId, lessonId, versionId };
}

type Course = Awaited<ReturnType<typeof course>>;

async function plan(world: World, unitId: string, items: [Course, 0 | 1][]): Promise<string> {
  const id = newId();
  await world.db
    .insertInto('plan')
    .values({
      ...{ id, unit_id: unitId, requirement_id: null, plan_year: town.YEAR, title: '年度计划' },
      ...{ status: 'published', created_by: 'test', created_at: world.now, published_at: world.now },
    })
    .execute();
  const rows = items.map(([{ courseId }, is_required]) => ({
    plan_id: id,
    course_id: courseId,
    is_required,
  }));
  await world.db.insertInto('plan_item').values(rows).execute();
  return id;
}

async function member(world: World, planId: string, personId: string): Promise<void> {
  const row = { plan_id: planId, person_id: personId, valid_from: '2026-01-01', valid_to: null };
  await world.db.insertInto('plan_member').values(row).execute();
}

async function complete(world: World, personId: string, of: Course, planYear = town.YEAR): Promise<string> {
  const [id, tryId] = [newId(), newId()];
  const lesson = { person_id: personId, lesson_id: of.lessonId, lesson_version_id: of.versionId };
  await world.db
    .insertInto('check_attempt')
    .values({
      ...{ id: tryId, ...lesson, opening_id: null, origin: 'testOut', plan_year: planYear, number: 1 },
      ...{ items: '{"v":1,"items":[]}', started_at: world.now, answers: null, right_count: 1, passed: 1 },
      answered_at: world.now,
    })
    .execute();
  await world.db
    .insertInto('lesson_completion')
    .values({
      ...{ id, ...lesson, check_attempt_id: tryId, plan_year: planYear, revision: 1, origin: 'testOut' },
      ...{ completed_at: world.now, reversed_at: null },
    })
    .execute();
  return id;
}

/** Adds a post beside the principal one. */
async function secondPost(world: World, personId: string, unitId: string): Promise<string> {
  const [post] = await openPosts(world, personId);
  const id = newId();
  if (!post) return id;
  await world.db
    .insertInto('post')
    .values({ ...post, id, home_unit_id: unitId, is_principal: 0 })
    .execute();
  return id;
}

onBothEngines('figures of people', (engine) => {
  it('学法课程完成率 asks for each required course of the year, and for no elective one', async () => {
    const { world, root: unitId, people } = await town.district(await engine.world());
    const [first = '', second = '', third = ''] = people;
    const [law, extra] = [await course(world, unitId), await course(world, unitId)];
    const planId = await plan(world, unitId, [
      [law, 1],
      [extra, 0],
    ]);
    for (const who of [first, second]) await member(world, planId, who);
    expect(await figure(world, 'courseCompletion', { unitId })).toBe('0/2');
    await complete(world, third, law);
    await complete(world, second, law, town.YEAR - 1);
    expect(await figure(world, 'courseCompletion', { unitId })).toBe('0/2');
    const done = await complete(world, first, law);
    expect(await figure(world, 'courseCompletion', { unitId })).toBe('1/2');
    await town.giveClass(world, first, 'enforcement');
    expect(await figure(world, 'courseCompletion', { unitId, classCode: 'enforcement' })).toBe('1/1');
    expect(await figure(world, 'courseCompletion', { unitId, group: 'leadership' })).toBe('0/0');
    await world.db
      .updateTable('lesson_completion')
      .set({ reversed_at: world.now })
      .where('id', '=', done)
      .execute();
    expect(await figure(world, 'courseCompletion', { unitId })).toBe('0/2');
    const requirement_id = await town.requirement(world, 'enforcement', 600);
    await world.db.updateTable('plan').set({ requirement_id }).execute();
    await town.waive(world, first, 100);
    expect(await figure(world, 'courseCompletion', { unitId })).toBe('0/2');
    await town.waive(world, second, null);
    expect(await figure(world, 'courseCompletion', { unitId })).toBe('0/1');
  });

  it('人均学时 by class divides what the ledger adds up to by everybody on the roster', async () => {
    const { world, root: unitId, units, people } = await town.district(await engine.world());
    const [first = '', second = ''] = people;
    const entry = await town.book(world, first, 3000);
    await town.book(world, second, 1000);
    expect(await value(world, 'averageHours', { unitId })).toMatchObject({ numerator: 4000, denominator: 6 });
    for (const who of [first, second]) await town.giveClass(world, who, 'enforcement');
    const officers = { unitId, classCode: 'enforcement' };
    expect(await value(world, 'averageHours', officers)).toMatchObject({ numerator: 4000, denominator: 2 });
    expect((await rows(world, 'averageHours', officers)).map((row) => row.hundredths).sort()).toEqual([
      1000, 3000,
    ]);
    await town.book(world, first, -3000, entry);
    expect(await value(world, 'averageHours', officers)).toMatchObject({ numerator: 1000 });
    await world.db.updateTable('hour_entry').set({ ledger: 'credit' }).execute();
    expect(await value(world, 'averageHours', officers)).toMatchObject({ numerator: 0, denominator: 2 });
    expect(await value(world, 'averageHours', { unitId: units[1] ?? '' })).toMatchObject({ denominator: 2 });
  });

  it('count a person once, in the unit of his principal post, whatever other posts he has', async () => {
    const { world, root, units, people } = await town.district(await engine.world());
    const [, bureau = '', other = '', office = ''] = units;
    const [who = ''] = people;
    await town.requirement(world, 'enforcement', 600);
    const second = await secondPost(world, who, office);
    const held = { post_id: second, class_code: 'enforcement', valid_from: '2020-01-01', valid_to: null };
    await world.db.insertInto('post_class').values(held).execute();
    expect(await figure(world, 'hoursReached', { unitId: root })).toBe('0/1');
    expect(await figure(world, 'hoursReached', { unitId: bureau })).toBe('0/1');
    expect(await figure(world, 'hoursReached', { unitId: other })).toBe('0/0');

    const principal = world.db.updateTable('post').where('person_id', '=', who).where('is_principal', '=', 1);
    await principal.set({ work_unit_id: other }).execute();
    expect(await figure(world, 'hoursReached', { unitId: bureau })).toBe('0/1');
    await principal.set({ counted_in: 'work' }).execute();
    expect(await figure(world, 'hoursReached', { unitId: bureau })).toBe('0/0');
    expect(await figure(world, 'hoursReached', { unitId: other })).toBe('0/1');
    expect(await figure(world, 'hoursReached', { unitId: root })).toBe('0/1');
  });

  it('let a mover’s hours of the year go with him, and keep him where he was on an earlier day', async () => {
    const { world, root, units, people } = await town.district(await engine.world());
    const [, bureau = '', , office = ''] = units;
    const [who = ''] = people;
    const today = shanghaiDay(world.now);
    await town.requirement(world, 'enforcement', 600);
    await town.giveClass(world, who, 'enforcement', '2026-01-01');
    await town.book(world, who, 600);
    expect(await figure(world, 'hoursReached', { unitId: bureau })).toBe('1/1');
    await town.move(world, who, office, today);
    await town.giveClass(world, who, 'enforcement', today);
    expect(await figure(world, 'hoursReached', { unitId: bureau })).toBe('0/0');
    expect(await figure(world, 'hoursReached', { unitId: office })).toBe('1/1');
    const yesterday = addDays(today, -1);
    expect(await figure(world, 'hoursReached', { unitId: bureau, asOf: yesterday })).toBe('0/1');
    expect(await figure(world, 'hoursReached', { unitId: root })).toBe('1/1');
  });

  it('学时达标率 asks of who joined in the year what the requirement says of joiners', async () => {
    const { world, root: unitId, people } = await town.district(await engine.world());
    const [first = '', second = ''] = people;
    const june = world.at('2026-06-20T01:00:00.000Z');
    await town.requirement(world, 'enforcement', 800);
    await town.giveClass(world, first, 'enforcement');
    await town.giveClass(world, second, 'enforcement', '2026-05-04');
    for (const who of [first, second]) await town.book(world, who, 600);
    expect(await figure(june, 'hoursReached', { unitId })).toBe('0/2');
    await world.db.updateTable('requirement').set({ joiners: 'fromQuarter' }).execute();
    expect(await figure(june, 'hoursReached', { unitId })).toBe('1/2');
    await world.db.updateTable('requirement').set({ joiners: 'none' }).execute();
    expect(await figure(june, 'hoursReached', { unitId })).toBe('0/1');
  });

  it('学时达标率 leaves out who is released from everything and asks less of whom a part is released', async () => {
    const { world, root: unitId, people } = await town.district(await engine.world());
    const [first = '', second = '', third = ''] = people;
    await town.requirement(world, 'enforcement', 600);
    for (const who of [first, second, third]) {
      await town.giveClass(world, who, 'enforcement');
      await town.book(world, who, 500);
    }
    expect(await figure(world, 'hoursReached', { unitId })).toBe('0/3');
    await town.waive(world, first, null);
    await town.waive(world, second, 100);
    await town.waive(world, third, 99);
    expect(await figure(world, 'hoursReached', { unitId })).toBe('1/2');
    await world.db.updateTable('waiver').set({ status: 'withdrawn' }).execute();
    expect(await figure(world, 'hoursReached', { unitId })).toBe('0/3');
  });
});
