import { expect, it } from 'vitest';
import * as people from '#lib/server/people/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as selections from '#lib/server/selections/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { figure, meeting, rows } from './reading.ts';

onBothEngines('figures of a saved list', (engine) => {
  it('count its people alone, as far as they belong to the unit on the day, in value and rows alike', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people: officers } = place;
    const [, bureau = ''] = place.units;
    for (const who of officers) await town.seat(place, who, 'due');
    const posts = await Promise.all(officers.map((who) => people.postOn(world.db, who, '2026-03-02')));
    const [inside, outside] = [true, false].map((is) =>
      officers.filter((_, at) => (posts[at]?.countedUnitId === bureau) === is),
    );
    const personIds = [inside?.[0] ?? '', outside?.[0] ?? ''];
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    const { id: selectionId } = await selections.saveSelection(coordinator, {
      ...{ unitId, name: '相关业务干部职工', note: '', personIds },
    });
    await meeting(world, { hosts: [unitId], forms: ['培训'] });

    expect(await figure(world, 'due', { unitId, selectionId })).toBe('2/2');
    expect(await figure(world, 'participation', { unitId, selectionId })).toBe('0/2');
    expect(await figure(world, 'due', { unitId: bureau, selectionId })).toBe('1/1');
    expect(await rows(world, 'averageHours', { unitId, selectionId })).toHaveLength(2);
    expect(await figure(world, 'trainings', { unitId, selectionId })).toBe('1/1');

    const asked = { key: 'due', unitId: bureau, planYear: 2026, group: 'all', window: 'all' } as const;
    const leader = world.signedIn({ roles: { leader: bureau } });
    const reading = await figures.readFigure(leader, { ...asked, selectionId });
    expect(reading.list).toMatchObject({ name: '相关业务干部职工', heldOn: '2026-03-02' });
    expect(await figures.listLists(leader, { unitId: bureau })).toHaveLength(1);
  });

  it('are not read by a list of a unit beside', async () => {
    const place = await town.district(await engine.world());
    const { world } = place;
    const [, bureau = '', beside = ''] = place.units;
    const coordinator = world.signedIn({ roles: { coordinator: beside } });
    const roster = await people.roster(world.db, { unitId: beside, day: '2026-03-02' });
    const { id: selectionId } = await selections.saveSelection(coordinator, {
      ...{ unitId: beside, name: '邻局名单', note: '', personIds: [roster[0]?.personId ?? ''] },
    });
    const leader = world.signedIn({ roles: { leader: bureau } });
    const asked = { key: 'due', unitId: bureau, planYear: 2026, group: 'all', window: 'all' } as const;
    const page = { part: 'all', page: 1, pageSize: 5 } as const;
    const missing = { code: 'notFound' };
    for (const wrong of [selectionId, 'none']) {
      const question = { ...asked, selectionId: wrong };
      await expect(figures.readFigure(leader, question)).rejects.toMatchObject(missing);
      await expect(figures.readFigureRows(leader, { ...question, ...page })).rejects.toMatchObject(missing);
      await expect(figures.readAside(leader, question)).rejects.toMatchObject(missing);
    }
    expect(await figures.listLists(leader, { unitId: bureau })).toEqual([]);
  });
});
