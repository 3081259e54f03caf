import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runtimeOf } from '#lib/server/db/index.ts';
import * as events from '#lib/server/events/index.ts';
import * as files from '#lib/server/files/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import type { Act } from '#lib/server/platform/act.ts';
import type { World } from '../../support/world.ts';

const lecture: Omit<events.NewEvent, 'hostIds'> = {
  title: '第一季度执法大讲堂',
  heldOn: '2026-02-27',
  span: 'minutes',
  minutes: 90,
  mode: 'onsite',
  place: '三楼会议室',
  lecturer: '法律顾问',
  forms: ['执法大讲堂', '中心组学习'],
  topics: ['法治'],
  laws: ['《中华人民共和国行政处罚法》'],
};

async function district(world: World) {
  const { personId, unitId } = await officer(world, { name: '张敏' });
  const twins = [
    await officer(world, { name: '李伟', unitId }),
    await officer(world, { name: '李伟', unitId }),
  ];
  const registrant = await officer(world, { name: '王登记', unitId });
  const verifier = await officer(world, { name: '赵核验', unitId });
  const roles = { coordinator: unitId };
  const prove = (act: Act, eventId: string) =>
    events.attachFile(act, {
      eventId,
      name: '签到表.pdf',
      bytes: new TextEncoder().encode('%PDF-1.7 签到表'),
    });
  return {
    ...{ personId, unitId, twins, prove },
    registrant: world.signedIn({ personId: registrant.personId, roles }),
    verifier: world.signedIn({ personId: verifier.personId, roles }),
    totals: () => hours.totalsOf(world.db, { personId, planYear: 2026 }),
  };
}

onBothEngines('events', (engine) => {
  it('enter hours when a second person has verified them, and not before', async () => {
    const world = await engine.world();
    const { personId, unitId, registrant, verifier, totals, prove } = await district(world);
    const { id } = await events.register(registrant, { ...lecture, hostIds: [unitId] });
    await expect(events.handOver(registrant, id)).rejects.toThrow('参加人员');
    await events.addAttendees(registrant, { eventId: id, personIds: [personId] });
    await expect(events.handOver(registrant, id)).rejects.toThrow('签到表');
    await prove(registrant, id);
    await events.handOver(registrant, id);
    await expect(events.verify(registrant, id)).rejects.toThrow('登记人');
    expect(await events.listWaitingEvents(registrant)).toEqual([]);
    expect(await events.listWaitingEvents(verifier)).toMatchObject([{ planYear: 2026, total: 1 }]);
    expect(await Promise.all([registrant, verifier].map(events.countWaitingEvents))).toEqual([0, 1]);
    expect((await totals()).training).toBe(0);
    await events.verify(verifier, id);
    expect((await totals()).training).toBe(200);
    await expect(events.verify(verifier, id)).rejects.toMatchObject({ code: 'conflict' });
    const removal = events.removeAttendee(registrant, { eventId: id, personId });
    await expect(removal).rejects.toMatchObject({ code: 'conflict' });
    const view = await events.viewEvent(verifier, id);
    expect(view).toMatchObject({ verifiedByName: '赵核验', laws: ['行政处罚法'], mayEdit: false });
  });

  it('award a half day as the rule says', async () => {
    const world = await engine.world();
    const { personId, unitId, registrant, verifier, totals, prove } = await district(world);
    const wanted = { ...lecture, span: 'halfDay' as const, hostIds: [unitId] };
    const { id } = await events.register(registrant, wanted);
    await events.addAttendees(registrant, { eventId: id, personIds: [personId] });
    await prove(registrant, id);
    await events.handOver(registrant, id);
    await events.verify(verifier, id);
    expect((await totals()).training).toBe(400);
  });

  it('find pasted names within scope and hand back what is ambiguous or unknown', async () => {
    const world = await engine.world();
    const { personId, unitId, registrant } = await district(world);
    await officer(world, { name: '外单位' });
    const { id } = await events.register(registrant, { ...lecture, hostIds: [unitId] });
    const found = await events.matchPasted(registrant, { eventId: id, text: '张敏\n李伟、外单位' });
    expect(found.matched.map((one) => one.personId)).toEqual([personId]);
    expect(found.ambiguous.map((one) => [one.name, one.candidates.length])).toEqual([['李伟', 2]]);
    expect(found.unknown).toEqual(['外单位']);
  });

  it('are listed by tag and state within reach', async () => {
    const world = await engine.world();
    const { unitId, registrant } = await district(world);
    await events.register(registrant, { ...lecture, hostIds: [unitId] });
    const all = {
      planYear: 2026,
      q: '',
      tag: '',
      status: '',
      direction: 'desc',
      page: 1,
      pageSize: 20,
    } as const;
    expect((await events.listEvents(registrant, { ...all, tag: '法治' })).total).toBe(1);
    expect((await events.listEvents(registrant, { ...all, status: 'verified' })).total).toBe(0);
    const beside = await officer(world, { name: '别处' });
    const other = world.signedIn({ roles: { coordinator: beside.unitId } });
    expect((await events.listEvents(other, all)).total).toBe(0);
  });

  it('keep evidence by content, outside the reach of others, and refuse what is no evidence', async () => {
    const world = await engine.world();
    const { unitId, registrant } = await district(world);
    const { id: eventId } = await events.register(registrant, { ...lecture, hostIds: [unitId] });
    const bytes = new TextEncoder().encode('%PDF-1.7 签到表');
    await events.attachFile(registrant, { eventId, name: '../签到表.exe', bytes });
    const [file] = (await events.viewEvent(registrant, eventId)).files;
    expect(file?.name).toBe('签到表.pdf');
    const read = await files.read(registrant, file?.id ?? '');
    expect([read.type, new TextDecoder().decode(read.bytes)]).toEqual(['application/pdf', '%PDF-1.7 签到表']);
    const folder = runtimeOf(world.db).filesFolder;
    expect(readdirSync(join(folder, readdirSync(folder)[0] ?? ''))).toHaveLength(1);
    const beside = await officer(world, { name: '别处' });
    const other = world.signedIn({ roles: { coordinator: beside.unitId } });
    await expect(files.read(other, file?.id ?? '')).rejects.toMatchObject({ code: 'notFound' });
    const page = new TextEncoder().encode('<html><script>');
    const refused = events.attachFile(registrant, { eventId, name: 'a.pdf', bytes: page });
    await expect(refused).rejects.toMatchObject({ code: 'unsupported' });
  });
});
