import { writeOptions } from '#lib/domain/bank/content.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as practice from '#lib/server/practice/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { officer, standingUnit } from './people.ts';
import { isRight } from './rightTexts.ts';
import { monday, type World } from './world.ts';

/** Words that stand only in explanations: none may reach a browser before its answer. */
export const SECRET = '练习解析里的秘密';

export interface PracticeQuestion {
  code: string;
  topicId: string;
  type?: KeyedType;
  pool?: string;
  audience?: string;
  validUntil?: string;
  status?: string;
  /** Day of the version of the 行政处罚法 whose first article it cites. */
  cites?: string;
}

const keys = { single: 'B', multiple: 'ABD', judgement: 'T' };
type KeyedType = keyof typeof keys;

export async function topic(world: World, name: string): Promise<string> {
  const id = newId();
  await world.db.insertInto('topic').values({ id, name }).execute();
  return id;
}

/** A question whose right options are B, ABD or 对. Rows only: no verb of the bank is tested by them. */
export async function question(world: World, wish: PracticeQuestion): Promise<string> {
  const { code, topicId, type = 'single' } = wish;
  const id = newId();
  await world.db
    .insertInto('question')
    .values({
      ...{ id, code, topic_id: topicId, pool: wish.pool ?? 'practice', status: wish.status ?? 'published' },
      ...{ audience: wish.audience ?? '', source: '', valid_until: wish.validUntil ?? null },
      created_at: world.now,
    })
    .execute();
  await version(world, { id, code, type, number: 1, status: 'published' });
  if (wish.cites) {
    const cited = { statute_title: '行政处罚法', article_number: '第一条', effective_on: wish.cites };
    await world.db
      .insertInto('question_law')
      .values({ question_version_id: `${code} 1`, ordinal: 1, ...cited })
      .execute();
  }
  return id;
}

/** The next version of a question of type 单选. */
export async function revised(world: World, id: string, code: string): Promise<void> {
  await world.db
    .updateTable('question_version')
    .set({ status: 'superseded' })
    .where('question_id', '=', id)
    .execute();
  await version(world, { id, code, type: 'single', number: 2, status: 'published' });
}

async function version(
  world: World,
  wish: { id: string; code: string; type: KeyedType; number: number; status: string },
): Promise<void> {
  const { code, type, number } = wish;
  const letters = type === 'judgement' ? ['T', 'F'] : ['A', 'B', 'C', 'D'];
  const options = letters.map((letter) => ({
    id: letter,
    text: type === 'judgement' ? { T: '对', F: '错' }[letter as 'T'] : `${code} 的选项${letter}`,
    pinned: type === 'judgement',
  }));
  await world.db
    .insertInto('question_version')
    .values({
      ...{ id: `${code} ${number}`, question_id: wish.id, version: number, type, stem: `${code} 的题干` },
      ...{ stem_key: code, options: writeOptions(options), answer_key: keys[type] },
      ...{ explanation: `${SECRET}：${code}`, difficulty: 1, status: wish.status, created_at: world.now },
    })
    .execute();
}

type Shown = Pick<practice.SetItem, 'type' | 'options'>;

/** Letters of the right options of a question as it is shown. */
export function rightLetters({ type, options }: Shown): string[] {
  return options.filter((option) => isRight(type, option.text)).map((option) => option.id);
}

/** Letters of a wrong choice. */
export function wrongLetters(item: Shown): string[] {
  const key = rightLetters(item);
  return item.options
    .filter((option) => !key.includes(option.id))
    .slice(0, 1)
    .map((option) => option.id);
}

const DAY = 86_400;

/** An officer, the days on which he practises, and answers by whether they are right. */
export async function practiser(engine: { world(): Promise<World> }) {
  const world = await engine.world();
  const unitId = await standingUnit(world, '司法局');
  const { personId } = await officer(world, { name: '练习者', unitId });
  const on = (day: number) => world.at(addSeconds(monday, day * DAY));
  const act = (day = 0) => on(day).signedIn({ personId, name: '练习者' });
  const everything = { topicId: null, lawTitle: null, fromBook: false };
  const begin = (day = 0, wish: Partial<practice.SetWish> = {}) =>
    practice.beginSet(act(day), { ...everything, ...wish });
  /** Answers the question that is next, and tells which it was. */
  const answer = async (runId: string, isRight: boolean, day = 0) => {
    const { item } = await practice.viewSet(act(day), { runId, position: null });
    if (!item) throw new Error('nothing left to answer');
    const letters = isRight ? rightLetters(item) : wrongLetters(item);
    await practice.answerItem(act(day), { runId, position: item.position, letters });
    return item;
  };
  return { world, unitId, personId, on, act, begin, answer };
}
