import { audiencesOf } from '#lib/domain/bank/question.ts';
import { isFor } from '#lib/domain/practice/audience.ts';
import { chooseSet, type Askable } from '#lib/domain/practice/card.ts';
import { SET_SIZE, type Scope } from '#lib/domain/practice/run.ts';
import { seededRng, shuffle } from '#lib/domain/shared/rng.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import * as bank from '../bank/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { cardsOfQuestions } from './queries.cards.ts';
import {
  audiencesOfPool,
  citedTitles,
  freshQuestions,
  knownQuestions,
  type PoolAsk,
} from './queries.pool.ts';
import { cardOf } from './rows.ts';

/** Ids read at a time; a set wants ten, and few of them cite a law that was changed. */
const PORTION = 3 * SET_SIZE;

interface IdRow {
  question_id: string;
  version_id: string;
}

/**
 * Questions of a set from the pool, by the rule of `chooseSet`: the database finds and orders ids, and no more of them
 * are looked at than a set needs.
 */
export async function drawnFromPool(
  act: Act,
  personId: string,
  { scope, seed }: { scope: Scope; seed: string },
): Promise<Askable[]> {
  const asked = await poolAsk(act, personId, scope);
  const known = (isDue: boolean) => (offset: number) =>
    knownQuestions(act.db, { ...asked, isDue, limit: PORTION, offset }).execute();
  const found = await firstAskable(act, known(true), SET_SIZE);
  if (found.length < SET_SIZE) {
    const fresh = shuffle(await freshQuestions(act.db, asked).execute(), seededRng(seed));
    const next = async (offset: number) => fresh.slice(offset, offset + PORTION);
    found.push(...(await firstAskable(act, next, SET_SIZE - found.length)));
  }
  if (found.length < SET_SIZE)
    found.push(...(await firstAskable(act, known(false), SET_SIZE - found.length)));
  if (found.length === 0) return [];
  const ids = found.map((one) => one.questionId);
  const rows = await cardsOfQuestions(act.db, personId, ids).execute();
  const cards = new Map(rows.map((row) => [row.question_id, cardOf(row)]));
  return chooseSet(found, cards, { today: asked.day, size: SET_SIZE, rng: seededRng(seed) });
}

async function poolAsk(act: Act, personId: string, { topicId, lawTitle }: Scope): Promise<PoolAsk> {
  const day = shanghaiDay(act.now);
  const classes = await people.classesOn(act.db, personId, day);
  const written = (await audiencesOfPool(act.db, day).execute()).map((row) => row.audience);
  const audiences = written.filter((audience) => isFor(audiencesOf(audience), classes));
  if (lawTitle === null) return { personId, day, audiences, topicId, titles: null };
  const cited = (await citedTitles(act.db).execute()).map((row) => row.statute_title);
  const titles = cited.filter((title) => plainTitle(title) === lawTitle);
  return { personId, day, audiences, topicId, titles };
}

/** The first that cite no article that has been changed since, portion by portion. */
async function firstAskable(
  act: Act,
  next: (offset: number) => Promise<IdRow[]>,
  most: number,
): Promise<Askable[]> {
  const found: Askable[] = [];
  for (let offset = 0; ; offset += PORTION) {
    const rows = await next(offset);
    const versionIds = rows.map((row) => row.version_id);
    const outdated = await bank.outdated(act.db, versionIds, shanghaiDay(act.now));
    const usable = rows.filter((row) => !outdated.has(row.version_id));
    found.push(...usable.map((row) => ({ questionId: row.question_id, versionId: row.version_id })));
    if (found.length >= most || rows.length < PORTION) return found.slice(0, most);
  }
}
