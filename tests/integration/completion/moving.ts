import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { newId } from '#lib/server/platform/ids.ts';
import type { World } from '../../support/world.ts';

/** Ends the person's open post the day before and begins one elsewhere; classes stay behind. */
export async function move(world: World, personId: string, unitId: string, from: Day): Promise<void> {
  const [post] = await openPosts(world, personId);
  if (!post || post.valid_from >= from) return;
  await world.db
    .updateTable('post')
    .set({ valid_to: addDays(from, -1) })
    .where('id', '=', post.id)
    .execute();
  await world.db
    .insertInto('post')
    .values({ ...post, id: newId(), home_unit_id: unitId, valid_from: from, valid_to: null })
    .execute();
}

/** Hangs a unit below another from today on. */
export async function hang(world: World, unitId: string, parentId: string): Promise<void> {
  const today = shanghaiDay(world.now);
  const above = world.db.deleteFrom('unit_closure').where('unit_id', '=', unitId).where('depth', '>', 0);
  await above.where('valid_from', '=', today).execute();
  await world.db
    .updateTable('unit_closure')
    .set({ valid_to: addDays(today, -1) })
    .where('unit_id', '=', unitId)
    .where('depth', '>', 0)
    .where('valid_to', 'is', null)
    .execute();
  const parents = await world.db
    .selectFrom('unit_closure')
    .selectAll()
    .where('unit_id', '=', parentId)
    .where('valid_to', 'is', null)
    .execute();
  const rows = parents.map((row) => ({ ...row, unit_id: unitId, depth: row.depth + 1, valid_from: today }));
  await world.db.insertInto('unit_closure').values(rows).execute();
}

/** Posts of a person that have no end. */
export function openPosts(world: World, personId: string) {
  return world.db
    .selectFrom('post')
    .selectAll()
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .execute();
}
