import { expect, it } from 'vitest';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as selections from '#lib/server/selections/index.ts';
import * as units from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';

const everybody = { classes: [], levels: [], trades: [], statuses: [] };

onBothEngines('a list made by a rule', (engine) => {
  it('holds who met it on its day, and keeps them and the rule', async () => {
    const world = await engine.world();
    const root = await standingUnit(world, '云山区');
    const market = await standingUnit(world, '市监局', root);
    const act = world.signedIn({ roles: { coordinator: root } });
    await units.setTrade(world.console, { unitId: market, trade: 'market', day: '2026-01-01' });
    const add = (name: string, more: Partial<people.NewPerson>) =>
      people.addPerson(act, { name, unitId: market, from: '2026-01-05', ...more });
    const chosen = await add('王敏', { classes: ['enforcement'], level: 'townHead' });
    await add('李强', { classes: ['review'], level: 'townHead' });
    await add('赵兵', { classes: ['enforcement'], level: 'staff' });
    await add('钱江', { classes: ['enforcement'], level: 'townHead', status: 'sickLeave' });
    await add('孙立', { classes: ['enforcement'], level: 'townHead', unitId: root });
    await add('周全', { classes: ['enforcement'], level: 'townHead', from: '2026-02-01' });
    const rule = { classes: ['enforcement'], levels: ['townHead'], trades: ['market'], statuses: ['active'] };
    const asked = { unitId: root, day: '2026-01-31', rule };
    expect((await selections.previewRule(act, asked)).map((one) => one.name)).toEqual(['王敏']);
    const { id } = await selections.saveByRule(act, { ...asked, name: '业务骨干', note: '' });
    await movement.movePost(act, { personId: chosen, day: '2026-03-02', homeUnitId: root, reason: '轮岗' });
    expect(await selections.viewSelection(act, id)).toMatchObject({
      ...{ heldOn: '2026-01-31', rule, people: [{ personId: chosen, name: '王敏' }] },
    });
    expect(await selections.previewRule(act, { ...asked, rule: everybody })).toHaveLength(5);
    const far = { ...asked, day: '2026-03-03', name: '将来', note: '' };
    await expect(selections.saveByRule(act, far)).rejects.toMatchObject({
      fields: { day: expect.any(String) },
    });
    const stranger = world.signedIn({ roles: { coordinator: await standingUnit(world, '别处') } });
    await expect(selections.previewRule(stranger, asked)).rejects.toMatchObject({ code: 'notFound' });
  });
});
