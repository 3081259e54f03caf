import { expect, it } from 'vitest';
import * as figures from '#lib/server/figures/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { figure } from './reading.ts';

onBothEngines('who stands beside a denominator', (engine) => {
  it('is counted by kind over the rows that are shown: 免考, 缓考 and 豁免, nobody twice', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    const [first = '', second = '', third = ''] = people;
    await town.seat(place, first, 'due');
    await town.seat(place, second, 'due', { deferred: 1 });
    await town.seat(place, third, 'exempt');
    const asked = { unitId, planYear: town.YEAR, group: 'all', window: 'all' } as const;
    const exam = { ...asked, key: 'participation' };
    expect(await figures.readAside(world.console, exam)).toEqual([
      { kind: 'exempt', people: 1 },
      { kind: 'defer', people: 1 },
    ]);
    const page = { page: 1, pageSize: 20 };
    const of = (kind: 'exempt' | 'defer') => figures.readAsideRows(world.console, { ...exam, ...page, kind });
    expect((await of('exempt')).map((row) => row.id)).toEqual([third]);
    expect((await of('defer')).map((row) => row.id)).toEqual([second]);
    expect(await figure(world, 'due', { unitId })).toBe('2/2');

    const hours = { ...asked, key: 'hoursReached' };
    expect(await figures.readAside(world.console, { ...asked, key: 'trainings' })).toEqual([]);
    expect(await figures.readAside(world.console, hours)).toEqual([{ kind: 'waived', people: 0 }]);
    await town.requirement(world, 'enforcement', 600);
    for (const who of [first, second]) await town.giveClass(world, who, 'enforcement');
    await town.waive(world, first, 100);
    await town.waive(world, second, null);
    expect(await figures.readAside(world.console, hours)).toEqual([{ kind: 'waived', people: 1 }]);
    const waived = await figures.readAsideRows(world.console, { ...hours, ...page, kind: 'waived' });
    expect(waived.map((row) => row.id)).toEqual([second]);
  });
});
