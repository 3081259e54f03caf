import { classOn, type Db } from '../db/index.ts';
import { matching, type ListAsk } from './queries.list.ts';

export interface ExportAsk extends Pick<ListAsk, 'unitIds' | 'day' | 'q'> {
  limit: number;
  offset: number;
}

/** People whom a list shows, with all that a roster says of them; secrets by their last four digits only. */
export function exportedPeople(db: Db, { limit, offset, ...asked }: ExportAsk) {
  return matching(db, asked)
    .select(['person.name', 'person.identity_last4', 'person.mobile_last4', 'person.entered_on'])
    .select(['person.political_status', 'person.party_branch', 'person.note'])
    .select(['post.id as post_id', 'post.home_unit_id', 'post.work_unit_id', 'post.title'])
    .select(['post.level_code', 'post.rank_code', 'post.staff_kind', 'post.status'])
    .orderBy('unit.name')
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(limit)
    .offset(offset);
}

/** Classes that these posts bear on a day. */
export function classesOn(db: Db, { postIds, day }: { postIds: readonly string[]; day: string }) {
  return db
    .selectFrom('post_class')
    .select(['post_id', 'class_code'])
    .where('post_id', 'in', postIds)
    .where(classOn(day));
}

/** Posts of one question for classes; engines bound the number of parameters. */
const ASKED = 500;

/** A portion of the people whom a list shows, with their classes; for a reading thread. */
export async function exportPortion(db: Db, asked: ExportAsk) {
  const people = await exportedPeople(db, asked).execute();
  const classes: { post_id: string; class_code: string }[] = [];
  for (let at = 0; at < people.length; at += ASKED) {
    const postIds = people.slice(at, at + ASKED).map((one) => one.post_id);
    classes.push(...(await classesOn(db, { postIds, day: asked.day }).execute()));
  }
  return { people, classes };
}

export type ExportPortion = Awaited<ReturnType<typeof exportPortion>>;
