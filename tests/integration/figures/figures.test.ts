import { expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as figures from '#lib/server/figures/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';
import * as reading from './reading.ts';

const figure = (world: World, key: string, unitId: string, group: 'all' | 'leadership' = 'all') =>
  reading.figure(world, key, { unitId, group });

onBothEngines('figures', (engine) => {
  it('参考率 counts who handed in among those due, and nobody from outside the roster', async () => {
    const place = await town.district(await engine.world());
    const { world, root, units, people } = place;
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = people;
    expect(await figure(world, 'participation', root)).toBe('0/0');
    for (const who of [first, second, third]) await town.seat(place, who, 'due');
    await town.sit(place, first, 3000);
    expect(await figure(world, 'participation', root)).toBe('1/3');
    await town.sit(place, first, 9000);
    await town.seat(place, fourth, 'outside');
    await town.sit(place, fourth, 9000);
    await town.seat(place, fifth, 'exempt');
    expect(await figure(world, 'participation', root)).toBe('1/3');
    await town.sit(place, third, 6000, 'makeup');
    expect(await figure(world, 'participation', root)).toBe('2/3');
    expect(await figure(world, 'participation', units[1] ?? '')).toBe('1/2');
  });

  it('an open attempt is no attendance', async () => {
    const place = await town.district(await engine.world());
    const [who = ''] = place.people;
    await town.seat(place, who, 'due');
    const attemptId = await town.sit(place, who, null);
    await place.world.db.updateTable('attempt').set({ status: 'open' }).where('id', '=', attemptId).execute();
    expect(await figure(place.world, 'participation', place.root)).toBe('0/1');
  });

  it('合格率 and 优秀率 take the best attempt of those who sat, with 应考 beside', async () => {
    const place = await town.district(await engine.world());
    const { world, root, people } = place;
    for (const who of people) await town.seat(place, who, 'due');
    for (const [at, score] of [5999, 6000, 9000].entries()) await town.sit(place, people[at] ?? '', score);
    expect(await figure(world, 'passing', root)).toBe('2/3');
    expect(await figure(world, 'excellence', root)).toBe('1/3');
    await town.sit(place, people[0] ?? '', 6100, 'makeup');
    await town.sit(place, people[2] ?? '', 0);
    expect(await figure(world, 'passing', root)).toBe('3/3');
    const asked = { key: 'passing', unitId: root, planYear: town.YEAR, group: 'all' } as const;
    expect((await figures.readFigure(world.console, { ...asked, window: 'all' })).value.due).toBe(6);
    const main = await figures.readFigure(world.console, { ...asked, window: 'main' });
    expect(main.value).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it('学时达标率 follows the ledger, its reversals and the classes of people', async () => {
    const { world, root, people } = await town.district(await engine.world());
    const [first = '', second = ''] = people;
    await town.requirement(world, 'enforcement', 600);
    expect(await figure(world, 'hoursReached', root)).toBe('0/0');
    await town.giveClass(world, first, 'enforcement');
    await town.giveClass(world, second, 'enforcement', addDays(shanghaiDay(world.now), 5));
    await town.book(world, first, 599);
    await town.book(world, second, 9000);
    expect(await figure(world, 'hoursReached', root)).toBe('0/1');
    const last = await town.book(world, first, 1);
    expect(await figure(world, 'hoursReached', root)).toBe('1/1');
    await town.book(world, first, -1, last);
    expect(await figure(world, 'hoursReached', root)).toBe('0/1');
    expect(await figure(world, 'hoursReached', root, 'leadership')).toBe('0/0');
    await town.giveClass(world, first, 'leadership');
    expect(await figure(world, 'hoursReached', root, 'leadership')).toBe('0/1');
  });

  it('专题学法 counts a verified event once, wherever its hosts are, and no other', async () => {
    const { world, root, units } = await town.district(await engine.world());
    const [, bureau = '', other = '', office = ''] = units;
    const topics = ['法治'];
    await reading.meeting(world, { hosts: [bureau, office], topics });
    expect(await figure(world, 'thematicStudy', root)).toBe('1/1');
    expect(await figure(world, 'thematicStudy', bureau)).toBe('1/1');
    expect(await figure(world, 'thematicStudy', other)).toBe('1/1');
    await reading.meeting(world, { hosts: [bureau], topics, status: 'registered' });
    await reading.meeting(world, { hosts: [bureau] });
    await reading.meeting(world, { hosts: [bureau], forms: ['法治讲座'], topics });
    expect(await figure(world, 'thematicStudy', root)).toBe('1/1');
    await reading.meeting(world, { hosts: [other], forms: ['中心组学习', '第一议题'], topics });
    expect(await figure(world, 'thematicStudy', root)).toBe('2/2');
    expect(await figure(world, 'thematicStudy', bureau)).toBe('1/1');
  });

  it('are not read outside the reader’s scope', async () => {
    const { world, units } = await town.district(await engine.world());
    const [root = '', bureau = '', other = ''] = units;
    const leader = world.signedIn({ roles: { leader: bureau } });
    const ask = (unitId: string, key = 'participation') =>
      figures.readFigure(leader, { key, unitId, planYear: town.YEAR, group: 'all', window: 'all' });
    await expect(ask(bureau)).resolves.toBeDefined();
    await expect(ask(root)).rejects.toMatchObject({ code: 'notFound' });
    await expect(ask(other)).rejects.toMatchObject({ code: 'notFound' });
    await expect(ask(bureau, 'unknown')).rejects.toMatchObject({ code: 'notFound' });
    const learner = world.signedIn({ roles: { learner: bureau } });
    const asked = {
      key: 'passing',
      unitId: bureau,
      planYear: town.YEAR,
      group: 'all',
      window: 'all',
    } as const;
    await expect(figures.readFigure(learner, asked)).rejects.toMatchObject({ name: 'DomainError' });
  });
});
