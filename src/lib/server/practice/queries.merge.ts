import type { Db } from '../db/index.ts';

export interface Merged {
  keptId: string;
  goneId: string;
}

/** Cards of the gone record for questions of which the kept one has none. */
export function cardsToMove(db: Db, { keptId, goneId }: Merged) {
  return db
    .selectFrom('practice_card as card')
    .select('card.id')
    .where('card.person_id', '=', goneId)
    .where('card.question_id', 'not in', (own) =>
      own.selectFrom('practice_card').select('question_id').where('person_id', '=', keptId),
    )
    .orderBy('card.id');
}

/** Lines of the gone record's book for questions that do not stand in the kept one's. */
export function mistakesToMove(db: Db, { keptId, goneId }: Merged) {
  return db
    .selectFrom('practice_mistake as mistake')
    .select('mistake.id')
    .where('mistake.person_id', '=', goneId)
    .where('mistake.question_id', 'not in', (own) =>
      own.selectFrom('practice_mistake').select('question_id').where('person_id', '=', keptId),
    )
    .orderBy('mistake.id');
}

export function runsToMove(db: Db, { goneId }: Merged) {
  return db.selectFrom('practice_run').select('id').where('person_id', '=', goneId).orderBy('id');
}

interface Giving {
  ids: readonly string[];
  personId: string;
}

export function giveCards(db: Db, { ids, personId }: Giving) {
  return db.updateTable('practice_card').set({ person_id: personId }).where('id', 'in', ids);
}

export function giveMistakes(db: Db, { ids, personId }: Giving) {
  return db.updateTable('practice_mistake').set({ person_id: personId }).where('id', 'in', ids);
}

export function giveRuns(db: Db, { ids, personId }: Giving) {
  return db.updateTable('practice_run').set({ person_id: personId }).where('id', 'in', ids);
}
