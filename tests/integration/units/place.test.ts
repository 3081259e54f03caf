import { expect, it } from 'vitest';
import * as units from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';

onBothEngines('the name over the door', (engine) => {
  it('is that of the root unit, for visitors too', async () => {
    const world = await engine.world();
    const root = await units.addUnit(world.console, { name: '云山区', parentId: null });
    await units.addUnit(world.console, { name: '司法局', parentId: root.id });
    expect(await units.placeName(world.visitor)).toBe('云山区学法系统');
    expect(await units.placeName(world.signedIn())).toBe('云山区学法系统');
  });

  it('is plain before the first unit is founded', async () => {
    const world = await engine.world();
    expect(await units.placeName(world.visitor)).toBe('学法系统');
  });
});
