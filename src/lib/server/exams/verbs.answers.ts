import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiClock, type Instant } from '#lib/domain/shared/time.ts';
import { remainingSeconds } from '#lib/domain/exams/deadline.ts';
import { writeValue } from '#lib/domain/exams/value.ts';
import { lastOfEach, writeRefusal, type WriteRefusal } from '#lib/domain/exams/writing.ts';
import * as access from '../access/index.ts';
import { asOfOneMoment, askFixed, groupOf, writeFixed, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as queries from './queries.answers.ts';
import type { AnswerSave } from './queries.answers.ts';
import { answeringOf, type Answering } from './rows.ts';

export interface AnswersInput {
  attemptId: string;
  /** Number of the page that writes, as `takeOver` gave it. */
  writer: number;
  answers: { itemId: string; revision: number; chosen: string[] }[];
}

/** What became of one answer. `stale`: a newer revision was there before, and stays. */
export interface SavedAnswer {
  itemId: string;
  revision: number;
  outcome: 'saved' | 'stale';
  /** When the answer that is now stored was received. */
  savedAt: Instant;
}

export interface SaveReply {
  serverTime: Instant;
  deadline: Instant;
  remainingSeconds: number;
  answers: SavedAnswer[];
}

type Outcome = { kind: 'saved' | 'stale'; savedAt: Instant } | { kind: 'refused' };

const ANSWERS = Symbol('answers');

/**
 * Saves answers; resolves when they are durable. Writes nothing but answers: several saves of one turn of the event
 * loop share a transaction. `conflict` with `details.reason` ended | late | takenOver when the page may not write,
 * `invalid` for an option that is not of the item.
 */
export async function saveAnswers(act: Act, input: AnswersInput): Promise<SaveReply> {
  const sheet = await answeringOrThrow(act.db, input);
  access.require(act, 'attempt.answer', { ownerId: sheet.personId, unitPath: [] });
  refuse(sheet, input.writer, act.now);
  const group = groupOf(act.db, ANSWERS, writeTogether);
  const saves = input.answers.map((answer) => saveOf(act, input, sheet, answer));
  const outcomes = await Promise.all(saves.map((save) => group.add(save)));
  if (outcomes.some((outcome) => outcome.kind === 'refused')) await refuseAgain(act, input);
  return {
    serverTime: act.now,
    deadline: sheet.deadline,
    remainingSeconds: remainingSeconds(sheet.deadline, act.now),
    answers: saves.map((save, index) => savedAnswer(save, outcomes[index] as Outcome)),
  };
}

async function answeringOrThrow(db: Db, input: AnswersInput): Promise<Answering> {
  const itemIds = input.answers.map((answer) => answer.itemId);
  const rows = await askFixed(db, queries.answering, input.attemptId, itemIds);
  const sheet = answeringOf(rows);
  if (!sheet) throw new DomainError('notFound', '没有找到这次作答。');
  return sheet;
}

function saveOf(
  act: Act,
  input: AnswersInput,
  sheet: Answering,
  answer: AnswersInput['answers'][number],
): AnswerSave {
  const item = sheet.items.get(answer.itemId);
  if (!item) throw new DomainError('invalid', '这道题不在本次试卷中，请刷新页面后重新作答。');
  return {
    attemptId: input.attemptId,
    itemId: answer.itemId,
    revision: answer.revision,
    value: writeValue(item, answer.chosen),
    writer: input.writer,
    savedAt: act.now,
  };
}

/** Writes a group; every save learns what became of it from what is stored. */
async function writeTogether(db: Db, saves: AnswerSave[]): Promise<Outcome[]> {
  const last = lastOfEach(saves);
  const written = await asOfOneMoment(db, (db) => writeFixed(db, queries.upsertAnswers, filledUp(last)));
  if (written === saves.length) {
    return saves.map((save) => ({ kind: 'saved', savedAt: save.savedAt }));
  }
  const stored = await queries.storedAnswers(db, last).execute();
  const byKey = new Map(stored.map((row) => [`${row.attempt_id} ${row.item_id}`, row]));
  return saves.map((save): Outcome => {
    const row = byKey.get(`${save.attemptId} ${save.itemId}`);
    if (!row || row.revision < save.revision) return { kind: 'refused' };
    const isSame = row.revision === save.revision && row.value === save.value;
    return { kind: isSame ? 'saved' : 'stale', savedAt: row.saved_at };
  });
}

/** Lengths in which groups are written: few, so that the statements of all of them stay compiled. */
const LENGTHS = [1, 2, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 400];
const NOTHING = { attemptId: null, itemId: null, revision: null, value: null, writer: null, savedAt: null };

/** The group followed by rows that name no attempt, and so write nothing, up to one of the lengths. */
function filledUp(saves: readonly AnswerSave[]): (AnswerSave | typeof NOTHING)[] {
  const length = LENGTHS.find((one) => one >= saves.length) ?? saves.length;
  return [...saves, ...Array.from({ length: length - saves.length }, () => NOTHING)];
}

function savedAnswer(save: AnswerSave, outcome: Outcome): SavedAnswer {
  const { itemId, revision } = save;
  if (outcome.kind === 'refused') throw new Error(`answer ${itemId} was refused without a reason`);
  return { itemId, revision, outcome: outcome.kind, savedAt: outcome.savedAt };
}

/** Between the look and the write the attempt changed: the same question, asked again, has its answer. */
async function refuseAgain(act: Act, input: AnswersInput): Promise<void> {
  const sheet = await answeringOrThrow(act.db, input);
  refuse(sheet, input.writer, act.now);
}

const SENTENCE: Record<WriteRefusal, (deadline: Instant) => string> = {
  ended: () => '本次作答已经交卷或收卷，答案不能再改动。',
  late: (deadline) => `答题时间已于 ${shanghaiClock(deadline)} 结束，这次改动没有保存。`,
  takenOver: () => '您已在另一个页面或设备上继续作答，本页不能再保存。',
};

function refuse(sheet: Answering, writer: number, now: Instant): void {
  const reason = writeRefusal(sheet, writer, now);
  if (reason === null) return;
  throw new DomainError('conflict', SENTENCE[reason](sheet.deadline), {
    details: { reason, deadline: sheet.deadline, serverTime: now },
  });
}
