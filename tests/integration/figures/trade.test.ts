import { expect, it } from 'vitest';
import * as people from '#lib/server/people/index.ts';
import * as units from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { figure, meeting, rows } from './reading.ts';

onBothEngines('figures of a unit', (engine) => {
  it('are also read by trade: of people by their post or its unit, of events by a host', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people: officers } = place;
    const [, bureau = '', other = '', office = ''] = place.units;
    await units.setTrade(world.console, { unitId: other, trade: 'market', day: '2026-01-01' });
    for (const who of officers) await town.seat(place, who, 'due');
    const [first = ''] = officers;
    expect(await figure(world, 'due', { unitId, trade: 'market' })).toBe('4/4');
    const postId = (await people.postOn(world.db, first, '2026-03-02'))?.postId ?? '';
    await people.changePost(world.console, {
      ...{ personId: first, postId, day: '2026-03-01', title: null, level: null, rank: null },
      ...{ staffKind: null, trade: 'market', classes: [], reason: '派驻执法' },
    });
    expect(await figure(world, 'due', { unitId, trade: 'market' })).toBe('5/5');
    expect(await rows(world, 'averageHours', { unitId, trade: 'market' })).toHaveLength(5);
    expect(await figure(world, 'due', { unitId, trade: 'tax' })).toBe('0/0');
    await meeting(world, { hosts: [office], forms: ['培训'] });
    await meeting(world, { hosts: [bureau], forms: ['培训'] });
    expect(await figure(world, 'trainings', { unitId, trade: 'market' })).toBe('1/1');
    expect(await figure(world, 'trainings', { unitId })).toBe('2/2');
  });

  it('name units as they were called on the day, and stay where a closed unit was', async () => {
    const place = await town.district(await engine.world());
    const { world, people: officers } = place;
    const [, bureau = ''] = place.units;
    for (const who of officers.slice(0, 2)) await town.seat(place, who, 'due');
    await units.renameUnit(world.at('2026-03-05T01:00:00.000Z').console, { unitId: bureau, name: '新甲局' });
    const named = await rows(world, 'due', { unitId: bureau });
    expect(new Set(named.map((row) => row.unitName))).toEqual(new Set(['甲局']));
    const later = world.at('2026-03-06T01:00:00.000Z');
    const [, , into = ''] = place.units;
    const merge = { unitId: bureau, intoId: into, day: '2026-03-06', reason: '合并' };
    await people.mergeUnits(later.console, merge);
    expect(await figure(later, 'due', { unitId: bureau })).toBe('2/2');
  });
});
