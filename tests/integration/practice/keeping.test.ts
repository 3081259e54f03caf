import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { exportOwnData, keepWithin, readOwnData } from '#lib/server/inspection/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as practice from '#lib/server/practice/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import { practiser, question, topic } from '../../support/practice.ts';
import { monday } from '../../support/world.ts';

const all = { topicId: null, lawTitle: null, source: null, q: '', page: 1, pageSize: 20 };

onBothEngines('what was practised', (engine) => {
  it('is part of what a person may see and take out, and is forgotten after its time', async () => {
    const { world, act, begin, answer } = await practiser(engine);
    const topicId = await topic(world, '行政处罚');
    for (const code of ['Q1', 'Q2']) await question(world, { code, topicId });
    await answer(await begin(), false);
    const { kinds } = await readOwnData(act());
    const count = (name: string) => kinds.find((kind) => kind.name === name)?.count;
    expect([count('练习与模拟考试'), count('练习的复习日程'), count('错题本')]).toEqual([2, 1, 1]);
    expect((await exportOwnData(act(), 'zip')).bytes.length).toBeGreaterThan(500);
    const year = 366 * 86_400;
    await answer(await begin(300), true, 300);
    expect(await keepWithin(world.at(addSeconds(monday, year)).system)).toMatchObject({ practised: 1 });
    const held = async (table: 'practice_card' | 'practice_mistake' | 'practice_run' | 'practice_item') =>
      (await world.db.selectFrom(table).selectAll().execute()).length;
    expect([await held('practice_run'), await held('practice_item')]).toEqual([1, 2]);
    await keepWithin(world.at(addSeconds(monday, 2 * year)).system);
    expect([await held('practice_run'), await held('practice_card'), await held('practice_mistake')]).toEqual(
      [0, 0, 0],
    );
  });

  it('goes over when two records of one human become one, and comes back when they are parted', async () => {
    const { world, unitId, personId: goneId, act, begin, answer } = await practiser(engine);
    const topicId = await topic(world, '行政处罚');
    await question(world, { code: 'Q1', topicId });
    const runId = await begin();
    await answer(runId, false);
    const { personId: keptId } = await officer(world, { name: '练习者', unitId });
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    const kept = world.signedIn({ personId: keptId });
    expect((await practice.readBook(kept, all)).total).toBe(0);
    const mergeId = await people.mergePeople(coordinator, { keptId, goneId, reason: '同一人' });
    expect((await practice.readBook(kept, all)).total).toBe(1);
    expect((await practice.desk(kept)).all).toMatchObject({ fresh: 0 });
    expect(await practice.viewSet(kept, { runId, position: 1 })).toMatchObject({ answered: 1 });
    await people.partPeople(coordinator, { mergeId, reason: '有误' });
    expect((await practice.readBook(kept, all)).total).toBe(0);
    expect((await practice.readBook(act(), all)).total).toBe(1);
  });
});
