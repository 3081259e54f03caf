import { expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { onBothEngines } from '../../support/engines.ts';
import { examBank } from '../../support/exams.ts';
import * as town from '../completion/district.ts';
import { answer, figure, rows, value } from './reading.ts';

/** An approved 免考 of a seat that is exempt already. */
async function approve({ world, examId }: town.District, personId: string, decidedAt: string): Promise<void> {
  await world.db
    .insertInto('exemption')
    .values({
      ...{ id: newId(), exam_id: examId, person_id: personId, kind: 'exempt', ground: 'sickLeave' },
      ...{ reason: '住院', file_id: null, status: 'approved', asked_by: 'test', asked_by_name: '王芳' },
      ...{ asked_at: decidedAt, decided_by: 'other', decided_by_name: '李明', decided_at: decidedAt },
      ...{ decided_reason: null, open_key: null },
    })
    .execute();
}

onBothEngines('figures of the exam', (engine) => {
  it('应考 and 实考 follow additions, 免考, 缓考 and who sits although he was released', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = people;
    await town.seat(place, first, 'due');
    await town.seat(place, second, 'due', { deferred: 1 });
    await town.seat(place, third, 'due', { origin: 'added' });
    await town.seat(place, fourth, 'exempt');
    await town.seat(place, fifth, 'left');
    await town.seat(place, sixth, 'outside');
    for (const who of [first, fourth, fifth, sixth]) await town.sit(place, who, 9500);
    expect(await figure(world, 'due', { unitId })).toBe('3/3');
    expect(await figure(world, 'present', { unitId })).toBe('1/1');
    const said = await rows(world, 'due', { unitId });
    expect(said.map((row) => row.tags ?? '').sort()).toEqual(['', '增补', '缓考']);

    await town.seat(place, fourth, 'due', { origin: 'sat' });
    expect(await figure(world, 'due', { unitId })).toBe('4/4');
    expect(await figure(world, 'present', { unitId })).toBe('2/2');
    await town.sit(place, second, 6000, 'makeup');
    expect(await figure(world, 'present', { unitId })).toBe('3/3');
    expect(await figure(world, 'present', { unitId, window: 'main' })).toBe('2/2');
    expect(await figure(world, 'excellence', { unitId })).toBe('2/3');
    expect(await figure(world, 'excellence', { unitId, window: 'main' })).toBe('2/2');
  });

  it('空白卷 are sheets on which nothing was answered, of people who handed in no other', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    const [first = '', second = '', third = ''] = people;
    await examBank(world, 1);
    for (const who of [first, second]) await town.seat(place, who, 'due');
    await town.seat(place, third, 'outside');
    await town.sit(place, third, 0);
    expect(await figure(world, 'blankPapers', { unitId })).toBe('0/0');
    const sheet = await town.sit(place, first, 0);
    await answer(world, sheet, '');
    await answer(world, await town.sit(place, second, 200), 'A');
    expect(await figure(world, 'blankPapers', { unitId })).toBe('1/1');
    expect(await figure(world, 'present', { unitId })).toBe('2/2');
    await answer(world, await town.sit(place, first, 400), 'B');
    expect(await figure(world, 'blankPapers', { unitId })).toBe('0/0');
  });

  it('take class and leadership from the roster date, by any post', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    const [first = '', second = '', third = ''] = people;
    for (const who of people.slice(0, 4)) await town.seat(place, who, 'due');
    await town.giveClass(world, first, 'division');
    await town.giveClass(world, second, 'division', addDays(shanghaiDay(world.now), 1));
    await town.giveClass(world, third, 'leadership');
    for (const who of [first, second, third]) await town.sit(place, who, 6000);
    expect(await figure(world, 'participation', { unitId, classCode: 'division' })).toBe('1/1');
    expect(await figure(world, 'participation', { unitId, group: 'leadership' })).toBe('1/1');
    expect(await figure(world, 'passing', { unitId, classCode: 'section' })).toBe('0/0');
    const both = { unitId, group: 'leadership', classCode: 'division' } as const;
    expect(await figure(world, 'participation', both)).toBe('0/0');
    expect(await figure(world, 'participation', { unitId })).toBe('3/4');
  });

  it('as of a past day leave out who was added and what was handed in later, but not once the year is over', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    const [first = '', second = ''] = people;
    const yesterday = addDays(shanghaiDay(world.now), -1);
    await town.seat(place, first, 'due');
    await town.sit(place, first, 9000);
    await world.db.updateTable('exam_candidate').set({ added_on: yesterday }).execute();
    await town.seat(place, second, 'due', { origin: 'added' });
    expect(await figure(world, 'participation', { unitId })).toBe('1/2');
    expect(await figure(world, 'participation', { unitId, asOf: yesterday })).toBe('0/1');
    const nextYear = world.at('2027-02-01T01:00:00.000Z');
    await town.sit({ ...place, world: nextYear }, second, 9000, 'makeup');
    expect(await figure(nextYear, 'participation', { unitId })).toBe('2/2');
    expect(await value(nextYear, 'participation', { unitId, asOf: '2026-12-30' })).toMatchObject({
      ...{ numerator: 1, denominator: 2 },
    });
  });

  it('as of a past day keep due who was exempted after it', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    const [first = '', second = '', third = ''] = people;
    for (const who of [first, second]) await town.seat(place, who, 'exempt');
    await town.seat(place, third, 'due');
    await world.db.updateTable('exam_candidate').set({ added_on: '2026-01-05' }).execute();
    await approve(place, first, '2026-02-10T03:00:00.000Z');
    await approve(place, second, '2026-02-20T16:00:00.000Z');
    const due = async (asOf: string) => (await value(world, 'due', { unitId, asOf })).numerator;
    expect([await due('2026-02-09'), await due('2026-02-10')]).toEqual([3, 2]);
    expect([await due('2026-02-20'), await due('2026-02-21')]).toEqual([2, 1]);
    expect(await figure(world, 'due', { unitId })).toBe('1/1');
  });
});
