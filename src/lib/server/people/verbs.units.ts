import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { postsIn } from './queries.posts.ts';
import { splitPost, type PostRow } from './splitting.ts';

/** So many people are moved by one transaction. */
const MOST = 500;

export interface UnitMerge {
  unitId: string;
  /** The unit that takes its people and the units below it. */
  intoId: string;
  /** First day on which the unit is no more. */
  day: Day;
  reason: string;
}

/** What a post becomes when a unit goes into another. */
function placed(post: PostRow, { unitId, intoId }: UnitMerge) {
  const home = post.home_unit_id === unitId ? intoId : post.home_unit_id;
  const work = post.work_unit_id === unitId ? intoId : post.work_unit_id;
  const isOne = work === null || work === home;
  return {
    home_unit_id: home,
    work_unit_id: isOne ? null : work,
    counted_in: isOne ? 'home' : post.counted_in,
  };
}

/**
 * Merges a unit into another on a day: its people's posts go on there, the units below it hang there, and it closes.
 * Its figures of the days before stay; roles held over it reach its past alone. At most 500 people at once.
 */
export async function mergeUnits(act: Act, asked: UnitMerge): Promise<{ people: number }> {
  const [from, into] = await pathsOf(act, asked);
  access.require(act, 'units.close', { unitPath: from });
  access.require(act, 'units.add', { unitPath: into });
  const { unitId, intoId, day, reason } = asked;
  if (into.includes(unitId)) throw refused('不能并入它自己或它的下级单位。');
  if ((await units.pathOf(act.db, intoId, day)).length === 0) throw refused('那一天还没有这个单位。');
  return inTransaction(act, async (own) => {
    const posts = await postsIn(own.db, { unitId, day }).execute();
    const people = [...new Set(posts.map((post) => post.person_id))];
    if (people.length > MOST)
      throw new DomainError('conflict', `一次最多并入 ${MOST} 人，请先用名册导入分批办理任职变动。`);
    for (const post of posts) await splitPost(own, post, { day, change: placed(post, asked) });
    const today = shanghaiDay(own.now);
    for (const below of await units.childrenOf(own.db, unitId, today))
      await units.moveUnit(own, { unitId: below, parentId: intoId, day, reason });
    await units.closeUnit(own, { unitId, day, reason, into: intoId });
    await audit.record(own, {
      verb: 'people.unitMerged',
      unitId: intoId,
      subject: { kind: 'unit', id: unitId },
      details: { intoId, day, people: people.length },
    });
    for (const personId of people) await announce(own, { kind: 'postChanged', personId, day });
    return { people: people.length };
  });
}

function refused(sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { intoId: sentence } });
}

async function pathsOf(act: Act, asked: UnitMerge): Promise<[string[], string[]]> {
  return [await units.pathOf(act.db, asked.unitId), await units.pathOf(act.db, asked.intoId)];
}
