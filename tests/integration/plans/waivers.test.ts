import { expect, it } from 'vitest';
import * as people from '#lib/server/people/index.ts';
import { verifyCounters } from '#lib/server/completion/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { myYear } from '#lib/server/hours/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';

async function bureau(world: World) {
  const unitId = await standingUnit(world, '执法局');
  const roles = { coordinator: unitId };
  const [first, second] = [
    world.signedIn({ name: '李科长', roles }),
    world.signedIn({ name: '赵科长', roles }),
  ];
  const wish = { unitId, from: '2026-01-05', classes: ['enforcement', 'section'] as const };
  const personId = await people.addPerson(first, { ...wish, name: '张敏' });
  const requirement = async (classCode: string, targetHundredths: number, joiners: 'full' | 'fromQuarter') =>
    plans.publishRequirement(first, {
      ...{ unitId, classCode, planYear: 2026, ledger: 'training', targetHundredths, joiners },
      ...{ needsExam: false, legalBasis: '测试依据', validFrom: '2026-01-01', validTo: '2026-12-31' },
    });
  const { id: requirementId } = await requirement('enforcement', 6000, 'full');
  await requirement('section', 9000, 'fromQuarter');
  return { unitId, first, second, personId, requirementId };
}

const everybody = { q: '', unitId: '', kind: null, page: 1, pageSize: 20 };
const year = { planYear: 2026, day: '2026-03-02' };

onBothEngines('a release', (engine) => {
  it('asked by one and approved by another lowers one of several requirements; withdrawn, the target returns', async () => {
    const world = await engine.world();
    const { first, second, personId, requirementId } = await bureau(world);
    const wanted = { personId, requirementId, ground: 'sickLeave', reason: '住院两月', file: null };
    const { id: waiverId } = await plans.askWaiver(first, { ...wanted, releasedHundredths: 2000 });
    const targets = async () =>
      (await plans.askedOf(world.db, { ...year, personId })).map((one) => one.targetHundredths);
    expect(await targets()).toEqual([9000, 6000]);
    expect(await plans.listWaitingWaivers(first)).toEqual([]);
    expect(await plans.listWaitingWaivers(second)).toEqual([{ planYear: 2026, waiting: 1 }]);
    const decision = { waiverId, isApproved: true, reason: '' };
    await expect(plans.decideWaiver(first, decision)).rejects.toMatchObject({ code: 'forbidden' });
    const both = await Promise.allSettled([
      plans.decideWaiver(second, decision),
      plans.decideWaiver(second, { ...decision, isApproved: false, reason: '材料不全' }),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const isApproved = both[0]?.status === 'fulfilled';
    expect(await targets()).toEqual([9000, isApproved ? 4000 : 6000]);
    if (isApproved) await plans.withdrawWaiver(first, { waiverId, reason: '提前返岗' });
    expect(await targets()).toEqual([9000, 6000]);
  });

  it('is asked once for a requirement, within reach, and frees from the whole of it', async () => {
    const world = await engine.world();
    const { first, second, personId, requirementId } = await bureau(world);
    const wanted = { personId, requirementId, ground: 'retiring', reason: '明年退休', file: null };
    const whole = { ...wanted, releasedHundredths: null };
    const stranger = world.signedIn({ roles: { coordinator: await standingUnit(world, '别处') } });
    await expect(plans.askWaiver(stranger, whole)).rejects.toMatchObject({ code: 'notFound' });
    const asked = await Promise.allSettled([plans.askWaiver(first, whole), plans.askWaiver(second, whole)]);
    const done = asked.flatMap((one, at) => (one.status === 'fulfilled' ? [{ at, id: one.value.id }] : []));
    expect(done).toHaveLength(1);
    const other = done[0]?.at === 0 ? second : first;
    await plans.decideWaiver(other, { waiverId: done[0]?.id ?? '', isApproved: true, reason: '' });
    const standing = (await myYear(world.signedIn({ personId }))).standings[0];
    expect(standing).toMatchObject({ ledger: 'training', targetHundredths: 9000 });
    const listed = await plans.listWaivers(first, {
      ...{ planYear: 2026, q: '', personId: '', page: 1, pageSize: 20 },
    });
    expect(listed.waivers).toMatchObject([{ status: 'approved', name: '张敏', releasedHundredths: null }]);
  });

  it('who joins in the year is asked by the row: the full target or a part for the quarters left', async () => {
    const world = await engine.world();
    const { unitId, first } = await bureau(world);
    const later = { ...first, now: '2026-07-06T01:00:00.000Z' };
    const personId = await people.addPerson(later, {
      ...{ name: '新人', unitId, from: '2026-07-01', classes: ['enforcement', 'section'] },
    });
    const asked = await plans.askedOf(world.db, { planYear: 2026, day: '2026-07-06', personId });
    expect(asked.map((one) => [one.classCode, one.targetHundredths])).toEqual([
      ['section', 4500],
      ['enforcement', 6000],
    ]);
  });

  it('from the whole of a requirement frees from the courses of its plan, also after its terms were changed', async () => {
    const world = await engine.world();
    const { unitId, first, second, personId, requirementId } = await bureau(world);
    const { courseId } = await publishedCourse(world, { unitId, title: '处罚法', minutes: [30] });
    const { id: planId } = await plans.createPlan(first, {
      ...{ unitId, planYear: 2026, title: '执法人员计划', requirementId },
      ...{ classCodes: ['enforcement'], requiredCourseIds: [courseId], electiveCourseIds: [] },
    });
    await plans.publishPlan(first, planId);
    const isRequired = async () =>
      (await plans.demandsOn(world.db, { ...year, personId })).duties.map((one) => one.isRequired);
    const whyBehind = async () => {
      const { people: behind } = await plans.listBehind(first, everybody);
      return behind.flatMap((one) => one.reasons.map((reason) => reason.kind));
    };
    expect([await isRequired(), await whyBehind()]).toEqual([[true], ['account', 'unopened', 'hours']]);
    const wanted = { personId, requirementId, ground: 'retiring', reason: '明年退休', file: null };
    const { id: waiverId } = await plans.askWaiver(first, { ...wanted, releasedHundredths: null });
    await plans.decideWaiver(second, { waiverId, isApproved: true, reason: '' });
    expect([await isRequired(), await whyBehind()]).toEqual([[false], ['account', 'hours']]);
    const { id: amended } = await plans.amendRequirement(first, {
      ...{ requirementId, unitId, from: '2026-03-02', targetHundredths: 8000, needsExam: false },
      ...{ joiners: 'full', legalBasis: '新的办法' },
    });
    const asked = await plans.askedOf(world.db, { ...year, personId });
    expect(asked.find((one) => one.id === amended)).toMatchObject({ targetHundredths: 0, isReleased: true });
    expect(await isRequired()).toEqual([false]);
    expect(await verifyCounters(world.console)).toEqual([]);
  });

  it('of a year that is over stays as it is', async () => {
    const world = await engine.world();
    const { first, second, personId, requirementId } = await bureau(world);
    const wanted = { personId, requirementId, ground: 'sickLeave', reason: '住院', file: null };
    const { id: waiverId } = await plans.askWaiver(first, { ...wanted, releasedHundredths: 2000 });
    const on = (day: string, act: typeof first) => ({ ...act, now: `${day}T01:00:00.000Z` });
    await plans.decideWaiver(on('2027-01-31', second), { waiverId, isApproved: true, reason: '' });
    const late = plans.withdrawWaiver(on('2027-02-01', first), { waiverId, reason: '弄错了' });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });
});
