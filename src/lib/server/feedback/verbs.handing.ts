import { LONGEST_NOTE } from '#lib/domain/feedback/kinds.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { standOf } from './queries.ts';
import { colleaguesFor } from './questions.handing.ts';
import { mayAnswer, refuseOwn, stepOn, thingOfFeedback } from './verbs.steps.ts';

export type { Colleague } from './questions.handing.ts';

/**
 * Hands what is not answered yet to another of the office or of one above it, who sees why; the sender sees who has it
 * now. Answers that person's name. Throws `invalid` for somebody who may not answer it or without a reason, `conflict`
 * once it is answered.
 */
export async function handFeedback(
  act: Act,
  asked: { id: string; personId: string; note: string },
): Promise<string> {
  const thing = await thingOfFeedback(act, asked.id);
  access.require(act, mayAnswer(thing.kind), { unitPath: thing.unitPath ?? [] });
  refuseOwn(act, thing);
  const note = noteOrThrow(asked.note);
  return inTransaction(act, async (own) => {
    const { handler_id: handlerId } = await standOf(own.db, asked.id).executeTakeFirstOrThrow();
    const colleagues = await colleaguesFor(own, { thing, handlerId });
    const to = colleagues.find((one) => one.personId === asked.personId);
    if (!to) {
      const said = '只能转交给能办理这条意见的另一位管理员，请重新选择。';
      throw new DomainError('invalid', said, { fields: { personId: said } });
    }
    const handing = { to: { id: to.personId, name: to.name }, note };
    await stepOn(own, { id: asked.id, thing, step: 'hand', body: null, isOffice: true, handing });
    return to.name;
  });
}

function noteOrThrow(text: string): string {
  const note = text.trim();
  if (note !== '' && note.length <= LONGEST_NOTE) return note;
  const said = note === '' ? '请写明为什么转交。' : `请不超过 ${LONGEST_NOTE} 个字。`;
  throw new DomainError('invalid', said, { fields: { note: said } });
}
