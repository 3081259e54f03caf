import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import { mobileColumns } from '#lib/server/people/rows.ts';
import { accountHolder } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';
import { standingUnit } from '../../support/people.ts';
import { monday, type World } from '../../support/world.ts';

const plain: Omit<movement.StatusChange, 'personId' | 'status'> = {
  ...{ day: '2026-03-02', until: null, workUnitId: null, countedIn: 'home', place: null },
  ...{ reason: '见附件', file: null },
};

const accountState = async (world: World, personId: string) =>
  (
    await world.db
      .selectFrom('account')
      .select('state')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).state;

onBothEngines('a status', (engine) => {
  it('of leave and secondment keeps the post, is on the list while it lasts, and ends with the return', async () => {
    const world = await engine.world();
    const { personId, unitId } = await accountHolder(world, { name: '周敏', login: 'zhoumin' });
    const other = await standingUnit(world, '街道办');
    const act = world.signedIn({ roles: { coordinator: unitId } });
    const leave = { ...plain, personId, status: 'maternityLeave', until: '2026-03-31' } as const;
    await movement.changeStatus(act, leave);
    expect((await movement.deskOfStatus(act, personId)).ground).toBe('maternityLeave');
    await expect(movement.changeStatus(act, { ...leave, day: '2026-03-05' })).rejects.toMatchObject({
      fields: { status: expect.any(String) },
    });
    const page = { page: 1, pageSize: 20 };
    expect(await movement.listAway(act, page)).toMatchObject({ total: 1, people: [{ isOverdue: false }] });
    const april = { ...act, now: '2026-04-07T01:00:00.000Z' };
    expect(await movement.countOverdueAway(april)).toBe(1);
    await movement.changeStatus(april, { ...plain, personId, status: 'active', day: '2026-04-06' });
    expect([await movement.countOverdueAway(april), (await movement.listAway(april, page)).total]).toEqual([
      0, 0,
    ]);
    const lent = { ...plain, personId, status: 'secondedOut', day: '2026-04-07' } as const;
    await expect(movement.changeStatus(april, lent)).rejects.toMatchObject({
      fields: { workUnitId: expect.any(String) },
    });
    await movement.changeStatus(april, { ...lent, workUnitId: other, countedIn: 'work' });
    expect(await people.postOn(world.db, personId, '2026-04-07')).toMatchObject({
      ...{ homeUnitId: unitId, countedUnitId: other, status: 'secondedOut' },
    });
    const back = { ...april, now: '2026-05-06T01:00:00.000Z' };
    await movement.changeStatus(back, { ...plain, personId, status: 'active', day: '2026-05-06' });
    expect(await people.postOn(world.db, personId, '2026-05-06')).toMatchObject({
      ...{ countedUnitId: unitId, workUnitId: null, status: 'active' },
    });
    expect(await people.postOn(world.db, personId, '2026-05-05')).toMatchObject({ countedUnitId: other });
  });

  it('of departure ends the posts on the day and the account when the attempt under way is handed in', async () => {
    const world = await engine.world();
    const { examId, unitId } = await examination(world);
    const { personId } = await accountHolder(world, {
      ...{ name: '老吴', login: 'laowu', unitId, roles: ['learner', 'leader'] },
    });
    const act = world.signedIn({ roles: { coordinator: unitId } });
    await exams.addCandidate(act, { examId, personId, reason: '漏登' });
    const learner = world.signedIn({ personId });
    const attemptId = await exams.start(learner, { examId });
    await movement.changeStatus(act, { ...plain, personId, status: 'retired' });
    expect(await people.postOn(world.db, personId, '2026-03-02')).toBeUndefined();
    expect(await accountState(world, personId)).toBe('active');
    await exams.submit(world.at(addSeconds(monday, 60)).signedIn({ personId }), attemptId);
    expect(await movement.settleDepartures(world.system)).toBe(1);
    expect(await accountState(world, personId)).toBe('closed');
    const open = await world.db.selectFrom('role_grant').selectAll().where('valid_to', 'is', null).execute();
    expect(open).toEqual([]);
    expect(await movement.settleDepartures(world.system)).toBe(0);
  });

  it('of departure before the window takes him off the list, a day ahead too, and he can be taken in again', async () => {
    const world = await engine.world();
    const opensAt = '2026-03-20T01:00:00.000Z';
    const { examId, unitId, takers } = await examination(world, { opensAt });
    const [personId = ''] = takers;
    const act = world.signedIn({ roles: { coordinator: unitId } });
    const state = async () =>
      (await world.db.selectFrom('exam_candidate').selectAll().executeTakeFirstOrThrow()).state;
    await movement.changeStatus(act, {
      ...plain,
      personId,
      status: 'left',
      day: '2026-03-10',
      place: '外省',
    });
    expect(await state()).toBe('left');
    expect(await people.postOn(world.db, personId, '2026-03-09')).toBeDefined();
    const later = { ...act, now: '2026-03-12T01:00:00.000Z' };
    const arrival: movement.Arrival = {
      ...{ name: '考生1', identity: null, mobile: '13800001111', unitId, day: '2026-03-12', place: '外省' },
      ...{ status: 'active', title: null, levelCode: null, classes: ['section'], reason: '调回' },
    };
    await world.db
      .updateTable('person')
      .set(mobileColumns(world.db, arrival.mobile))
      .where('id', '=', personId)
      .execute();
    await expect(movement.findFormer(act, { ...arrival, day: '2026-03-05' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(movement.findFormer(later, { ...arrival, name: '别人' })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    expect(await movement.findFormer(later, arrival)).toMatchObject({
      ...{ personId, posts: [{ from: '2020-01-01', to: '2026-03-09' }] },
    });
    expect(await movement.admit(later, arrival)).toEqual({ personId, isNew: false });
    expect([await state(), await movement.settleDepartures(world.at(later.now).system)]).toEqual(['due', 0]);
    const fresh = { ...arrival, name: '新同志', mobile: '13800002222', status: 'secondedIn' } as const;
    expect(await movement.admit(later, fresh)).toMatchObject({ isNew: true });
    expect(examId).not.toBe('');
  });
});
