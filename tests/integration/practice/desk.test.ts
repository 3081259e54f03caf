import { expect, it } from 'vitest';
import * as practice from '#lib/server/practice/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { practiser, question, revised, topic } from '../../support/practice.ts';
import { law } from '../../support/statutes.ts';
import type { World } from '../../support/world.ts';

const PENALTY = '行政处罚法';
const LICENCE = '行政许可法';
const COERCION = '行政强制法';

/** Has the first version of a question cite these laws, one article each time. */
async function cite(world: World, code: string, titles: readonly string[]): Promise<void> {
  const rows = titles.map((title, index) => ({
    ...{ question_version_id: `${code} 1`, ordinal: index + 1, statute_title: title },
    ...{ article_number: `第${'一二三'.charAt(index)}条`, effective_on: '2021-07-15' },
  }));
  await world.db.insertInto('question_law').values(rows).execute();
}

async function enforcing(world: World, personId: string): Promise<void> {
  const post = await world.db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const since = { class_code: 'enforcement', valid_from: '2025-01-01', valid_to: null };
  await world.db
    .insertInto('post_class')
    .values({ post_id: post.id, ...since })
    .execute();
}

onBothEngines('the desk of practice', (engine) => {
  it('counts each question once under its topic and once under each law that it cites', async () => {
    const { world, personId, act, begin, answer } = await practiser(engine);
    await enforcing(world, personId);
    const [penalty, licence] = [await topic(world, '处罚'), await topic(world, '许可')];
    await topic(world, '还没有题的专题');
    for (const [code, topicId, titles, audience] of [
      ['P1', penalty, [PENALTY, PENALTY, COERCION], ''],
      ['P2', penalty, [PENALTY], ''],
      ['P3', penalty, [], '行政执法人员'],
      ['P4', penalty, [COERCION], '村居干部'],
      ['L1', licence, [LICENCE, PENALTY], ''],
      ['L2', licence, [LICENCE], '村居干部、行政执法人员'],
    ] as const) {
      await question(world, { code, topicId, audience });
      if (titles.length > 0) await cite(world, code, titles);
    }
    await answer(await begin(0, { lawTitle: COERCION }), true);
    const second = await begin(0, { topicId: licence });
    await answer(second, true);
    await answer(second, true);
    const line = (name: string, tally: { questions: number; due: number; fresh: number }) =>
      [name, tally.questions, tally.due, tally.fresh].join(' ');
    const desk = async (day: number) => {
      const { all, topics, laws } = await practice.desk(act(day));
      return {
        all: line('all', all),
        topics: topics.map((one) => line(one.name, one)).sort(),
        laws: laws.map((one) => line(one.title, one)).sort(),
      };
    };
    expect(await desk(0)).toEqual({
      all: 'all 5 0 2',
      topics: ['处罚 3 0 2', '许可 2 0 0'],
      laws: [`${PENALTY} 3 0 1`, `${COERCION} 1 0 0`, `${LICENCE} 2 0 0`].sort(),
    });
    expect(await desk(30)).toEqual({
      all: 'all 5 3 2',
      topics: ['处罚 3 1 2', '许可 2 2 0'],
      laws: [`${PENALTY} 3 2 1`, `${COERCION} 1 1 0`, `${LICENCE} 2 2 0`].sort(),
    });
  });

  it('leaves out what cites a law that was changed, and has a changed question repeated', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    const topicId = await topic(world, '处罚');
    const first = await question(world, { code: 'Q1', topicId });
    await answer(await begin(), true);
    await revised(world, first, 'Q1');
    await question(world, { code: 'Q2', topicId, cites: '2021-07-15' });
    await law(world, '2021-07-15', '旧的第一条。');
    expect(await practice.desk(act())).toMatchObject({
      ...{ all: { questions: 2, due: 1, fresh: 1 }, laws: [{ title: PENALTY, questions: 1 }] },
    });
    await law(world, '2026-01-01', '新的第一条。');
    expect(await practice.desk(act())).toMatchObject({
      ...{ all: { questions: 1, due: 1, fresh: 0 }, laws: [] },
    });
  });
});
