import { expect, it } from 'vitest';
import * as events from '#lib/server/events/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const lecture: Omit<events.NewEvent, 'hostIds'> = {
  ...{ title: '第一季度执法大讲堂', heldOn: '2026-02-27', span: 'halfDay', minutes: 180, mode: 'both' },
  ...{ place: '三楼会议室', lecturer: '刘律师', lecturerKind: 'counsel', topics: [], laws: [] },
  forms: ['培训'],
};

async function bureau(world: World) {
  const unitId = await standingUnit(world, '综合执法局');
  const { personId } = await officer(world, { name: '王登记', unitId });
  const act = (now = world.now) => world.at(now).signedIn({ personId, roles: { coordinator: unitId } });
  const second = world.signedIn({ roles: { coordinator: unitId } });
  const prove = (eventId: string) =>
    events.attachFile(act(), {
      ...{ eventId, name: '通知.pdf' },
      bytes: new TextEncoder().encode('%PDF-1.7 通知'),
    });
  return { unitId, personId, act, second, prove };
}

onBothEngines('a series', (engine) => {
  it('shows what was held, what is missing and what comes next, and begins the form with it', async () => {
    const world = await engine.world();
    const { unitId, personId, act, second, prove } = await bureau(world);
    const series = {
      unitId,
      name: '执法大讲堂',
      tag: '执法大讲堂',
      cadence: 'quarter',
      planYear: 2026,
    } as const;
    const { id: seriesId } = await events.createSeries(act(), series);
    const bare = { ...lecture, forms: [], hostIds: [unitId] };
    const { id } = await events.register(act(), { ...bare, seriesId });
    expect((await events.viewEvent(act(), id)).forms).toEqual(['执法大讲堂']);
    await expect(events.register(act(), bare)).rejects.toMatchObject({
      fields: { forms: expect.any(String) },
    });
    const states = async (now?: string) =>
      (await events.listSeries(act(now), 2026))[0]?.periods.map((period) => period.state);
    expect(await states()).toEqual(['waiting', 'ahead', 'ahead', 'ahead']);
    await events.addAttendees(act(), { eventId: id, personIds: [personId] });
    await prove(id);
    await events.handOver(act(), id);
    await events.verify(second, id);
    expect(await states('2026-08-03T01:00:00.000Z')).toEqual(['held', 'missing', 'current', 'ahead']);
    const asked = { seriesId, period: 0 };
    expect(await events.proposeEvent(act('2026-08-03T01:00:00.000Z'), asked)).toMatchObject({
      ...{ title: '第三季度执法大讲堂', forms: ['执法大讲堂'], hostIds: [unitId] },
      ...{ place: '三楼会议室', span: 'halfDay', minutes: 180, mode: 'both' },
    });
    const missing = await events.proposeEvent(act('2026-08-03T01:00:00.000Z'), { seriesId, period: 2 });
    expect(missing.title).toBe('第二季度执法大讲堂');
    await events.closeSeries(act(), seriesId);
    await expect(events.closeSeries(act(), seriesId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(events.register(act(), { ...lecture, hostIds: [unitId], seriesId })).rejects.toMatchObject({
      fields: { seriesId: expect.any(String) },
    });
    const beside = world.signedIn({ roles: { coordinator: await standingUnit(world, '别处') } });
    expect(await events.listSeries(beside, 2026)).toEqual([]);
  });
});

onBothEngines('a public event', (engine) => {
  it('is counted by heads, verified by its evidence, and found by window, host and tag', async () => {
    const world = await engine.world();
    const { unitId, personId, act, second, prove } = await bureau(world);
    const wanted = { ...lecture, title: '宪法进社区', forms: ['普法活动'], hostIds: [unitId] };
    const open = { ...wanted, audience: 'public', headCount: 320 } as const;
    await expect(events.register(act(), { ...open, headCount: null })).rejects.toThrow('人次');
    const { id } = await events.register(act(), open);
    const seat = { eventId: id, personIds: [personId] };
    await expect(events.addAttendees(act(), seat)).rejects.toMatchObject({ code: 'conflict' });
    await expect(events.handOver(act(), id)).rejects.toThrow('依据');
    await prove(id);
    await events.handOver(act(), id);
    await events.verify(second, id);
    const found = (more: object) =>
      events.listEvents(act(), {
        ...{ planYear: 2026, q: '', tag: '普法活动', status: '', direction: 'desc', page: 1, pageSize: 20 },
        ...more,
      });
    const inMarch = { window: { from: '2026-03-01', to: '2026-03-31' } };
    const inQuarter = { window: { from: '2026-01-01', to: '2026-03-31' }, hostId: unitId };
    expect((await found(inQuarter)).events).toMatchObject([{ audience: 'public', attendees: 320 }]);
    expect([(await found(inMarch)).total, (await found({ hostId: 'other' })).total]).toEqual([0, 0]);
    expect(await events.hostChoices(act(), 2026)).toEqual([{ id: unitId, name: '综合执法局' }]);
  });
});
