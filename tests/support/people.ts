import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { encrypt, keyedHash } from '#lib/server/platform/cipher.ts';
import { newId } from '#lib/server/platform/ids.ts';
import type { World } from './world.ts';

export interface OfficerWish {
  name: string;
  mobile?: string;
  /** A unit that stands already; a new one otherwise. */
  unitId?: string;
  parentId?: string;
}

/** A unit of its own, standing since 2020, below `parentId` when given. Rows only: no verb is tested by it. */
export async function standingUnit(world: World, name: string, parentId?: string): Promise<string> {
  const id = newId();
  const since = { valid_from: '2020-01-01', valid_to: null };
  await world.db
    .insertInto('unit')
    .values({ id, name, parent_id: parentId ?? null, sort_order: 1, ...since })
    .execute();
  const above = parentId
    ? await world.db.selectFrom('unit_closure').selectAll().where('unit_id', '=', parentId).execute()
    : [];
  const rows = above.map((row) => ({
    ancestor_id: row.ancestor_id,
    unit_id: id,
    depth: row.depth + 1,
    ...since,
  }));
  await world.db
    .insertInto('unit_closure')
    .values([{ ancestor_id: id, unit_id: id, depth: 0, ...since }, ...rows])
    .execute();
  return id;
}

/** A person with an open principal post in a unit. Rows only. */
export async function officer(
  world: World,
  wish: OfficerWish,
): Promise<{ personId: string; unitId: string }> {
  const unitId = wish.unitId ?? (await standingUnit(world, `${wish.name}的单位`, wish.parentId));
  const personId = newId();
  const mobile = wish.mobile ?? null;
  await world.db
    .insertInto('person')
    .values({
      id: personId,
      name: wish.name,
      pinyin: 'ceshi',
      pinyin_initials: 'cs',
      identity_cipher: null,
      identity_hash: null,
      identity_last4: null,
      mobile_cipher: mobile && encrypt(world.db, mobile),
      mobile_hash: mobile && keyedHash(world.db, 'mobile', mobile),
      mobile_last4: mobile && mobile.slice(-4),
      entered_on: null,
      political_status: null,
      party_branch: null,
      note: null,
      batch_id: null,
    })
    .execute();
  await world.db
    .insertInto('post')
    .values({
      id: newId(),
      person_id: personId,
      home_unit_id: unitId,
      work_unit_id: null,
      title: null,
      level_code: null,
      rank_code: null,
      staff_kind: null,
      is_principal: 1,
      counted_in: 'home',
      status: 'active',
      valid_from: shanghaiDay('2020-01-01T00:00:00.000Z'),
      valid_to: null,
      batch_id: null,
    })
    .execute();
  return { personId, unitId };
}
