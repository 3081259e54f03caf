import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { assertMovable, carryMove, postToChange, type Move } from './moving.ts';

/**
 * Moves a person from a day on: his principal post ends the day before and a new one opens; hours, attempts and
 * attendance are his own and go with him. One-sided, so within one's reach: the coordinator of the unit he leaves, who
 * looks after the new one too; another's unit receives him by a transfer. A post that began only on that day is
 * corrected. A day to come is met by the daily jobs. Throws `conflict` when the post was changed meanwhile.
 */
export async function movePost(act: Act, asked: Move): Promise<void> {
  const unitPath = await people.unitPathOf(act, asked.personId);
  access.require(act, 'people.move', { unitPath });
  await assertMovable(act, asked);
  await inTransaction(act, async (own) => {
    const before = await postToChange(own, asked.personId, asked.day);
    await assertReceives(own, asked, before.homeUnitId);
    await carryMove(own, { move: asked, before, unitPath });
    await audit.record(own, {
      verb: 'people.moved',
      unitId: before.countedUnitId,
      subject: { kind: 'person', id: asked.personId },
      details: { ...asked, from: before.homeUnitId },
    });
  });
}

async function assertReceives(act: Act, { homeUnitId, day }: Move, before: string): Promise<void> {
  if (homeUnitId === before) return;
  const unitPath = await units.pathOf(act.db, homeUnitId, day);
  if (access.can(act, 'people.move', { unitPath })) return;
  const sentence = '这个单位不在您的管理范围内，请发起调动，由对方单位接收。';
  throw new DomainError('forbidden', sentence, { fields: { homeUnitId: sentence } });
}

export type { Move } from './moving.ts';

export interface MoveDesk {
  name: string;
  post: people.PostOn | null;
  units: { id: string; name: string; depth: number; path: string[] }[];
  /** First day that is still open to changes. */
  earliest: Day;
  today: Day;
}

/** What the page of a move shows: the post of today and the whole tree, since one may leave for any unit. */
export async function deskOfMove(act: Act, personId: string): Promise<MoveDesk> {
  const unitPath = await people.unitPathOf(act, personId);
  access.require(act, 'people.move', { unitPath });
  const today = shanghaiDay(act.now);
  return {
    name: (await people.nameOf(act.db, personId)) ?? '',
    post: (await people.postOn(act.db, personId, today)) ?? null,
    units: (await units.wholeTree(act.db, today)).map(({ id, name, depth, path }) => ({
      id,
      name,
      depth,
      path,
    })),
    earliest: `${openPlanYears(today)[0]}-01-01`,
    today,
  };
}
