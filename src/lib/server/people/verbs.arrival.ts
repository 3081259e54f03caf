import { cleanName } from '#lib/domain/people/clean.ts';
import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode, Status } from '#lib/domain/people/codes.ts';
import { cleanIdentity } from '#lib/domain/people/identity.ts';
import { cleanMobile } from '#lib/domain/people/mobile.ts';
import { moveFault } from '#lib/domain/people/move.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { comeBack } from './departures.ts';
import { DAYS_AHEAD } from './moving.ts';
import * as status from './queries.status.ts';
import * as q from './queries.ts';
import { postOn } from './questions.ts';
import { identityHashes, mobileHashes } from './rows.ts';
import { classRows } from './succession.ts';
import { addPerson } from './verbs.ts';

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

interface Keys {
  identity: string | null;
  mobile: string | null;
}

function keysOf(asked: Pick<Arrival, 'identity' | 'mobile'>): Keys {
  return {
    identity: asked.identity ? cleanIdentity(asked.identity) : null,
    mobile: asked.mobile ? cleanMobile(asked.mobile) : null,
  };
}

/** Whose record it is. Throws `conflict` where number and name do not agree, or two people bear the two numbers. */
async function bearerOf(db: Db, asked: { name: string } & Keys): Promise<string | null> {
  const identity = asked.identity === null ? [] : identityHashes(db, asked.identity);
  const mobile = asked.mobile === null ? [] : mobileHashes(db, asked.mobile);
  if (identity.length + mobile.length === 0) {
    const sentence = '请填写身份证号或手机号：人员只凭号码查找，不凭姓名。';
    throw new DomainError('invalid', sentence, { fields: { identity: sentence } });
  }
  const holders = await q.holdersOf(db, { identity, mobile }).execute();
  const [holder] = holders;
  if (!holder) return null;
  if (holders.length > 1)
    throw new DomainError('conflict', '身份证号和手机号登记在两个人名下，请先核对更正。');
  const row = await q.personById(db, holder.id).executeTakeFirst();
  if (row?.name === cleanName(asked.name)) return holder.id;
  const sentence = '这个号码登记在另一个姓名下，请核对姓名和号码。';
  throw new DomainError('conflict', sentence, { fields: { name: sentence } });
}

async function formerPosts(db: Db, personId: string): Promise<Former['posts']> {
  const rows = await q.postsOf(db, personId).execute();
  return rows.map((row) => ({ unitName: row.home_name, from: row.valid_from, to: row.valid_to }));
}

/**
 * The record of somebody who comes from outside the tree and was here before; null when he never was. Throws
 * `conflict` when he holds a post on the day: then his unit transfers him.
 */
export async function findFormer(act: Act, asked: Arrival): Promise<Former | null> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'people.add', { unitPath });
  const personId = await bearerOf(act.db, { ...keysOf(asked), name: asked.name });
  if (personId === null) return null;
  await assertFree(act.db, personId, asked.day);
  return { personId, name: cleanName(asked.name), posts: await formerPosts(act.db, personId) };
}

async function assertFree(db: Db, personId: string, day: Day): Promise<void> {
  const post = await postOn(db, personId, day);
  if (!post) return;
  const unit = await units.find(db, post.homeUnitId);
  const name = unit?.name ?? '别的单位';
  throw new DomainError('conflict', `他那一天在${name}任职，请由${name}发起调动。`);
}

async function assertArrives(act: Act, asked: Arrival, personId: string | null): Promise<void> {
  const today = shanghaiDay(act.now);
  const next = personId && (await q.nextPrincipal(act.db, personId, asked.day).executeTakeFirst());
  const fault = moveFault(
    { ...asked, homeUnitId: asked.unitId, workUnitId: null, countedIn: 'home' },
    {
      ...{ today, earliest: `${openPlanYears(today)[0]}-01-01`, latest: addDays(today, DAYS_AHEAD) },
      laterPost: next ? next.valid_from : null,
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
    units: tree.map(({ id, name, depth }) => ({ id, name, depth })),
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
  const keys = keysOf(asked);
  const known = await bearerOf(act.db, { ...keys, name: asked.name });
  await assertArrives(act, asked, known);
  if (known !== null) await assertFree(act.db, known, asked.day);
  return inTransaction(act, async (own) => {
    const { unitId, title, levelCode: level, classes, day, name } = asked;
    const personId =
      known ??
      (await addPerson(own, {
        ...keys,
        name,
        unitId,
        title,
        level,
        classes,
        status: asked.status,
        from: day,
      }));
    if (known !== null) await openPost(own, known, asked);
    await note(own, personId, asked);
    return { personId, isNew: known === null };
  });
}

async function openPost(act: Act, personId: string, asked: Arrival): Promise<void> {
  const { unitId, day, classes } = asked;
  await assertFree(act.db, personId, day);
  const id = newId();
  const post = {
    ...{ id, person_id: personId, home_unit_id: unitId, work_unit_id: null, counted_in: 'home' },
    ...{ title: asked.title, level_code: asked.levelCode, rank_code: null, staff_kind: null },
    ...{ is_principal: 1, status: asked.status, valid_from: day, valid_to: null, batch_id: null },
  };
  await q.insertPosts(act.db, [post]).execute();
  if (classes.length > 0) await q.insertClasses(act.db, classRows(id, classes, day)).execute();
  await announce(act, { kind: 'postChanged', personId, day });
  await announce(act, { kind: 'classChanged', personId, day });
  await comeBack(act, { personId, day });
}

async function note(act: Act, personId: string, asked: Arrival): Promise<void> {
  const hand = signatureOf(act);
  const { unitId, day, reason, place } = asked;
  await status
    .insertStatusChange(act.db, {
      ...{ id: newId(), person_id: personId, unit_id: unitId, status: asked.status, day },
      ...{ expected_until: null, place: place.trim() || null, reason: reason.trim(), file_id: null },
      ...{ entered_by: hand.id, entered_by_name: hand.name, entered_at: act.now, settled_at: act.now },
    })
    .execute();
  const subject = { kind: 'person', id: personId };
  const details = { unitId, day, place, reason, status: asked.status };
  await audit.record(act, { verb: 'people.admitted', unitId, subject, details });
}
