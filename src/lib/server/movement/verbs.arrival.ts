import { cleanName } from '#lib/domain/shared/written.ts';
import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode, Status } from '#lib/domain/people/codes.ts';
import { moveFault } from '#lib/domain/movement/move.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { comeBack } from './departures.ts';
import { DAYS_AHEAD } from './moving.ts';
import { insertStatusChange } from './queries.status.ts';

export interface Arrival {
  name: string;
  /** By one of them he is found again; never by his name. */
  identity: string | null;
  mobile: string | null;
  unitId: string;
  day: Day;
  status: Extract<Status, 'active' | 'secondedIn'>;
  /** The unit outside the tree from which he comes; may be empty. */
  place: string;
  title: string | null;
  levelCode: LevelCode | null;
  classes: readonly ClassCode[];
  reason: string;
}

export interface Former {
  personId: string;
  name: string;
  /** Units and days of the posts that he held; the latest first. */
  posts: { unitName: string; from: Day; to: Day | null }[];
}

/**
 * The record of somebody who comes from outside the tree and was here before; null when he never was. Throws
 * `conflict` when he holds a post on the day: then his unit transfers him.
 */
export async function findFormer(act: Act, asked: Arrival): Promise<Former | null> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'people.add', { unitPath });
  const personId = await people.bearerOf(act.db, asked);
  if (personId === null) return null;
  await assertFree(act.db, personId, asked.day);
  return { personId, name: cleanName(asked.name), posts: await people.postDaysOf(act.db, personId) };
}

async function assertFree(db: Db, personId: string, day: Day): Promise<void> {
  const post = await people.postOn(db, personId, day);
  if (!post) return;
  const unit = await units.find(db, post.homeUnitId);
  const name = unit?.name ?? '别的单位';
  throw new DomainError('conflict', `他那一天在${name}任职，请由${name}发起调动。`);
}

async function assertArrives(act: Act, asked: Arrival, personId: string | null): Promise<void> {
  const today = shanghaiDay(act.now);
  const laterPost = personId === null ? null : await people.nextPostFrom(act.db, personId, asked.day);
  const fault = moveFault(
    { ...asked, homeUnitId: asked.unitId, workUnitId: null, countedIn: 'home' },
    {
      ...{ today, earliest: `${openPlanYears(today)[0]}-01-01`, latest: addDays(today, DAYS_AHEAD) },
      laterPost,
    },
  );
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
}

/** What the page of an arrival shows: the units that the actor looks after. */
export async function deskOfArrival(act: Act) {
  access.require(act, 'transfers.list');
  const today = shanghaiDay(act.now);
  const tree = await units.inReach(act, access.unitsHeld(act, ['coordinator']));
  return {
    units: tree.map(({ id, name, depth, path }) => ({ id, name, depth, path })),
    earliest: `${openPlanYears(today)[0]}-01-01`,
    today,
  };
}

/**
 * Takes in somebody from outside the tree: with the record of before, and all that hangs on it, when one of his
 * numbers is known; else as a new person. His account opens again. Resolves to the person's id and whether he is new.
 */
export async function admit(act: Act, asked: Arrival): Promise<{ personId: string; isNew: boolean }> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'people.add', { unitPath });
  const known = await people.bearerOf(act.db, asked);
  await assertArrives(act, asked, known);
  if (known !== null) await assertFree(act.db, known, asked.day);
  return inTransaction(act, async (own) => {
    const { levelCode: level, day: from } = asked;
    const personId = known ?? (await people.addPerson(own, { ...asked, level, from }));
    if (known !== null) await openPost(own, { ...asked, personId, unitPath });
    await note(own, personId, asked);
    return { personId, isNew: known === null };
  });
}

async function openPost(act: Act, asked: people.Opening): Promise<void> {
  const { personId, day } = asked;
  await assertFree(act.db, personId, day);
  await people.openPost(act, asked);
  await comeBack(act, { personId, day });
}

async function note(act: Act, personId: string, asked: Arrival): Promise<void> {
  const hand = signatureOf(act);
  const { unitId, day, reason, place } = asked;
  await insertStatusChange(act.db, {
    ...{ id: newId(), person_id: personId, unit_id: unitId, status: asked.status, day },
    ...{ expected_until: null, place: place.trim() || null, reason: reason.trim(), file_id: null },
    ...{ entered_by: hand.id, entered_by_name: hand.name, entered_at: act.now, settled_at: act.now },
  }).execute();
  const subject = { kind: 'person', id: personId };
  const details = { unitId, day, place, reason, status: asked.status };
  await audit.record(act, { verb: 'people.admitted', unitId, subject, details });
}
