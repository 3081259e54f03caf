import { expect, it } from 'vitest';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { figure, meeting, rows, value } from './reading.ts';

const BY_FORM = [
  ['centralGroup', '中心组学习'],
  ['firstTopic', '第一议题'],
  ['leadersStudy', '领导干部集体学法'],
  ['enforcementForum', '执法大讲堂'],
  ['lawLectures', '法治讲座'],
  ['trainings', '培训'],
  ['sharings', '分享会'],
  ['partyMeetings', '党课'],
] as const;

onBothEngines('figures of events', (engine) => {
  it('each move with an event of their form, and not with another’s, unverified or of another year', async () => {
    const { world, root, units } = await town.district(await engine.world());
    const [, bureau = '', other = ''] = units;
    for (const [key, form] of BY_FORM) {
      expect(await figure(world, key, { unitId: root })).toBe('0/0');
      await meeting(world, { hosts: [bureau], forms: [form] });
      await meeting(world, { hosts: [bureau], forms: [form], status: 'registered' });
      await meeting(world, { hosts: [bureau], forms: [form], planYear: town.YEAR - 1 });
      expect(await figure(world, key, { unitId: root })).toBe('1/1');
      expect(await figure(world, key, { unitId: other })).toBe('0/0');
    }
    expect(await figure(world, 'studyEvents', { unitId: root })).toBe(`${BY_FORM.length}/${BY_FORM.length}`);
    expect(await figure(world, 'thematicStudy', { unitId: root })).toBe('0/0');
  });

  it('count a meeting with several labels once in the total and once under each, and show the overlap', async () => {
    const { world, root, units } = await town.district(await engine.world());
    const [, bureau = '', other = ''] = units;
    await meeting(world, {
      hosts: [bureau, other],
      forms: ['第一议题', '中心组学习', '培训'],
      topics: ['法治'],
    });
    await meeting(world, { hosts: [bureau], forms: ['中心组学习'] });
    await meeting(world, { hosts: [bureau], forms: [] });
    const total = await value(world, 'studyEvents', { unitId: root });
    expect(total).toMatchObject({ numerator: 3, denominator: 3 });
    expect(total.tags).toEqual(
      expect.arrayContaining([
        { tag: '中心组学习', count: 2 },
        { tag: '第一议题', count: 1 },
        { tag: '培训', count: 1 },
      ]),
    );
    expect(await figure(world, 'centralGroup', { unitId: root })).toBe('2/2');
    expect(await figure(world, 'thematicStudy', { unitId: root })).toBe('1/1');
    for (const unitId of [bureau, other]) {
      expect(await figure(world, 'firstTopic', { unitId })).toBe('1/1');
    }
  });

  it('count the four forms of 三会一课 as one figure, a meeting of two of them once', async () => {
    const { world, root } = await town.district(await engine.world());
    for (const form of ['支部党员大会', '支委会', '党小组会', '三会一课']) {
      await meeting(world, { hosts: [root], forms: [form] });
    }
    await meeting(world, { hosts: [root], forms: ['支部党员大会', '党课'] });
    expect(await figure(world, 'partyMeetings', { unitId: root })).toBe('5/5');
  });

  it('know their quarters by the day, and what is made up after the year in the fourth', async () => {
    const { world, root } = await town.district(await engine.world());
    const forum = (heldOn: string) => meeting(world, { hosts: [root], forms: ['执法大讲堂'], heldOn });
    for (const day of ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2027-01-09'])
      await forum(day);
    const quarters = async (asOf?: string) => {
      const later = world.at('2027-01-20T01:00:00.000Z');
      return (await value(later, 'enforcementForum', { unitId: root, ...(asOf ? { asOf } : {}) })).quarters;
    };
    expect(await quarters()).toEqual([2, 1, 1, 1]);
    expect(await quarters('2026-06-30')).toEqual([2, 1, 0, 0]);
  });

  it('keep 场次, 人次 and 人 apart', async () => {
    const { world, root, units, people } = await town.district(await engine.world());
    const [, bureau = ''] = units;
    await meeting(world, { hosts: [bureau], forms: ['普法活动'], headCount: 120 });
    await meeting(world, { hosts: [root], forms: ['普法活动'], headCount: 30 });
    await meeting(world, { hosts: [root], forms: ['普法活动'], headCount: 500, status: 'registered' });
    const inner = await meeting(world, { hosts: [root], forms: ['普法活动'] });
    const [personId = ''] = people;
    await world.db
      .insertInto('attendance')
      .values({
        event_id: inner,
        person_id: personId,
        unit_id: bureau,
        entered_by: 't',
        entered_at: world.now,
      })
      .execute();
    expect(await figure(world, 'outreachSessions', { unitId: root })).toBe('2/2');
    expect(await value(world, 'outreachAttendances', { unitId: root })).toMatchObject({
      ...{ numerator: 150, denominator: 2, quarters: [150, 0, 0, 0] },
    });
    const reached = await rows(world, 'outreachAttendances', { unitId: root });
    expect(reached.map((row) => row.amount).sort()).toEqual([120, 30]);
    expect(await figure(world, 'studyEvents', { unitId: root })).toBe('1/1');
    expect(await value(world, 'outreachAttendances', { unitId: bureau })).toMatchObject({ numerator: 120 });
  });
});
