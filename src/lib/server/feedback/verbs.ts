import { LONGEST_TEXT, MOST_A_DAY, pageOf, type FeedbackKind } from '#lib/domain/feedback/kinds.ts';
import type { About } from '#lib/domain/feedback/about.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, startOfDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction } from '../db/index.ts';
import * as files from '../files/index.ts';
import * as people from '../people/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { feedbackOf, insertFeedback, newAnswers, repliesOf, sentSince } from './queries.ts';
import { questionAbout } from './questions.ts';
import { feedbackOfRow, replyOf, type Feedback, type Reply } from './rows.ts';

export interface NewFeedback {
  kind: FeedbackKind;
  body: string;
  /** Address of the page it is sent from; what was searched for there is not kept. */
  page: string;
  /** With kind `question`: where the person saw it explained. */
  about: About | null;
  /** A picture of the screen or a document. */
  file: { name: string; bytes: Uint8Array } | null;
}

/** More than a day allows, or the same once more. */
async function refuseTooMany(act: Act, wanted: { personId: string; body: string; page: string }) {
  const since = startOfDay(shanghaiDay(act.now));
  const sent = await sentSince(act.db, { personId: wanted.personId, since }).execute();
  if (sent.some((one) => one.body === wanted.body && one.page === wanted.page))
    throw new DomainError('conflict', '这条内容今天已经收到，办理情况在下面的列表中。');
  if (sent.length >= MOST_A_DAY)
    throw new DomainError(
      'tooMany',
      `今天已经提了 ${MOST_A_DAY} 条，请明天再提；着急的事请直接联系本单位培训管理员。`,
    );
}

/** His unit and all above; of who holds no post the top of the tree, so that somebody answers. */
async function officeOf(act: Act, personId: string): Promise<string[]> {
  const own = await people.unitPathOf(act, personId);
  if (own.length > 0) return own;
  return [...((await access.thingOfInstallation(act.db)).unitPath ?? [])];
}

/**
 * Sends a question, suggestion or report of an error to the office of one's unit (国办函〔2026〕12号).
 * Throws `invalid` with the field, `conflict` for the same twice, `tooMany` beyond what a day allows.
 */
export async function sendFeedback(act: Act, wanted: NewFeedback): Promise<{ id: string }> {
  access.require(act, 'feedback.send');
  const { personId } = personOf(act);
  const [body, page] = [wanted.body.trim(), pageOf(wanted.page)];
  if (body === '' || body.length > LONGEST_TEXT) {
    const sentence = body === '' ? '请写明您的意见或遇到的问题。' : `请不超过 ${LONGEST_TEXT} 个字。`;
    throw new DomainError('invalid', sentence, { fields: { body: sentence } });
  }
  const sending = { personId, body, page };
  await refuseTooMany(act, sending);
  const question = wanted.about && (await questionAbout(act, wanted.about));
  const unitPath = await officeOf(act, personId);
  const unitId = unitPath[0];
  if (unitId === undefined) throw new DomainError('conflict', '系统还没有建立单位，暂时不能提交。');
  const file = wanted.file && (await files.store(act, { unitPath, ownerId: personId, ...wanted.file }));
  const id = newId();
  await inTransaction(act, async (own) => {
    await refuseTooMany(own, sending);
    await insertFeedback(own.db, {
      ...{ id, person_id: personId, unit_id: unitId, kind: wanted.kind, body, page },
      ...{ question_id: question?.questionId ?? null, file_id: file?.id ?? null },
      ...{ status: 'received', sent_at: act.now, changed_at: act.now },
      ...{ handler_id: null, handler_name: null, seen_at: null },
    }).execute();
    await audit.record(own, {
      verb: 'feedback.sent',
      unitId,
      subject: { kind: 'feedback', id },
      details: { kind: wanted.kind, page, questionId: question?.questionId ?? null },
    });
  });
  return { id };
}

/** The stem of the question that an address names, to be shown beside the form; null when none may be shown. */
export async function readAbout(act: Act, about: About | null): Promise<string | null> {
  access.require(act, 'feedback.send');
  return about && ((await questionAbout(act, about))?.stem ?? null);
}

export interface OwnFeedback extends Feedback {
  replies: Reply[];
}

/** So many pieces the page of one's own shows. */
const MOST_SHOWN = 100;

/** The signed-in person's own pieces with the answers, the latest first. */
export async function myFeedback(act: Act): Promise<OwnFeedback[]> {
  access.require(act, 'feedback.send');
  const { personId } = personOf(act);
  const rows = await feedbackOf(act.db, { personId, limit: MOST_SHOWN }).execute();
  const ids = rows.map((row) => row.id);
  const replies = ids.length === 0 ? [] : await repliesOf(act.db, ids).execute();
  return rows.map((row) => ({
    ...feedbackOfRow(row),
    replies: replies.filter((one) => one.feedback_id === row.id).map(replyOf),
  }));
}

/** How many answers the signed-in person has not taken note of. */
export async function countNewAnswers(act: Act): Promise<number> {
  access.require(act, 'feedback.send');
  const [news] = await askFixed(act.db, newAnswers, personOf(act).personId);
  return Number(news?.total ?? 0);
}
