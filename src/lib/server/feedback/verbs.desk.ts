import { feedbackKinds, feedbackStates } from '#lib/domain/feedback/kinds.ts';
import { mayStep } from '#lib/domain/feedback/steps.ts';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { watermarkOf } from '../platform/watermark.ts';
import {
  feedbackById,
  feedbackCount,
  feedbackPage,
  feedbackWaiting,
  type FeedbackAsk,
  type Reach,
} from './queries.desk.ts';
import { colleaguesFor, type Colleague } from './questions.handing.ts';
import { repliesOf } from './queries.ts';
import { feedbackOfRow, replyOf, type Feedback, type Reply } from './rows.ts';
import { mayAnswer, thingOfFeedback } from './verbs.steps.ts';

export interface FeedbackLine extends Feedback {
  personName: string;
  unitName: string;
}

export type FeedbackFilter = Omit<FeedbackAsk, keyof Reach | 'handlerId'> & {
  /** Only what the actor has taken up himself. */
  mine: boolean;
};

function reachOf(act: Act): Reach {
  return {
    unitIds: access.unitsHeld(act, ['coordinator']),
    problemUnitIds: access.unitsHeld(act, ['systemAdministrator']),
  };
}

async function linesOf(
  act: Act,
  { mine, ...asked }: FeedbackFilter,
  window: { limit: number; offset: number },
): Promise<{ lines: FeedbackLine[]; total: number }> {
  const within = { ...asked, ...reachOf(act), handlerId: mine ? signatureOf(act).id : '' };
  const rows = await feedbackPage(act.db, { ...within, ...window }).execute();
  const { total } = await feedbackCount(act.db, within).executeTakeFirstOrThrow();
  const lines = rows.map((row) => ({
    ...feedbackOfRow(row),
    ...{ personName: row.person_name, unitName: row.unit_name },
  }));
  return { lines, total: Number(total) };
}

/** A page of what was sent to the offices within the actor's reach. */
export async function listFeedback(
  act: Act,
  asked: FeedbackFilter & { page: number; pageSize: number },
): Promise<{ lines: FeedbackLine[]; total: number }> {
  access.require(act, 'feedback.list');
  const { page, pageSize, ...filter } = asked;
  return linesOf(act, filter, { limit: pageSize, offset: (page - 1) * pageSize });
}

/** How much within the actor's reach waits for an answer; what he sent himself waits for another. */
export async function countWaitingFeedback(act: Act): Promise<number> {
  access.require(act, 'feedback.list');
  const asked = { ...reachOf(act), notOf: signatureOf(act).id };
  const [waiting] = await askFixed(act.db, feedbackWaiting, asked);
  return Number(waiting?.total ?? 0);
}

/** So many lines go into one workbook. */
const MOST_LINES = 5000;

/** Parameters of one statement stay below the engines' limits. */
const PORTION = 500;

async function lastAnswers(act: Act, ids: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (let at = 0; at < ids.length; at += PORTION) {
    const rows = await repliesOf(act.db, ids.slice(at, at + PORTION)).execute();
    for (const row of rows) if (row.is_office === 1) answers.set(row.feedback_id, row.body);
  }
  return answers;
}

const HEADINGS = ['类别', '姓名', '单位', '内容', '页面', '提出时间', '状态', '办理人', '最近的答复'];

/** What a list shows, all pages, with the last answer of each, as a workbook; logged. */
export async function exportFeedback(
  act: Act,
  asked: FeedbackFilter,
): Promise<{ name: string; bytes: Uint8Array }> {
  access.require(act, 'feedback.list');
  const { lines } = await linesOf(act, asked, { limit: MOST_LINES, offset: 0 });
  const ids = lines.map((line) => line.id);
  const answers = await lastAnswers(act, ids);
  await inTransaction(act, (own) =>
    audit.record(own, { verb: 'feedback.exported', details: { ...asked, lines: lines.length } }),
  );
  const rows = lines.map((line) => [
    ...[feedbackKinds[line.kind], line.personName, line.unitName, line.body, line.page],
    ...[shanghaiClock(line.sentAt), feedbackStates[line.status], line.handlerName ?? ''],
    answers.get(line.id) ?? '',
  ]);
  const columns = HEADINGS.map((heading) => ({ heading, width: 18 }));
  const sheets = [{ name: '意见建议', columns, rows }];
  return {
    name: '意见建议.xlsx',
    bytes: await makeWorkbook({ mark: watermarkOf(act, '办理意见建议'), sheets }),
  };
}

export interface FeedbackView extends FeedbackLine {
  replies: Reply[];
  /** The question that is said to be wrong, as the bank knows it. */
  question: { id: string; code: string } | null;
  /** What its sender attached is the coordinators' to open. */
  mayReadFile: boolean;
  /** Who handed it to its handler and why; null when nobody did. */
  handed: { by: string; note: string } | null;
  /** To whom it may be handed; empty when it may not. */
  colleagues: Colleague[];
  mayTake: boolean;
  mayAnswer: boolean;
  mayClose: boolean;
}

/** A piece with what was said to it, for its sender and his office. */
export async function viewFeedback(act: Act, id: string): Promise<FeedbackView> {
  const thing = await thingOfFeedback(act, id);
  access.require(act, thing.kind === 'problem' ? 'feedback.readProblem' : 'feedback.read', thing);
  const row = await feedbackById(act.db, id).executeTakeFirstOrThrow();
  const feedback = feedbackOfRow(row);
  const isOwn = row.person_id === signatureOf(act).id;
  const mayHandle = !isOwn && access.can(act, mayAnswer(feedback.kind), { unitPath: thing.unitPath ?? [] });
  const mayHand = mayHandle && mayStep('hand', feedback.status);
  const passed = { by: row.handed_by ?? '', note: row.handed_note ?? '' };
  return {
    ...feedback,
    ...{ personName: row.person_name, unitName: row.unit_name },
    handed: row.handed_by === null ? null : passed,
    colleagues: mayHand ? await colleaguesFor(act, { thing, handlerId: row.handler_id }) : [],
    replies: (await repliesOf(act.db, [id]).execute()).map(replyOf),
    question: row.question_id === null ? null : { id: row.question_id, code: row.question_code ?? '' },
    mayReadFile: access.can(act, 'file.read', thing),
    mayTake: mayHandle && mayStep('take', feedback.status),
    mayAnswer: mayHandle && mayStep('answer', feedback.status),
    mayClose: mayHandle && mayStep('close', feedback.status),
  };
}
