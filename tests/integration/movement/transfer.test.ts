import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as files from '#lib/server/files/index.ts';
import { totalsOf } from '#lib/server/hours/index.ts';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { examination, rightOptions } from '../../support/exams.ts';
import { officer, standingUnit } from '../../support/people.ts';
import { monday, type World } from '../../support/world.ts';

const file = { name: '调令.pdf', bytes: new TextEncoder().encode('%PDF-1.7 调令') };
const asked = { day: '2026-03-20', reason: '交流任职', file };
const post = { workUnitId: null, countedIn: 'home', title: '四级主任科员', levelCode: null } as const;

/** Two bureaus with a coordinator each, one over both, and an officer of the first. */
async function bureaus(world: World) {
  const districtId = await standingUnit(world, '云山区');
  const first = await standingUnit(world, '综合执法局', districtId);
  const second = await standingUnit(world, '应急管理局', districtId);
  const { personId } = await officer(world, { name: '张敏', unitId: first });
  return {
    ...{ first, second, personId },
    sender: world.signedIn({ name: '发送方', roles: { coordinator: first } }),
    receiver: world.signedIn({ name: '接收方', roles: { coordinator: second } }),
    above: world.signedIn({ name: '区管理员', roles: { coordinator: districtId } }),
    learner: world.signedIn({ personId, name: '张敏' }),
  };
}

const homeOn = async (world: World, personId: string, day: string) =>
  (await people.postOn(world.db, personId, day))?.homeUnitId;

onBothEngines('a transfer', (engine) => {
  it('changes nothing before the other side receives him, then he is theirs from the day on', async () => {
    const world = await engine.world();
    const { first, second, personId, sender, receiver, learner } = await bureaus(world);
    await expect(
      movement.movePost(sender, { personId, homeUnitId: second, day: asked.day, reason: '交流' }),
    ).rejects.toMatchObject({ code: 'forbidden', fields: { homeUnitId: expect.any(String) } });
    const { id } = await movement.proposeTransfer(sender, { ...asked, personId, toUnitId: second });
    expect(await homeOn(world, personId, '2026-03-20')).toBe(first);
    expect(await movement.waitingTransfers(sender)).toMatchObject({ incoming: 0, outgoing: 1 });
    expect(await movement.waitingTransfers(receiver)).toMatchObject({ incoming: 1, outgoing: 0 });
    expect(await movement.myTransfers(learner)).toMatchObject([{ toName: '应急管理局', status: 'proposed' }]);
    await expect(
      movement.proposeTransfer(sender, { ...asked, personId, toUnitId: second }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const reception = { ...post, transferId: id, classes: ['section'] as const };
    await expect(movement.confirmTransfer(sender, reception)).rejects.toMatchObject({ code: 'notFound' });
    const view = await movement.viewTransfer(receiver, id);
    expect([view.mayDecide, view.mayWithdraw]).toEqual([true, false]);
    expect((await files.read(receiver, view.fileId ?? '')).name).toBe('调令.pdf');
    await movement.confirmTransfer(receiver, reception);
    expect(await homeOn(world, personId, '2026-03-19')).toBe(first);
    expect(await people.postOn(world.db, personId, '2026-03-20')).toMatchObject({
      ...{ homeUnitId: second, title: '四级主任科员', classes: ['section'], status: 'active' },
    });
    await expect(movement.confirmTransfer(receiver, reception)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is declined or withdrawn with a reason, is late after its day, and then open to another', async () => {
    const world = await engine.world();
    const { first, second, personId, sender, receiver, above } = await bureaus(world);
    const wish = { ...asked, personId, toUnitId: second };
    await expect(movement.proposeTransfer(sender, { ...wish, file: null })).rejects.toMatchObject({
      fields: { file: expect.any(String) },
    });
    const { id } = await movement.proposeTransfer(sender, wish);
    const later = { ...receiver, now: '2026-03-18T01:00:00.000Z' };
    expect(await movement.waitingTransfers(later)).toMatchObject({ incoming: 1, incomingLate: 1 });
    await expect(movement.declineTransfer(receiver, { transferId: id, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
    await movement.declineTransfer(receiver, { transferId: id, reason: '编制已满' });
    const again = await movement.proposeTransfer(sender, wish);
    await expect(
      movement.withdrawTransfer(receiver, { transferId: again.id, reason: '不办' }),
    ).rejects.toMatchObject({ code: 'notFound' });
    await movement.withdrawTransfer(sender, { transferId: again.id, reason: '暂缓' });
    const listing = { q: '', page: 1, pageSize: 20 };
    const decided = await movement.listTransfers(sender, { ...listing, isOpen: false });
    expect(decided.transfers.map((one) => one.decidedReason).sort()).toEqual(['暂缓', '编制已满']);
    expect(await homeOn(world, personId, '2026-03-20')).toBe(first);
    const third = await movement.proposeTransfer(sender, wish);
    await movement.movePost(above, { personId, day: '2026-03-10', homeUnitId: second, reason: '轮岗' });
    await expect(
      movement.confirmTransfer(receiver, { ...post, transferId: third.id, classes: [] }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves hours, the place in an exam and an attempt under way untouched', async () => {
    const world = await engine.world();
    const { examId, unitId, takers } = await examination(world, { attemptsAllowed: 1 });
    const [personId = ''] = takers;
    const second = await standingUnit(world, '应急管理局');
    const learner = world.signedIn({ personId });
    const attemptId = await exams.start(learner, { examId });
    await world.db
      .insertInto('hour_entry')
      .values({
        ...{ id: 'entry', ledger: 'training', person_id: personId, plan_year: 2026, source_kind: 'event' },
        ...{ source_id: 'e', revision: 1, seconds: null, hundredths: 400, rule_id: null, reverses: null },
        ...{ entered_at: world.now, entered_by: 'test', origin: 'attendance', reason: null },
      })
      .execute();
    const sender = world.signedIn({ roles: { coordinator: unitId } });
    const wish = { ...asked, day: '2026-03-02', personId, toUnitId: second };
    const { id } = await movement.proposeTransfer(sender, wish);
    const receiver = world.signedIn({ roles: { coordinator: second } });
    await movement.confirmTransfer(receiver, { ...post, transferId: id, classes: [] });
    const now = world.at(addSeconds(monday, 60)).signedIn({ personId });
    const { writer } = await exams.takeOver(now, attemptId);
    const { items } = await exams.room(now, attemptId);
    const answers = items.map((item) => ({ itemId: item.itemId, revision: 1, chosen: rightOptions(item) }));
    await exams.saveAnswers(now, { attemptId, writer, answers });
    await exams.submit(now, attemptId);
    const candidate = await world.db.selectFrom('exam_candidate').selectAll().executeTakeFirstOrThrow();
    expect(candidate).toMatchObject({ person_id: personId, unit_id: unitId, state: 'due' });
    expect((await totalsOf(world.db, { personId, planYear: 2026 })).training).toBe(400);
    expect(await homeOn(world, personId, '2026-03-02')).toBe(second);
  });
});
