import { moveFault } from '#lib/domain/movement/move.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';

/** How far ahead a move may be entered. */
export const DAYS_AHEAD = 366;

export interface Move extends people.Succession {
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
  const laterPost = await people.nextPostFrom(act.db, asked.personId, asked.day);
  const fault = moveFault(
    { ...asked, workUnitId: asked.workUnitId ?? null, countedIn: asked.countedIn ?? 'home' },
    {
      today,
      earliest: `${openPlanYears(today)[0]}-01-01`,
      latest: addDays(today, DAYS_AHEAD),
      laterPost,
    },
  );
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  await assertUnits(act, asked);
}

/**
 * Carries out a move within the act's transaction, for whoever was asked over `unitPath`, and tells who follows posts
 * and classes. A day to come is told too:
 * who sits an exam after it is judged by the post of that day; everything else is met when the day turns.
 * Throws `conflict` when the post was changed meanwhile.
 */
export async function carryMove(
  act: Act,
  { move, before, unitPath }: { move: Move; before: people.PostOn; unitPath: readonly string[] },
): Promise<void> {
  const { personId, day } = move;
  await people.succeedPost(act, { next: move, before, unitPath });
  await announce(act, { kind: 'postChanged', personId, day });
  const [fromUnitId, toUnitId] = [before.homeUnitId, move.homeUnitId];
  if (fromUnitId !== toUnitId)
    await announce(act, { kind: 'personTransferred', personId, day, fromUnitId, toUnitId });
  if (day > shanghaiDay(act.now)) return;
  if (changed(before.classes, await people.classesOn(act.db, personId, day)))
    await announce(act, { kind: 'classChanged', personId, day });
}

/** The principal post of a day that is about to be changed. Throws `conflict` when there is none. */
export async function postToChange(act: Act, personId: string, day: Day): Promise<people.PostOn> {
  const post = await people.postOn(act.db, personId, day);
  if (!post) throw new DomainError('conflict', '他在那一天没有任职，请核对日期。');
  return post;
}

function changed(before: readonly string[], after: readonly string[]): boolean {
  return before.join(' ') !== after.join(' ');
}
