import type { FactOf } from '#lib/domain/facts/index.ts';
import type { Act } from '../platform/act.ts';
import { noteMistakes } from './noting.ts';
import { questionsOfVersions } from './queries.cards.ts';

/** What a check or test-out showed to be wrong comes into the book; it explains itself at once. */
export async function onCheckAnswered(act: Act, fact: FactOf<'checkAnswered'>): Promise<void> {
  const versionIds = fact.answers.map((answer) => answer.questionVersionId);
  if (versionIds.length === 0) return;
  const rows = await questionsOfVersions(act.db, versionIds).execute();
  const questionOf = new Map(rows.map((row) => [row.version_id, row.question_id]));
  const answers = fact.answers.flatMap(({ questionVersionId, isRight }) => {
    const questionId = questionOf.get(questionVersionId);
    return questionId ? [{ questionId, isRight }] : [];
  });
  await noteMistakes(act, { personId: fact.personId, source: 'check', answers });
}
