import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode, Status } from '#lib/domain/people/codes.ts';
import { moveFault } from '#lib/domain/people/move.ts';
import type { CountedIn } from '#lib/domain/people/post.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import * as q from './queries.ts';
import { classesOn, postOn, type PostOn } from './questions.ts';
import { changeClasses } from './succession.ts';

/** How far ahead a move may be entered. */
export const DAYS_AHEAD = 366;

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
  /** `active` where it changes with the move; stays as it was unless told. */
  status?: Status;
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

/** Throws `invalid` with the field that stands against the move; the day and the units are looked at, nobody's rights. */
export async function assertMovable(act: Act, asked: Move): Promise<void> {
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
 * Carries out a move within the act's transaction and tells who follows posts and classes. A day to come is told too:
 * who sits an exam after it is judged by the post of that day; everything else is met when the day turns.
 * Throws `conflict` when the post was changed meanwhile.
 */
export async function carryMove(act: Act, asked: Move, before: PostOn): Promise<void> {
  const { personId, day } = asked;
  await succeed(act, asked, before);
  await announce(act, { kind: 'postChanged', personId, day });
  const [fromUnitId, toUnitId] = [before.homeUnitId, asked.homeUnitId];
  if (fromUnitId !== toUnitId)
    await announce(act, { kind: 'personTransferred', personId, day, fromUnitId, toUnitId });
  if (day > shanghaiDay(act.now)) return;
  if (changed(before.classes, await classesOn(act.db, personId, day)))
    await announce(act, { kind: 'classChanged', personId, day });
}

/** The principal post of a day that is about to be changed. Throws `conflict` when there is none. */
export async function postToChange(act: Act, personId: string, day: Day): Promise<PostOn> {
  const post = await postOn(act.db, personId, day);
  if (!post) throw new DomainError('conflict', '他在那一天没有任职，请核对日期。');
  return post;
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
    status: asked.status ?? before.status,
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

/** Changes the post if it still stands as it was seen: of two changes at once one is told. */
export async function claim(
  act: Act,
  seen: q.PostSeen,
  change: Parameters<typeof q.changePostSeen>[2],
): Promise<void> {
  const done = await q.changePostSeen(act.db, seen, change).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('conflict', '他的任职刚刚被别人改动，请刷新后再试。');
}
