import type { Day } from '#lib/domain/shared/time.ts';
import { activePerson, activePost, classOn, postOn, type Db } from '../db/index.ts';

/** People whom these keys name, with the principal post of the day. Neither list may be empty; '' names nobody. */
export function knownByKeys(
  db: Db,
  asked: { identityHashes: readonly string[]; mobileHashes: readonly string[]; day: Day },
) {
  return db
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_id', '=', 'person.id')
        .on('post.is_principal', '=', 1)
        .on(postOn(asked.day))
        .on(activePost),
    )
    .select([
      'person.id',
      'person.name',
      'person.identity_hash',
      'person.mobile_hash',
      'person.entered_on',
      'person.political_status',
      'person.party_branch',
      'person.note',
      'post.id as post_id',
      'post.home_unit_id',
      'post.work_unit_id',
      'post.title',
      'post.level_code',
      'post.rank_code',
      'post.staff_kind',
      'post.status',
    ])
    .select((column) =>
      column
        .selectFrom('post as later')
        .select((sub) => sub.fn.min('later.valid_from').as('first'))
        .whereRef('later.person_id', '=', 'person.id')
        .where('later.is_principal', '=', 1)
        .where('later.valid_from', '>', asked.day)
        .as('next_from'),
    )
    .where(activePerson)
    .where((or) =>
      or.or([
        or('person.identity_hash', 'in', asked.identityHashes),
        or('person.mobile_hash', 'in', asked.mobileHashes),
      ]),
    );
}

export function classesHeld(db: Db, postIds: readonly string[], day: Day) {
  return db
    .selectFrom('post_class')
    .select(['post_id', 'class_code'])
    .where('post_id', 'in', postIds)
    .where(classOn(day));
}
