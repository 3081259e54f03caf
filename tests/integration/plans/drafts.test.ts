import { expect, it } from 'vitest';
import * as courses from '#lib/server/courses/index.ts';
import { myYear } from '#lib/server/hours/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';

/** A bureau with three courses, two of them in a module, and a drafted plan of the module. */
async function drafted(world: World) {
  const unitId = await standingUnit(world, '执法局');
  const act = world.signedIn({ roles: { coordinator: unitId } });
  const course = async (title: string) =>
    (await publishedCourse(world, { unitId, title, minutes: [30] })).courseId;
  const [first, second, third] = [await course('甲法'), await course('乙法'), await course('丙法')];
  const text = { title: '执法入门', summary: '' };
  const moduleId = await courses.createModule(act, { unitId, ...text, courseIds: [first, second] });
  const empty = { requirementId: null, requiredCourseIds: [], electiveCourseIds: [], moduleIds: [] };
  const wanted = { ...empty, title: '执法人员计划', classCodes: ['enforcement'], moduleIds: [moduleId] };
  const { id: planId } = await plans.createPlan(act, { ...wanted, unitId, planYear: 2026 });
  return { unitId, act, first, second, third, text, moduleId, wanted, planId };
}

onBothEngines('a drafted plan', (engine) => {
  it('is changed whole until it is published, by who holds its unit, and asks what it says then', async () => {
    const world = await engine.world();
    const { unitId, act, first, third, moduleId, wanted, planId } = await drafted(world);
    expect(await plans.deskOfPlan(act, planId)).toMatchObject({
      ...{ isDraft: true, moduleIds: [moduleId], requiredCourseIds: [], classCodes: ['enforcement'] },
    });
    const change = { ...wanted, title: '科级计划', moduleIds: [], classCodes: ['section'] };
    const revised = { ...change, requiredCourseIds: [third], electiveCourseIds: [first, third], planId };
    const stranger = world.signedIn({ roles: { coordinator: await standingUnit(world, '别处') } });
    await expect(plans.revisePlan(stranger, revised)).rejects.toMatchObject({ code: 'notFound' });
    await expect(plans.revisePlan(act, { ...revised, classCodes: [] })).rejects.toMatchObject({
      fields: { classCodes: '请至少选择一类人员。' },
    });
    await plans.revisePlan(act, revised);
    const personId = await people.addPerson(act, {
      ...{ name: '张敏', unitId, from: '2026-01-05', classes: ['section'] },
    });
    const january = { ...act, now: '2027-01-02T01:00:00.000Z' };
    await expect(plans.publishPlan(january, planId)).rejects.toThrow('往年');
    await plans.publishPlan(act, planId);
    const { courses: asked } = await myYear(world.signedIn({ personId }));
    expect(asked.map((one) => [one.title, one.isRequired])).toEqual([
      ['丙法', true],
      ['甲法', false],
    ]);
    await expect(plans.revisePlan(act, revised)).rejects.toMatchObject({ code: 'conflict' });
    await expect(plans.discardPlan(act, planId)).rejects.toMatchObject({ code: 'conflict' });
    expect((await plans.deskOfPlan(act, planId)).isDraft).toBe(false);
  });

  it('can be thrown away', async () => {
    const world = await engine.world();
    const { act, planId } = await drafted(world);
    await plans.discardPlan(act, planId);
    expect((await plans.listPlans(act, 2026)).plans).toEqual([]);
    await expect(plans.deskOfPlan(act, planId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

onBothEngines('the courses of a module', (engine) => {
  it('stand in the order that was set, also after others were taken up', async () => {
    const world = await engine.world();
    const { act, first, second, third, text, moduleId } = await drafted(world);
    const order = async () => (await courses.deskOfModule(act, moduleId)).courses.map((one) => one.title);
    await courses.moveCourse(act, { moduleId, courseId: second, direction: 'up' });
    expect(await order()).toEqual(['乙法', '甲法']);
    await courses.editModule(act, { moduleId, ...text, courseIds: [third, first, second] });
    expect(await order()).toEqual(['乙法', '甲法', '丙法']);
    await courses.closeModule(act, moduleId);
    const late = courses.moveCourse(act, { moduleId, courseId: first, direction: 'up' });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });
});
