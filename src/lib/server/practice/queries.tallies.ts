import type { Db } from '../db/index.ts';

export interface TallyAsk {
  personId: string;
  day: string;
  /** Versions that may not be asked. */
  without: readonly string[];
}

/**
 * Published questions of the pool by the audience as it is written: how many there are, how many a person has a card
 * of, and how many he is to repeat on a day, as `dueQuestions` has it.
 */
function counted(db: Db, { personId, day, without }: TallyAsk) {
  return db
    .selectFrom('question')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .leftJoin('practice_card as card', (join) =>
      join.onRef('card.question_id', '=', 'question.id').on('card.person_id', '=', personId),
    )
    .where('question.pool', '=', 'practice')
    .where('question.status', '=', 'published')
    .where('version.status', '=', 'published')
    .where((or) => or.or([or('question.valid_until', 'is', null), or('question.valid_until', '>=', day)]))
    .$if(without.length > 0, (query) => query.where('version.id', 'not in', without))
    .select((of) => {
      const isDue = of.or([of('card.due_on', '<=', day), of('card.version_id', '!=', of.ref('version.id'))]);
      const due = of.case().when(isDue).then(of.ref('version.id')).end();
      return [
        'question.audience',
        of.fn.count<number>('version.id').distinct().as('questions'),
        of.fn.count<number>('card.id').distinct().as('known'),
        of.fn.count<number>(due).distinct().as('due'),
      ];
    })
    .groupBy('question.audience');
}

export function talliesByTopic(db: Db, asked: TallyAsk) {
  return counted(db, asked).select('question.topic_id as key').groupBy('question.topic_id');
}

/** A question counts once under each law that it cites, however many articles. */
export function talliesByLaw(db: Db, asked: TallyAsk) {
  return counted(db, asked)
    .innerJoin('question_law as law', 'law.question_version_id', 'version.id')
    .select('law.statute_title as key')
    .groupBy('law.statute_title');
}
