import { expect, it } from 'vitest';
import { verifyCounters } from '#lib/server/completion/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { publishedCourse } from '../../support/study.ts';
import type { World } from '../../support/world.ts';
import { csv, line } from '../rosters/files.ts';

/** What follows a person, without who it is and when it was counted. */
async function followed({ db }: World, personId: string) {
  const of = { members: 'plan_member', targets: 'assignment_target', standings: 'standing' } as const;
  const rows = await Promise.all(
    Object.values(of).map((table) =>
      db.selectFrom(table).selectAll().where('person_id', '=', personId).execute(),
    ),
  );
  return rows.map((some) =>
    some.map((row) => JSON.stringify({ ...row, person_id: '', changed_at: '' })).sort(),
  );
}

onBothEngines('people who arrive together', (engine) => {
  it('join plans, unit assignments and counters as those who come one by one', async () => {
    const world = await engine.world();
    const unitId = await standingUnit(world, '执法局');
    const act = world.signedIn({ name: '李科长', roles: { coordinator: unitId } });
    const { courseId } = await publishedCourse(world, { unitId, title: '行政处罚法', minutes: [30] });
    await plans.publishRequirement(act, {
      ...{ unitId, classCode: 'enforcement', planYear: 2026, ledger: 'training', targetHundredths: 6000 },
      ...{ joiners: 'full', needsExam: false, legalBasis: '测试依据' },
      ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
    });
    const courses = { requiredCourseIds: [courseId], electiveCourseIds: [], moduleIds: [] };
    const { id: planId } = await plans.createPlan(act, {
      ...{ unitId, planYear: 2026, title: '执法人员计划', requirementId: null, classCodes: ['enforcement'] },
      ...courses,
    });
    await plans.publishPlan(act, planId);
    const wanted = { courseIds: [courseId], unitId, dueOn: '2026-06-30', reason: '新法施行' };
    await plans.assign(act, { ...wanted, to: { kind: 'unit' } });
    const alone = await people.addPerson(act, { name: '甲', unitId, classes: ['enforcement'] });
    const told = { unit: '执法局', classes: '行政执法人员' };
    const { batchId } = await rosters.stageImport(act, csv([line(1, told), line(2, told)]));
    await rosters.commitImport(act, batchId ?? '');
    const { people: all } = await people.listPeople(act, {
      ...{ q: '学员', sort: 'name', direction: 'asc', page: 1, pageSize: 20 },
    });
    const expected = await followed(world, alone);
    expect(expected.map((rows) => rows.length)).toEqual([1, 1, 2]);
    expect(all).toHaveLength(2);
    for (const { id } of all) expect(await followed(world, id)).toEqual(expected);
    expect(await verifyCounters(world.console)).toEqual([]);
  });
});
