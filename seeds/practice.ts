import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import * as practice from '#lib/server/practice/index.ts';
import type { Someone, Story } from './words.ts';

/** A question that is practised, with the letters of its options that are right and those that are wrong. */
interface Practised {
  position: number;
  right: string[];
  wrong: string[];
}

async function practisedOf(story: Story, runId: string): Promise<Practised[]> {
  const rows = await story.db
    .selectFrom('practice_item')
    .innerJoin('question_version', 'question_version.id', 'practice_item.version_id')
    .select(['position', 'practice_item.options', 'answer_key'])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute();
  return rows.map(({ position, options, answer_key: key }) => {
    const { options: ids } = JSON.parse(options) as { options: string[] };
    const letters = (isRight: boolean) =>
      ids.flatMap((id, place) => (key.includes(id) === isRight ? ['ABCDEF'.charAt(place)] : []));
    return { position, right: letters(true), wrong: letters(false) };
  });
}

/** What somebody who errs chooses; where every option is right he leaves one out. */
const erring = ({ right, wrong }: Practised) => (wrong.length > 0 ? wrong.slice(0, 1) : right.slice(1));

interface Practising {
  from: Instant;
  /** Seconds that a question takes. */
  pace: number;
  /** Whether the next question is answered wrong. */
  errs: () => boolean;
}

/** Practises a set from all topics, a question after another. */
export async function practiseSet(story: Story, who: Someone, wish: Practising): Promise<void> {
  const scope = { topicId: null, lawTitle: null, fromBook: false };
  const runId = await practice.beginSet(story.as(who, wish.from), scope);
  for (const [index, item] of (await practisedOf(story, runId)).entries()) {
    const act = story.as(who, addSeconds(wish.from, (index + 1) * wish.pace));
    const letters = wish.errs() ? erring(item) : item.right;
    await practice.answerItem(act, { runId, position: item.position, letters });
  }
}

/** Takes a mock exam on the usual blueprint and hands it in. */
export async function sitMock(story: Story, who: Someone, wish: Practising): Promise<void> {
  const runId = await practice.beginMock(story.as(who, wish.from), { examId: null });
  const items = await practisedOf(story, runId);
  for (const [index, item] of items.entries()) {
    const act = story.as(who, addSeconds(wish.from, (index + 1) * wish.pace));
    const letters = wish.errs() ? erring(item) : item.right;
    await practice.keepAnswer(act, { runId, position: item.position, letters });
  }
  await practice.handIn(story.as(who, addSeconds(wish.from, (items.length + 1) * wish.pace)), runId);
}
