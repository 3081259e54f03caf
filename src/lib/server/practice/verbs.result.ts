import type { QuestionType } from '#lib/domain/bank/question.ts';
import { shareByTopic, type TopicShare } from '#lib/domain/grading/topics.ts';
import { ratingOf } from '#lib/domain/practice/card.ts';
import { mockMark } from '#lib/domain/practice/mock.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { note } from './noting.ts';
import * as queries from './queries.runs.ts';
import { explained, shownOptions, type Explained, type ShownOption } from './questions.explain.ts';
import { itemsOfRun, runOrThrow } from './questions.runs.ts';
import type { Item, Run } from './rows.ts';
import { mockOf } from './verbs.sitting.ts';

interface Marked {
  item: Item;
  version: bank.QuestionVersion;
  scoreHundredths: number;
  isRight: boolean;
}

/**
 * Hands a mock exam in, once: every question is marked by the rules of the exam, what was answered moves cards and the
 * book. It counts for nothing else.
 */
export async function handIn(act: Act, runId: string): Promise<void> {
  const run = await runOrThrow(act, runId, 'mock');
  access.require(act, 'practice.run', run);
  const marked = await markedOf(act, run);
  const score = marked.reduce((sum, one) => sum + one.scoreHundredths, 0);
  await inTransaction(act, async (own) => {
    const end = { ended_at: own.now, running_since: null, score_hundredths: score };
    const { numUpdatedRows } = await queries.changeOpenRun(own.db, run.id, end).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new DomainError('conflict', '这份模拟试卷已经交卷，请查看结果。');
    for (const { item, scoreHundredths, isRight } of marked) {
      const change = { score_hundredths: scoreHundredths, is_right: isRight ? 1 : 0 };
      await queries.changeItem(own.db, { runId: run.id, position: item.position }, change).execute();
    }
    const answers = marked
      .filter(({ item }) => (item.chosen ?? []).length > 0)
      .map(({ item, version, isRight }) => ({
        questionId: item.questionId,
        versionId: version.id,
        isRight,
        rating: ratingOf(isRight, 'good'),
      }));
    await note(own, { personId: run.ownerId, source: 'mock', answers });
  });
}

async function markedOf(act: Act, run: Run): Promise<Marked[]> {
  const { halfForSubset } = mockOf(run);
  return (await withVersions(act, run)).map(({ item, version }) => {
    const { pointsHundredths, chosen } = item;
    const asked = { ...version, chosen: chosen ?? [], pointsHundredths };
    const scoreHundredths = mockMark(asked, { halfForSubset });
    return { item, version, scoreHundredths, isRight: scoreHundredths === pointsHundredths };
  });
}

async function withVersions(act: Act, run: Run) {
  const items = await itemsOfRun(act, run.id);
  const ids = items.map((item) => item.questionVersionId);
  const byId = new Map((await bank.versions(act.db, ids)).map((version) => [version.id, version]));
  return items.flatMap((item) => {
    const version = byId.get(item.questionVersionId);
    return version ? [{ item, version }] : [];
  });
}

export interface MockItemResult {
  position: number;
  type: QuestionType;
  stem: string;
  options: ShownOption[];
  scoreHundredths: number;
  pointsHundredths: number;
  result: Explained;
}

export interface MockResult {
  runId: string;
  title: string;
  startedAt: Instant;
  scoreHundredths: number;
  fullHundredths: number;
  passHundredths: number;
  unanswered: number;
  topics: TopicShare[];
  items: MockItemResult[];
}

/** A mock exam that was handed in, with all its keys and explanations; null before. */
export async function mockResult(act: Act, runId: string): Promise<MockResult | null> {
  const run = await runOrThrow(act, runId, 'mock');
  access.require(act, 'practice.run', run);
  const { scoreHundredths, fullHundredths, passHundredths } = mockOf(run);
  if (scoreHundredths === null) return null;
  const rows = await withVersions(act, run);
  const topics = await queries.topicsOfRun(act.db, run.id).execute();
  const items: MockItemResult[] = [];
  for (const { item, version } of rows) {
    items.push({
      ...{ position: item.position, type: version.type, stem: version.stem },
      options: shownOptions(item, version),
      ...{ scoreHundredths: item.scoreHundredths ?? 0, pointsHundredths: item.pointsHundredths },
      result: await explained(act, item, version),
    });
  }
  return {
    ...{ runId: run.id, title: run.title, startedAt: run.startedAt },
    ...{ scoreHundredths, fullHundredths, passHundredths, items },
    unanswered: rows.filter(({ item }) => (item.chosen ?? []).length === 0).length,
    topics: shareByTopic(
      topics.map((topic) => {
        const item = items.find((one) => one.position === topic.position);
        const { scoreHundredths: gotHundredths = 0, pointsHundredths: ofHundredths = 0 } = item ?? {};
        return { topicId: topic.topic_id, topic: topic.topic, gotHundredths, ofHundredths };
      }),
    ),
  };
}
