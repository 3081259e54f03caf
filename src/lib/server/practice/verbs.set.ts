import { ratingOf, type Rating } from '#lib/domain/practice/card.ts';
import { dealt, SET_SIZE, type Scope } from '#lib/domain/practice/run.ts';
import { isMistakeSource, type MistakeSource } from '#lib/domain/practice/book.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { seededRng, shuffle } from '#lib/domain/shared/rng.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { isRight, optionsOf } from '#lib/domain/study/check.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { keepCard, note, noteLuck } from './noting.ts';
import { cardsOfQuestions, topicNames } from './queries.cards.ts';
import * as queries from './queries.runs.ts';
import { citing, isLineOf, linesOf } from './questions.book.ts';
import { drawnFromPool } from './questions.drawn.ts';
import { itemAtOrThrow, runOrThrow, versionOrThrow } from './questions.runs.ts';
import { cardOf, memoryBefore, memoryText, newItemRow, noMock } from './rows.ts';

export interface SetWish extends Scope {
  /** Only what stands in the wrong-question book. */
  fromBook: boolean;
  /** Of the book: only what was answered wrong there. */
  source?: string;
}

interface Chosen {
  questionId: string;
  versionId: string;
}

/**
 * Begins a set of up to ten questions; one left open before is ended. Answers its id; `conflict` where there is
 * nothing to practise.
 */
export async function beginSet(act: Act, wish: SetWish): Promise<string> {
  access.require(act, 'practice.begin');
  const { personId } = personOf(act);
  const id = newId();
  const chosen = wish.fromBook
    ? await fromBook(act, wish, id)
    : await drawnFromPool(act, personId, { scope: wish, seed: id });
  if (chosen.length === 0)
    throw new DomainError('conflict', '这里现在没有可以练习的题，请换一个专题或法规。');
  const versions = await bank.versions(
    act.db,
    chosen.map((one) => one.versionId),
  );
  const byId = new Map(versions.map((version) => [version.id, version]));
  const rng = seededRng(`${id}/options`);
  const items = chosen.flatMap((one, index) => {
    const version = byId.get(one.versionId);
    const fixed = { position: index + 1, questionId: one.questionId, pointsHundredths: 0 };
    return version ? [newItemRow(id, { ...dealt(version, rng), ...fixed })] : [];
  });
  const title = await titleOf(act, wish);
  await inTransaction(act, async (own) => {
    await queries.endOpenRuns(own.db, { personId, kind: 'set', at: own.now }).execute();
    const run = { id, person_id: personId, kind: 'set', title, started_at: own.now, ended_at: null };
    await queries.insertRun(own.db, { ...run, ...noMock }).execute();
    await queries.insertItems(own.db, items).execute();
  });
  return id;
}

async function fromBook(act: Act, wish: SetWish, seed: string): Promise<Chosen[]> {
  const source = isMistakeSource(wish.source ?? '') ? (wish.source as MistakeSource) : null;
  const lines = (await linesOf(act, personOf(act).personId)).filter((one) => isLineOf(one, wish, source));
  const chosen = wish.lawTitle === null ? lines : await citing(act, lines, wish.lawTitle);
  return shuffle(chosen, seededRng(seed)).slice(0, SET_SIZE);
}

async function titleOf(act: Act, { topicId, lawTitle, fromBook }: SetWish): Promise<string> {
  const topics = topicId === null ? [] : await topicNames(act.db).execute();
  const topic = topics.find((one) => one.id === topicId)?.name;
  const scope = [...(topic ? [topic] : []), ...(lawTitle === null ? [] : [`《${lawTitle}》`])].join('，');
  if (fromBook) return scope === '' ? '错题本' : `错题本：${scope}`;
  return scope === '' ? '全部题目' : scope;
}

export interface SetAnswer {
  runId: string;
  position: number;
  letters: string[];
}

/**
 * Answers a question of a set, once: it explains itself then, its card is moved and the book is kept. A right answer
 * counts as known until `rateAnswer` says otherwise.
 */
export async function answerItem(act: Act, input: SetAnswer): Promise<{ isRight: boolean }> {
  const run = await runOrThrow(act, input.runId, 'set');
  access.require(act, 'practice.run', run);
  if (run.endedAt !== null) throw new DomainError('conflict', '这组练习已经结束，请回到练习页重新开始。');
  const item = await itemAtOrThrow(act, run.id, input.position);
  const version = await versionOrThrow(act, item.questionVersionId);
  const chosen = optionsOf(item, input.letters);
  if (chosen.length === 0) throw new DomainError('invalid', '请先选择答案，再提交。');
  const right = isRight(version, chosen);
  const rating = ratingOf(right, 'good');
  const answer = { questionId: item.questionId, versionId: version.id, isRight: right, rating };
  await inTransaction(act, async (own) => {
    const asked = { personId: run.ownerId, source: 'practice' as const, answers: [answer] };
    const before = await note(own, asked);
    const { numUpdatedRows } = await queries
      .answerItem(
        own.db,
        { runId: run.id, position: item.position },
        {
          ...{ chosen: chosen.join(''), is_right: right ? 1 : 0, answered_at: own.now, rating },
          memory_before: memoryText(before.get(item.questionId) ?? null),
        },
      )
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new DomainError('conflict', '这道题已经答过，请看解析后继续。');
    const items = await queries.itemsOf(own.db, run.id).execute();
    if (items.every((one) => one.answered_at !== null))
      await queries.changeOpenRun(own.db, run.id, { ended_at: own.now }).execute();
  });
  return { isRight: right };
}

/**
 * The learner's own word about a right answer: shaky, or luck. It replaces what the answer did to the card, as long as
 * the question was not answered again; a wrong answer stays wrong whatever is said.
 */
export async function rateAnswer(
  act: Act,
  input: { runId: string; position: number; wish: Rating },
): Promise<void> {
  const run = await runOrThrow(act, input.runId, 'set');
  access.require(act, 'practice.run', run);
  const item = await itemAtOrThrow(act, run.id, input.position);
  if (item.isRight !== true || item.memoryBefore === null || item.rating === input.wish) return;
  const before = memoryBefore(item.memoryBefore);
  await inTransaction(act, async (own) => {
    const row = await cardsOfQuestions(own.db, run.ownerId, [item.questionId]).executeTakeFirst();
    const isLast = row !== undefined && cardOf(row).reviews === (before?.reviews ?? 0) + 1;
    if (!isLast || shanghaiDay(item.answeredAt ?? '') !== shanghaiDay(own.now)) return;
    const { questionId, questionVersionId: versionId } = item;
    await keepCard(own, run.ownerId, { questionId, versionId, rating: input.wish }, before);
    if (input.wish === 'again') await noteLuck(own, run.ownerId, questionId);
    const place = { runId: run.id, position: item.position };
    await queries.changeItem(own.db, place, { rating: input.wish }).execute();
  });
}
