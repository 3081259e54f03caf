import { expect, it } from 'vitest';
import * as people from '#lib/server/people/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

async function office(world: World) {
  const unitId = await standingUnit(world, '司法局');
  const other = await standingUnit(world, '市监局');
  const act = world.signedIn({ roles: { coordinator: unitId } });
  const personId = await people.addPerson(act, {
    ...{ name: '王敏', unitId, title: '科员', classes: ['enforcement', 'review'], from: '2026-01-05' },
  });
  const post = await people.postOn(world.db, personId, '2026-03-02');
  return { unitId, other, act, personId, postId: post?.postId ?? '' };
}

const fields = { rank: '一级主任科员', staffKind: 'civilServant', trade: 'justice', reason: '晋升' } as const;

onBothEngines('a post', (engine) => {
  it('changes from a day on, and the days before keep what it was', async () => {
    const world = await engine.world();
    const { act, personId, postId } = await office(world);
    const change = {
      personId,
      postId,
      day: '2026-02-01',
      title: '副科长',
      level: 'townDeputy',
      ...fields,
    } as const;
    await people.changePost(act, { ...change, classes: ['enforcement', 'section'] });
    expect(await people.postOn(world.db, personId, '2026-01-31')).toMatchObject({
      ...{ title: '科员', level: null, classes: ['enforcement', 'review'] },
    });
    expect(await people.postOn(world.db, personId, '2026-02-01')).toMatchObject({
      ...{ title: '副科长', level: 'townDeputy', classes: ['section', 'enforcement'] },
    });
    const { posts } = await people.viewPerson(act, personId);
    expect(posts.map((post) => [post.from, post.to, post.trade])).toEqual([
      ['2026-02-01', null, '司法行政'],
      ['2026-01-05', '2026-01-31', ''],
    ]);
    await expect(people.changePost(act, { ...change, classes: [], day: '2026-03-01' })).rejects.toMatchObject(
      { fields: { day: expect.stringContaining('2026-01-31') } },
    );
  });

  it('beside the principal one gives classes, never a second count, and ends', async () => {
    const world = await engine.world();
    const { act, personId, unitId, other, postId } = await office(world);
    const wish = {
      personId,
      unitId: other,
      title: '法律顾问',
      classes: ['counsel'],
      reason: '兼任',
    } as const;
    await people.addSecondaryPost(act, { ...wish, from: '2026-02-01' });
    await expect(people.addSecondaryPost(act, { ...wish, from: '2026-03-01' })).rejects.toMatchObject({
      fields: { unitId: expect.any(String) },
    });
    expect(await people.classesOn(world.db, personId, '2026-02-02')).toContain('counsel');
    expect(await people.roster(world.db, { unitId: other, day: '2026-02-02' })).toEqual([]);
    expect(await people.roster(world.db, { unitId, day: '2026-02-02' })).toHaveLength(1);
    const { posts } = await people.viewPerson(act, personId);
    const secondary = posts.find((post) => !post.isPrincipal);
    const ending = { personId, postId: secondary?.id ?? '', day: '2026-03-01', reason: '免去' };
    await people.endSecondaryPost(act, ending);
    expect(await people.classesOn(world.db, personId, '2026-02-28')).toContain('counsel');
    expect(await people.classesOn(world.db, personId, '2026-03-01')).not.toContain('counsel');
    await expect(people.endSecondaryPost(act, { ...ending, postId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

onBothEngines('a wrong name or number', (engine) => {
  it('is mended with a reason, but not with the number of another', async () => {
    const world = await engine.world();
    const { act, personId, unitId } = await office(world);
    await people.addPerson(act, { name: '李强', unitId, mobile: '13800000001' });
    const mend = { personId, name: '王闽', identity: null, mobile: '13800000002', reason: '登记有误' };
    await people.correctPerson(act, mend);
    const view = await people.viewPerson(act, personId);
    expect([view.name, view.mobile]).toEqual(['王闽', '138****0002']);
    expect(await people.findByMobile(world.db, '13800000002')).toMatchObject({ id: personId });
    await expect(people.correctPerson(act, { ...mend, mobile: '13800000001' })).rejects.toMatchObject({
      fields: { mobile: expect.stringContaining('合并') },
    });
    await expect(people.correctPerson(act, { ...mend, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const stranger = world.signedIn({ roles: { coordinator: await standingUnit(world, '别处') } });
    await expect(people.correctPerson(stranger, mend)).rejects.toMatchObject({ code: 'notFound' });
  });
});
