import { expect, it } from 'vitest';
import * as completion from '#lib/server/completion/index.ts';
import { totalsOf } from '#lib/server/hours/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as selections from '#lib/server/selections/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { standingUnit } from '../../support/people.ts';

/** A district in which the second of two officers is the first once more: both seated, hours with either. */
async function twice(world: Parameters<typeof town.district>[0]) {
  const place = await town.district(world);
  const [keptId = '', goneId = '', third = ''] = place.people;
  await world.db.updateTable('person').set({ name: '王敏' }).where('id', 'in', [keptId, goneId]).execute();
  await town.requirement(world, 'enforcement', 600);
  await town.giveClass(world, keptId, 'enforcement');
  await town.giveClass(world, goneId, 'enforcement');
  for (const who of [keptId, goneId, third]) await town.seat(place, who, 'due');
  await town.sit(place, goneId, 9000, 'main');
  await town.book(world, keptId, 300);
  await town.book(world, goneId, 400);
  for (const personId of [keptId, goneId, third]) {
    const fact = { kind: 'postChanged', personId, day: '2026-03-02' } as const;
    await town.within(world, (own) => completion.onPostChanged(own, fact));
  }
  const act = world.signedIn({ roles: { coordinator: place.root } });
  const hoursOf = async (personId: string) =>
    (await totalsOf(world.db, { personId, planYear: town.YEAR })).training;
  const unit = async () => {
    const asked = { unitId: place.root, planYear: town.YEAR, group: 'all' } as const;
    const { exam, hours } = await completion.readUnit(world.console, asked);
    return [exam.due, exam.present, hours.due, hours.reached];
  };
  return { place, act, keptId, goneId, third, hoursOf, unit };
}

onBothEngines('two records of one human', (engine) => {
  it('become one that has what both had in the open year, and can be parted again', async () => {
    const world = await engine.world();
    const { act, keptId, goneId, hoursOf, unit } = await twice(world);
    expect((await people.mergeCandidates(act, keptId)).map((one) => one.id)).toEqual([goneId]);
    const { gone } = await people.previewMerge(act, { keptId, goneId });
    expect(gone).toMatchObject({ name: '王敏', entries: 1, attempts: 1 });
    const before = await unit();
    expect(before).toEqual([3, 1, 2, 0]);
    const mergeId = await people.mergePeople(act, { keptId, goneId, reason: '同一人重复登记' });
    expect([await hoursOf(keptId), await hoursOf(goneId)]).toEqual([700, 0]);
    expect(await people.postOn(world.db, goneId, '2026-03-02')).toBeUndefined();
    expect(await people.postOn(world.db, goneId, '2026-03-01')).toBeDefined();
    const attempts = await world.db.selectFrom('attempt').select('person_id').execute();
    expect(attempts).toEqual([{ person_id: keptId }]);
    expect(await unit()).toEqual([2, 1, 1, 1]);
    expect(await completion.verifyCounters(world.console)).toEqual([]);
    await expect(people.mergePeople(act, { keptId, goneId, reason: '再来' })).rejects.toMatchObject({
      code: 'notFound',
    });
    await people.partPeople(act, { mergeId, reason: '核对后是两个人' });
    expect([await hoursOf(keptId), await hoursOf(goneId)]).toEqual([300, 400]);
    expect(await people.postOn(world.db, goneId, '2026-03-02')).toBeDefined();
    expect(await unit()).toEqual(before);
    expect(await completion.verifyCounters(world.console)).toEqual([]);
    await expect(people.partPeople(act, { mergeId, reason: '再来' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('keep their extra time and their place on saved lists, and get them back', async () => {
    const world = await engine.world();
    const { act, place, keptId, goneId } = await twice(world);
    const given = { percent: 50, minutes: null, reason: '视力原因', from: '2026-01-01', to: null };
    await exams.giveStanding(act, { personId: goneId, ...given });
    const list = { unitId: place.root, name: '业务骨干', note: '', personIds: [goneId] };
    const { id } = await selections.saveSelection(act, list);
    const extra = async () =>
      (await world.db.selectFrom('standing_allowance').select('person_id').execute()).map(
        (row) => row.person_id,
      );
    const listed = async () => (await selections.viewSelection(act, id)).people.map((one) => one.personId);
    const mergeId = await people.mergePeople(act, { keptId, goneId, reason: '同一人重复登记' });
    expect([await extra(), (await listed()).includes(keptId)]).toEqual([[keptId], true]);
    await people.partPeople(act, { mergeId, reason: '核对后是两个人' });
    expect([await extra(), await listed()]).toEqual([[goneId], [goneId]]);
  });

  it('give the kept one the mobile and the post that it lacks', async () => {
    const world = await engine.world();
    const unitId = await standingUnit(world, '司法局');
    const act = world.signedIn({ roles: { coordinator: unitId } });
    const wish = { name: '王敏', unitId, from: '2026-01-05' };
    const keptId = await people.addPerson(act, wish);
    const goneId = await people.addPerson(act, { ...wish, mobile: '13800000001', classes: ['review'] });
    await world.db
      .updateTable('post')
      .set({ valid_to: '2026-02-01' })
      .where('person_id', '=', keptId)
      .execute();
    const mergeId = await people.mergePeople(act, { keptId, goneId, reason: '回到原单位' });
    expect(await people.findByMobile(world.db, '13800000001')).toMatchObject({ id: keptId });
    expect(await people.postOn(world.db, keptId, '2026-03-02')).toMatchObject({
      ...{ homeUnitId: unitId, classes: ['review'] },
    });
    await people.partPeople(act, { mergeId, reason: '有误' });
    expect(await people.findByMobile(world.db, '13800000001')).toMatchObject({ id: goneId });
    expect(await people.postOn(world.db, keptId, '2026-03-02')).toBeUndefined();
    expect(await people.postOn(world.db, goneId, '2026-03-02')).toMatchObject({ classes: ['review'] });
  });

  it('are merged only by who reaches both, with a reason', async () => {
    const world = await engine.world();
    const { place, act, keptId, goneId, third } = await twice(world);
    const wish = { keptId, goneId, reason: '同一人' };
    await expect(people.mergePeople(act, { ...wish, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(people.mergePeople(act, { ...wish, goneId: keptId })).rejects.toMatchObject({
      code: 'invalid',
    });
    const beside = world.signedIn({ roles: { coordinator: place.units[1] ?? '' } });
    await expect(people.mergePeople(beside, { ...wish, goneId: third })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
