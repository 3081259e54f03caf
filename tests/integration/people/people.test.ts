import { expect, it } from 'vitest';
import type { Act } from '#lib/server/platform/act.ts';
import * as people from '#lib/server/people/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { district, identityNumber, mobileNumber } from '../rosters/files.ts';

async function found(act: Act, q: string): Promise<string[]> {
  const asked = { q, sort: 'name', direction: 'asc', page: 1, pageSize: 20 } as const;
  return (await people.listPeople(act, asked)).people.map((one) => one.name);
}

onBothEngines('people', (engine) => {
  it('are found by name, pinyin, initials and last four, within the scope', async () => {
    const world = await engine.world();
    const { district: act, ofBureau, office, market } = await district(world);
    await people.addPerson(act, { name: '张三丰', unitId: office, identity: identityNumber(1) });
    await people.addPerson(act, { name: '单雄信', unitId: market, mobile: mobileNumber(4321) });
    expect(await found(act, '')).toEqual(['单雄信', '张三丰']);
    for (const q of ['三丰', 'zhangsan', 'ZSF', identityNumber(1).slice(-4)])
      expect(await found(act, q)).toEqual(['张三丰']);
    for (const q of ['shan', '4321']) expect(await found(act, q)).toEqual(['单雄信']);
    expect(await found(act, '%')).toEqual([]);
    expect(await found(ofBureau, '')).toEqual(['张三丰']);
  });

  it('are seen at home and at work, and by nobody beside', async () => {
    const world = await engine.world();
    const { district: act, ofBureau, bureau, market, top } = await district(world);
    const id = await people.addPerson(act, { name: '张三', unitId: market, workUnitId: bureau });
    expect(await people.unitPathOf(act, id)).toEqual([market, top, bureau]);
    expect(await people.viewPerson(ofBureau, id)).toMatchObject({ name: '张三', mayIssueCode: true });
    const other = await people.addPerson(act, { name: '李四', unitId: market });
    await expect(people.viewPerson(ofBureau, other)).rejects.toMatchObject({ code: 'notFound' });
    await expect(people.viewPerson(world.signedIn({ roles: { leader: top } }), other)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('count once, where their post says', async () => {
    const world = await engine.world();
    const { district: act, bureau, market, top } = await district(world);
    const asked = {
      name: '张三',
      unitId: market,
      workUnitId: bureau,
      countedIn: 'work',
      classes: ['leadership'],
    } as const;
    const id = await people.addPerson(act, asked);
    const roster = (unitId: string, classCode?: string) =>
      people.roster(world.db, { unitId, day: '2026-03-02', classCode });
    expect(await roster(market)).toEqual([]);
    expect(await roster(bureau)).toMatchObject([{ personId: id, unitId: bureau, isLeadership: true }]);
    expect(await roster(top)).toHaveLength(1);
    expect(await roster(top, 'enforcement')).toEqual([]);
    expect(await roster(top, 'leadership')).toHaveLength(1);
  });

  it('are registered once, with keys that are in order', async () => {
    const world = await engine.world();
    const { district: act, bureau } = await district(world);
    await people.addPerson(act, { name: '张三', unitId: bureau, mobile: mobileNumber(1) });
    const again = people.addPerson(act, { name: '李四', unitId: bureau, mobile: mobileNumber(1) });
    await expect(again).rejects.toMatchObject({ code: 'conflict', fields: { mobile: expect.any(String) } });
    const wrong = people.addPerson(act, { name: '', unitId: bureau, identity: '4401' });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid',
      fields: { name: expect.any(String), identity: expect.any(String) },
    });
  });
});
