import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode } from '#lib/domain/people/codes.ts';
import { moveFault } from '#lib/domain/people/move.ts';
import type { CountedIn } from '#lib/domain/people/post.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import * as q from './queries.ts';
import { classesOn, nameOf, postOn, unitPathOf, type PostOn } from './questions.ts';
import { changeClasses } from './succession.ts';

/** How far ahead a move may be entered. */
const DAYS_AHEAD = 366;

export interface Move {
  personId: string;
  /** First day of the new post. */
  day: Day;
  homeUnitId: string;
  /** Where it differs from the home unit (派驻/下沉). */
  workUnitId?: string | null;
  countedIn?: CountedIn;
  /** What is left out stays as it was in the post before. */
  title?: string | null;
  levelCode?: LevelCode | null;
  classes?: readonly ClassCode[];
  reason: string;
}

async function assertUnits(act: Act, asked: Move): Promise<void> {
  for (const [field, id] of [
    ['homeUnitId', asked.homeUnitId],
    ['workUnitId', asked.workUnitId ?? null],
  ] as const) {
    if (id === null || (await units.pathOf(act.db, id, asked.day)).length > 0) continue;
    throw new DomainError('invalid', '请选择单位。', {
      fields: { [field]: '这个单位在那一天不存在，请重新选择。' },
    });
  }
}

async function assertInOrder(act: Act, asked: Move): Promise<void> {
  const today = shanghaiDay(act.now);
  const later = await q.nextPrincipal(act.db, asked.personId, asked.day).executeTakeFirst();
  const fault = moveFault(
    { ...asked, workUnitId: asked.workUnitId ?? null, countedIn: asked.countedIn ?? 'home' },
    {
      today,
      earliest: `${openPlanYears(today)[0]}-01-01`,
      latest: addDays(today, DAYS_AHEAD),
      laterPost: later?.valid_from ?? null,
    },
  );
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  await assertUnits(act, asked);
}

/**
 * Moves a person from a day on: his principal post ends the day before and a new one opens; hours, attempts and
 * attendance are his own and go with him. One-sided: the coordinator of the unit he leaves does it, nobody has to
 * receive him. A post that began only on that day is corrected. A day to come is met by the daily jobs.
 * Throws `conflict` when the post was changed meanwhile.
 */
export async function movePost(act: Act, asked: Move): Promise<void> {
  const unitPath = await unitPathOf(act, asked.personId);
  access.require(act, 'people.move', { unitPath });
  await assertInOrder(act, asked);
  await inTransaction(act, async (own) => {
    const before = await postOn(own.db, asked.personId, asked.day);
    if (!before) throw new DomainError('conflict', '他在那一天没有任职，请核对日期。');
    await succeed(own, asked, before);
    await audit.record(own, {
      verb: 'people.moved',
      unitId: before.countedUnitId,
      subject: { kind: 'person', id: asked.personId },
      details: { ...asked, from: before.homeUnitId },
    });
    if (asked.day > shanghaiDay(own.now)) return;
    const { personId, day } = asked;
    await announce(own, { kind: 'postChanged', personId, day });
    if (changed(before.classes, await classesOn(own.db, personId, day)))
      await announce(own, { kind: 'classChanged', personId, day });
  });
}

function changed(before: readonly string[], after: readonly string[]): boolean {
  return before.join(' ') !== after.join(' ');
}

/** Classes of the new post from `day` on: those named, else what the old post carried then or gained later. */
function classesFrom(
  { classes, day }: Move,
  carried: readonly { class_code: string; valid_from: Day; valid_to: Day | null }[],
) {
  if (classes) return classes.map((code) => ({ class_code: code, valid_from: day, valid_to: null }));
  return carried
    .filter((row) => row.valid_to === null || row.valid_to >= day)
    .map(({ class_code, valid_from, valid_to }) => ({
      ...{ class_code, valid_to },
      valid_from: valid_from > day ? valid_from : day,
    }));
}

async function succeed(act: Act, asked: Move, before: PostOn): Promise<void> {
  const { personId, day } = asked;
  const stored = await q.principalPostOn(act.db, personId, day).executeTakeFirstOrThrow();
  const place = {
    home_unit_id: asked.homeUnitId,
    work_unit_id: asked.workUnitId ?? null,
    counted_in: asked.countedIn ?? 'home',
    title: asked.title === undefined ? before.title : asked.title,
    level_code: asked.levelCode === undefined ? before.level : asked.levelCode,
  };
  const carried = await q.classesOfPosts(act.db, [stored.id]).execute();
  const codes = carried.map((row) => row.class_code);
  const seen = { id: stored.id, homeUnitId: stored.home_unit_id, to: stored.valid_to };
  if (stored.valid_from === day) {
    await claim(act, seen, place);
    const begun = asked.classes ?? [];
    const ended = asked.classes ? codes.filter((code) => !(begun as string[]).includes(code)) : [];
    await changeClasses(act, { postId: stored.id, begun, ended, from: day });
    return;
  }
  await claim(act, seen, { valid_to: addDays(day, -1) });
  await changeClasses(act, { postId: stored.id, begun: [], ended: codes, from: day });
  const { counted_unit_id: _counted, ...kept } = stored;
  const id = newId();
  await q
    .insertPosts(act.db, [{ ...kept, ...place, id, valid_from: day, valid_to: null, batch_id: null }])
    .execute();
  const classes = classesFrom(asked, carried).map((row) => ({ ...row, post_id: id }));
  if (classes.length > 0) await q.insertClasses(act.db, classes).execute();
}

/** Changes the post if it still stands as it was seen: of two moves at once one is told. */
async function claim(
  act: Act,
  seen: q.PostSeen,
  change: Parameters<typeof q.changePostSeen>[2],
): Promise<void> {
  const done = await q.changePostSeen(act.db, seen, change).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('conflict', '他的任职刚刚被别人改动，请刷新后再试。');
}

export interface MoveDesk {
  name: string;
  post: PostOn | null;
  units: { id: string; name: string; depth: number }[];
  /** First day that is still open to changes. */
  earliest: Day;
  today: Day;
}

/** What the page of a move shows: the post of today and the whole tree, since one may leave for any unit. */
export async function deskOfMove(act: Act, personId: string): Promise<MoveDesk> {
  const unitPath = await unitPathOf(act, personId);
  access.require(act, 'people.move', { unitPath });
  const today = shanghaiDay(act.now);
  return {
    name: (await nameOf(act.db, personId)) ?? '',
    post: (await postOn(act.db, personId, today)) ?? null,
    units: (await units.wholeTree(act.db, today)).map(({ id, name, depth }) => ({ id, name, depth })),
    earliest: `${openPlanYears(today)[0]}-01-01`,
    today,
  };
}
