import { expect, it } from 'vitest';
import * as events from '#lib/server/events/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const day: Omit<events.NewEvent, 'hostIds'> = {
  ...{ title: '执法培训', heldOn: '2026-02-27', span: 'day', minutes: 360, mode: 'onsite' },
  ...{ place: '', lecturer: '', forms: ['培训'], topics: [], laws: [] },
};

/** A verified day of training that 张敏 attended and 李伟 did not. */
async function verified(world: World) {
  const { personId, unitId } = await officer(world, { name: '张敏' });
  const { personId: other } = await officer(world, { name: '李伟', unitId });
  const roles = { coordinator: unitId };
  const registrant = world.signedIn({
    personId: (await officer(world, { name: '王', unitId })).personId,
    roles,
  });
  const verifier = world.signedIn({
    personId: (await officer(world, { name: '赵', unitId })).personId,
    roles,
  });
  const { id: eventId } = await events.register(registrant, { ...day, hostIds: [unitId] });
  await events.addAttendees(registrant, { eventId, personIds: [personId] });
  const bytes = new TextEncoder().encode('%PDF-1.7 签到表');
  await events.attachFile(registrant, { eventId, name: '签到表.pdf', bytes });
  await events.handOver(registrant, eventId);
  await events.verify(verifier, eventId);
  const total = async (of: string) =>
    (await hours.totalsOf(world.db, { personId: of, planYear: 2026 })).training;
  const revisions = async () => {
    const owner = world.signedIn({ personId });
    const book = await hours.readLedger(owner, { personId, planYear: 2026, ledger: 'training' });
    return book.lines.map((line) => line.hundredths);
  };
  return { personId, other, unitId, eventId, registrant, verifier, total, revisions };
}

onBothEngines('a verified event', (engine) => {
  it('can be taken back, mended and verified again, and then enters the next revision', async () => {
    const world = await engine.world();
    const { personId, unitId, eventId, registrant, verifier, total, revisions } = await verified(world);
    await expect(events.takeBack(verifier, { eventId, reason: ' ' })).rejects.toThrow('原因');
    await events.takeBack(verifier, { eventId, reason: '时长有误' });
    expect(await total(personId)).toBe(0);
    await expect(events.takeBack(verifier, { eventId, reason: '再来' })).rejects.toThrow('已核验');
    await events.giveBack(verifier, { eventId, reason: '请改为半天' });
    await events.revise(registrant, {
      eventId,
      wanted: { ...day, span: 'halfDay', hostIds: [unitId], forms: ['培训', '分享会'] },
    });
    await events.handOver(registrant, eventId);
    await events.verify(verifier, eventId);
    expect(await revisions()).toEqual([400, -800, 800]);
    const view = await events.viewEvent(verifier, eventId);
    expect(view.forms).toEqual(['分享会', '培训']);
    expect(view.corrections).toMatchObject([{ kind: 'takenBack', reason: '时长有误', byName: '赵' }]);
  });

  it('has its list mended by a second person, with a reason, one person at a time', async () => {
    const world = await engine.world();
    const { personId, other, eventId, registrant, verifier, total, revisions } = await verified(world);
    const absent = { eventId, personId, isPresent: false, reason: '签到表上没有他' };
    await expect(events.correctAttendance(registrant, absent)).rejects.toThrow('登记人');
    await events.correctAttendance(verifier, absent);
    await events.correctAttendance(verifier, { ...absent, personId: other, isPresent: true });
    expect([await total(personId), await total(other)]).toEqual([0, 800]);
    await expect(events.correctAttendance(verifier, absent)).rejects.toMatchObject({ code: 'conflict' });
    await events.correctAttendance(verifier, { ...absent, isPresent: true, reason: '另页签到' });
    expect(await revisions()).toEqual([800, -800, 800]);
    const view = await events.viewEvent(verifier, eventId);
    expect(view.attendees.map((one) => one.name).sort()).toEqual(['张敏', '李伟']);
    expect(view.corrections.map((one) => one.kind).sort()).toEqual(['added', 'added', 'removed']);
  });
});

onBothEngines('an event of many people', (engine) => {
  it('cut off while its hours are entered stands still, and is finished afterwards, nobody twice', async () => {
    const world = await engine.world();
    const { unitId, eventId, registrant, verifier, total, revisions, personId } = await verified(world);
    await events.takeBack(verifier, { eventId, reason: '补登名单' });
    const many: string[] = [];
    for (const name of ['甲', '乙', '丙', '丁', '戊', '己'])
      many.push((await officer(world, { name, unitId })).personId);
    // Ids of one millisecond are in no order; the run goes by them.
    many.sort();
    await events.addAttendees(registrant, { eventId, personIds: many });
    await events.verify(verifier, eventId);
    const run = { event_id: eventId, kind: 'reversed', reason: '日期有误', begun_at: world.now };
    await world.db
      .insertInto('attendance_run')
      .values({ ...run, after_person_id: many[1] ?? '' })
      .execute();
    await world.db.updateTable('event').set({ status: 'registered' }).execute();
    for (const change of [
      () => events.removeAttendee(registrant, { eventId, personId: many[4] ?? '' }),
      () => events.addAttendees(registrant, { eventId, personIds: [personId] }),
      () => events.verify(verifier, eventId),
    ])
      await expect(change()).rejects.toThrow('逐人');
    await Promise.all([events.resumeRuns(world.system), events.resumeRuns(world.system)]);
    expect(await Promise.all(many.map(total))).toEqual([800, 800, 0, 0, 0, 0]);
    await events.verify(verifier, eventId);
    expect(await Promise.all(many.map(total))).toEqual([800, 800, 800, 800, 800, 800]);
    expect(await revisions()).toEqual([800, -800, 800]);
    expect(await events.resumeRuns(world.system)).toBe(0);
  });

  it('is not changed by who saw it before it was verified', async () => {
    const world = await engine.world();
    const { eventId, registrant, verifier, other, total } = await verified(world);
    await events.takeBack(verifier, { eventId, reason: '补登名单' });
    const [added] = await Promise.allSettled([
      events.addAttendees(registrant, { eventId, personIds: [other] }),
      events.verify(verifier, eventId),
    ]);
    expect(await total(other)).toBe(added?.status === 'fulfilled' ? 800 : 0);
  });
});

onBothEngines('an event that was only registered', (engine) => {
  it('cannot be moved to a day on which somebody on its list did not belong there', async () => {
    const world = await engine.world();
    const { personId, unitId } = await officer(world, { name: '张敏' });
    const registrant = world.signedIn({ roles: { coordinator: unitId } });
    const { id: eventId } = await events.register(registrant, { ...day, hostIds: [unitId] });
    await events.addAttendees(registrant, { eventId, personIds: [personId] });
    await world.db.updateTable('post').set({ valid_from: '2026-02-01' }).execute();
    const wanted = { ...day, hostIds: [unitId], heldOn: '2026-01-15' };
    await expect(events.revise(registrant, { eventId, wanted })).rejects.toThrow('张敏');
    await expect(
      events.revise(registrant, { eventId, wanted: { ...wanted, audience: 'public', headCount: 5 } }),
    ).rejects.toThrow('人次');
    expect((await events.viewEvent(registrant, eventId)).heldOn).toBe('2026-02-27');
  });
});
