import type { FeedbackKind, FeedbackState } from '#lib/domain/feedback/kinds.ts';
import { contains, unitLabel, type Db } from '../db/index.ts';

/** What an office may see: everything below some units, and only problems with the system below others. */
export interface Reach {
  unitIds: readonly string[];
  problemUnitIds: readonly string[];
}

export interface FeedbackAsk extends Reach {
  /** Part of a name or of the text; empty for all. */
  q: string;
  kind: FeedbackKind | '';
  states: readonly FeedbackState[];
  /** Handled by this person alone; empty for everybody. */
  handlerId: string;
  sort: 'sentAt' | 'changedAt' | 'name';
  direction: 'asc' | 'desc';
}

/** Units at and below some, as the tree stands; of a closed unit where it stood last. */
function below(db: Db, unitIds: readonly string[]) {
  return db
    .selectFrom('unit_closure')
    .innerJoin('unit as lower', 'lower.id', 'unit_closure.unit_id')
    .select('unit_closure.unit_id')
    .where('unit_closure.ancestor_id', 'in', ['', ...unitIds])
    .where((or) =>
      or.or([
        or('unit_closure.valid_to', 'is', null),
        or('unit_closure.valid_to', '=', or.ref('lower.valid_to')),
      ]),
    );
}

function within(db: Db, { unitIds, problemUnitIds }: Reach) {
  return db
    .selectFrom('feedback')
    .where((or) =>
      or.or([
        or('feedback.unit_id', 'in', below(db, unitIds)),
        or.and([
          or('feedback.kind', '=', 'problem'),
          or('feedback.unit_id', 'in', below(db, problemUnitIds)),
        ]),
      ]),
    );
}

function matching(db: Db, asked: FeedbackAsk) {
  let found = within(db, asked)
    .innerJoin('person', 'person.id', 'feedback.person_id')
    .innerJoin('unit', 'unit.id', 'feedback.unit_id');
  if (asked.states.length > 0) found = found.where('feedback.status', 'in', asked.states);
  if (asked.kind !== '') found = found.where('feedback.kind', '=', asked.kind);
  if (asked.handlerId !== '') found = found.where('feedback.handler_id', '=', asked.handlerId);
  if (asked.q === '') return found;
  const { q } = asked;
  return found.where((or) => or.or([contains('person.name', q), contains('feedback.body', q)]));
}

const SORTED_BY = {
  sentAt: 'feedback.sent_at',
  changedAt: 'feedback.changed_at',
  name: 'person.name_key',
} as const;

/** A page of what lies within reach, with name, unit and file. */
export function feedbackPage(db: Db, asked: FeedbackAsk & { limit: number; offset: number }) {
  return matching(db, asked)
    .leftJoin('file', 'file.id', 'feedback.file_id')
    .selectAll('feedback')
    .select(['person.name as person_name', unitLabel.as('unit_name'), 'file.name as file_name'])
    .orderBy(SORTED_BY[asked.sort], asked.direction)
    .orderBy('feedback.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function feedbackCount(db: Db, asked: FeedbackAsk) {
  return matching(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** How much within reach waits for somebody who is not its sender. */
export function feedbackWaiting(db: Db, asked: Reach & { notOf: string }) {
  return within(db, asked)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('feedback.status', 'in', ['received', 'working'])
    .where('feedback.person_id', '!=', asked.notOf);
}

/** One piece with all that its page shows; of a question its code and its stem as it stands now. */
export function feedbackById(db: Db, id: string) {
  return db
    .selectFrom('feedback')
    .innerJoin('person', 'person.id', 'feedback.person_id')
    .innerJoin('unit', 'unit.id', 'feedback.unit_id')
    .leftJoin('file', 'file.id', 'feedback.file_id')
    .leftJoin('question', 'question.id', 'feedback.question_id')
    .selectAll('feedback')
    .select(['person.name as person_name', unitLabel.as('unit_name'), 'file.name as file_name'])
    .select('question.code as question_code')
    .where('feedback.id', '=', id);
}
