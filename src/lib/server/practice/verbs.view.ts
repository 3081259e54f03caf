import { isInBook, wayOutText } from '#lib/domain/practice/book.ts';
import type { Rating } from '#lib/domain/practice/card.ts';
import type { QuestionType } from '#lib/domain/bank/question.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { explained, shownOptions, type Explained, type ShownOption } from './questions.explain.ts';
import { mistakesAbout } from './questions.book.ts';
import { itemAtOrThrow, itemsOfRun, runOrThrow, versionOrThrow } from './questions.runs.ts';
import { memoryBefore, type Item, type Run } from './rows.ts';
import { remembered } from './spacing.ts';

/** A question of a set: nothing of its key before it was answered. */
export interface SetItem {
  position: number;
  type: QuestionType;
  stem: string;
  options: ShownOption[];
  result:
    | (Explained & {
        /** When it comes again, by what the learner says of a right answer; a wrong one has `again` alone. */
        returns: Partial<Record<Rating, Day>>;
        rating: Rating;
        /** How it leaves the wrong-question book; null when it does not stand there. */
        wayOut: string | null;
      })
    | null;
}

export interface SetView {
  runId: string;
  title: string;
  today: Day;
  total: number;
  answered: number;
  right: number;
  isEnded: boolean;
  /** The question asked for, or the next one; null when all are answered or the set was left. */
  item: SetItem | null;
}

/** A set with one question: the answered one at `position`, else the next that is not answered. Changes nothing. */
export async function viewSet(act: Act, asked: { runId: string; position: number | null }): Promise<SetView> {
  const run = await runOrThrow(act, asked.runId, 'set');
  access.require(act, 'practice.run', run);
  const items = await itemsOfRun(act, run.id);
  const answered = items.filter((item) => item.answeredAt !== null);
  const next = run.endedAt === null ? items.find((item) => item.answeredAt === null) : undefined;
  const wanted = answered.find((item) => item.position === asked.position) ?? next;
  return {
    runId: run.id,
    title: run.title,
    today: shanghaiDay(act.now),
    total: items.length,
    answered: answered.length,
    right: answered.filter((item) => item.isRight).length,
    isEnded: run.endedAt !== null,
    item: wanted ? await setItemOf(act, run, wanted) : null,
  };
}

async function setItemOf(act: Act, run: Run, item: Item): Promise<SetItem> {
  const version = await versionOrThrow(act, item.questionVersionId);
  const shown = { position: item.position, type: version.type, stem: version.stem };
  const options = shownOptions(item, version);
  if (item.answeredAt === null) return { ...shown, options, result: null };
  const mistake = (await mistakesAbout(act, run.ownerId, [item.questionId])).get(item.questionId);
  const result = {
    ...(await explained(act, item, version)),
    returns: await returnsOf(act, run, item),
    rating: item.rating ?? 'again',
    wayOut: mistake && isInBook(mistake) ? wayOutText(mistake) : null,
  };
  return { ...shown, options, result };
}

async function returnsOf(act: Act, run: Run, item: Item): Promise<Partial<Record<Rating, Day>>> {
  const { memoryBefore: text } = await itemAtOrThrow(act, run.id, item.position);
  if (text === null || item.answeredAt === null) return {};
  const before = memoryBefore(text);
  const day = shanghaiDay(item.answeredAt);
  const dueAfter = (rating: Rating) => remembered(before, rating, day).dueOn;
  if (item.isRight !== true) return { again: dueAfter('again') };
  return { again: dueAfter('again'), hard: dueAfter('hard'), good: dueAfter('good') };
}
