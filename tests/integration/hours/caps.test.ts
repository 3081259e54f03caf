import { expect, it } from 'vitest';
import { firstRule } from '#lib/domain/hours/rule.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import { announce } from '#lib/server/facts/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const wanted = { ...firstRule('event'), capHundredths: 1000, validFrom: '2026-02-01', source: '区里的办法' };

/** A person who attends events; ids of events need no row, a fact is enough for the ledger. */
async function attending(world: World) {
  const { personId, unitId } = await officer(world, { name: '张敏' });
  const attend = (eventId: string, span: 'halfDay' | 'day', heldOn = '2026-02-27') =>
    inTransaction(world.system, (act) =>
      announce(act, {
        ...{ kind: 'attendanceVerified', eventId, personIds: [personId], minutes: 360, span, heldOn },
        planYear: Number(heldOn.slice(0, 4)),
      }),
    );
  const leave = (eventId: string, planYear = 2026) =>
    inTransaction(world.system, (act) =>
      announce(act, {
        ...{ kind: 'attendanceReversed', eventId, personIds: [personId], planYear, reason: '没有到场' },
      }),
    );
  const owner = world.signedIn({ personId });
  const book = (planYear = 2026) => hours.readLedger(owner, { personId, planYear, ledger: 'training' });
  const total = async (planYear = 2026) => (await book(planYear)).totals.training;
  return { personId, unitId, attend, leave, book, total };
}

onBothEngines('a rule with a yearly cap', (engine) => {
  it('books up to the cap, says what was cut, and gives it back when room comes', async () => {
    const world = await engine.world();
    const { attend, leave, book, total } = await attending(world);
    await hours.setRule(world.console, wanted);
    await attend('one', 'day');
    await Promise.all([attend('two', 'halfDay'), attend('three', 'halfDay')]);
    expect(await total()).toBe(1000);
    const cut = (await book()).lines.map((line) => line.cutHundredths ?? 0);
    expect(cut.reduce((sum, one) => sum + one, 0)).toBe(600);
    await leave('one');
    expect(await total()).toBe(800);
    const after = (await book()).lines.filter((line) => !line.isReversal && !line.isReversed);
    expect(after.map((line) => [line.hundredths, line.cutHundredths])).toEqual([
      [400, null],
      [400, null],
    ]);
    await attend('one', 'day');
    expect(await total()).toBe(1000);
  });
});

onBothEngines('rules of hours', (engine) => {
  it('are set by those at the top, follow one another, and leave what is booked as it is', async () => {
    const world = await engine.world();
    const top = await standingUnit(world, '区');
    const { personId, unitId } = await officer(world, { name: '李办', parentId: top });
    const act = world.signedIn({ personId, roles: { coordinator: top } });
    const below = world.signedIn({ personId, roles: { coordinator: unitId } });
    const { attend, total } = await attending(world);
    await attend('before', 'day');
    const shorter = { ...wanted, capHundredths: null, dayHundredths: 600 };
    const preview = await hours.previewRule(act, shorter);
    expect(preview).toMatchObject({ kept: 1, endsOn: '2026-01-31' });
    expect(preview.examples?.find((one) => one.label === '一天')).toMatchObject({ before: 800, after: 600 });
    await expect(hours.setRule(below, shorter)).rejects.toMatchObject({ code: 'notFound' });
    await hours.setRule(act, shorter);
    await expect(hours.setRule(act, { ...shorter, validFrom: '2025-12-31' })).rejects.toThrow('以往年度');
    await expect(hours.setRule(act, shorter)).rejects.toMatchObject({ code: 'conflict' });
    await attend('after', 'day');
    await attend('earlier', 'day', '2026-01-15');
    expect(await total()).toBe(800 + 600 + 800);
    const view = await hours.listRules(below);
    expect(view.maySet).toBe(false);
    const events = view.rules.filter((rule) => rule.sourceKind === 'event');
    expect(events.map((rule) => [rule.validFrom, rule.validTo])).toEqual([
      ['2026-02-01', null],
      ['2000-01-01', '2026-01-31'],
    ]);
  });
});

onBothEngines('the surplus of a year', (engine) => {
  it('goes into the next year once, up to its cap, and is mended with the year', async () => {
    const world = await engine.world();
    const { personId, unitId, attend, leave, book, total } = await attending(world);
    const post = await world.db.selectFrom('post').select('id').executeTakeFirstOrThrow();
    const held = { class_code: 'enforcement', valid_from: '2020-01-01', valid_to: null };
    await world.db
      .insertInto('post_class')
      .values({ post_id: post.id, ...held })
      .execute();
    await plans.publishRequirement(world.signedIn({ roles: { coordinator: unitId } }), {
      ...{ unitId, classCode: 'enforcement', planYear: 2026, ledger: 'training', targetHundredths: 1000 },
      ...{ needsExam: false, legalBasis: '试行办法', validFrom: '2026-01-01', validTo: null },
    });
    const rule = {
      ...firstRule('carry'),
      capHundredths: 1200,
      validFrom: '2027-01-01',
      source: '区里的办法',
    };
    await hours.setRule(world.console, rule);
    for (const eventId of ['one', 'two', 'three']) await attend(eventId, 'day');
    const january = world.at('2027-01-02T02:00:00.000Z');
    expect(await hours.turnYear(january.system)).toBe(1);
    expect(await hours.turnYear(january.system)).toBe(0);
    expect(await total(2027)).toBe(1200);
    expect((await book(2027)).lines[0]).toMatchObject({ title: '2026 年度结余转入', hundredths: 1200 });
    await inTransaction(january.system, (act) =>
      announce(act, {
        ...{ kind: 'attendanceReversed', eventId: 'one', personIds: [personId], planYear: 2026 },
        reason: '没有到场',
      }),
    );
    expect(await total(2027)).toBe(600);
    expect((await book(2027)).lines.filter((line) => line.isReversal)).toHaveLength(1);
    await leave('two');
    expect(await total()).toBe(800);
  });

  it('follows what the year asked: a release, or a class that is mended after the year', async () => {
    const world = await engine.world();
    const { personId, unitId, attend, total } = await attending(world);
    const roles = { coordinator: unitId };
    const [first, second] = [world.signedIn({ roles }), world.signedIn({ roles })];
    const post = await world.db.selectFrom('post').select('id').executeTakeFirstOrThrow();
    const held = { class_code: 'enforcement', valid_from: '2020-01-01', valid_to: null };
    await world.db
      .insertInto('post_class')
      .values({ post_id: post.id, ...held })
      .execute();
    const { id: requirementId } = await plans.publishRequirement(first, {
      ...{ unitId, classCode: 'enforcement', planYear: 2026, ledger: 'training', targetHundredths: 1000 },
      ...{ needsExam: false, legalBasis: '试行办法', validFrom: '2026-01-01', validTo: null },
    });
    const cap = { capHundredths: 5000, validFrom: '2027-01-01', source: '区里的办法' };
    await hours.setRule(world.console, { ...firstRule('carry'), ...cap });
    for (const eventId of ['one', 'two']) await attend(eventId, 'day');
    const january = world.at('2027-01-02T02:00:00.000Z');
    await hours.turnYear(january.system);
    expect(await total(2027)).toBe(600);
    const [asking, deciding] = [first, second].map((act) => ({ ...act, now: january.now }));
    if (!asking || !deciding) throw new Error('two coordinators are needed');
    const wanted = { personId, requirementId, ground: 'sickLeave', reason: '住院', file: null };
    const { id: waiverId } = await plans.askWaiver(asking, { ...wanted, releasedHundredths: 500 });
    await plans.decideWaiver(deciding, { waiverId, isApproved: true, reason: '' });
    expect(await total(2027)).toBe(1100);
    await plans.withdrawWaiver(asking, { waiverId, reason: '材料不实' });
    expect(await total(2027)).toBe(600);
    await world.db.updateTable('post_class').set({ valid_to: '2026-06-30' }).execute();
    await inTransaction(january.system, (act) =>
      announce(act, { kind: 'classChanged', personId, day: '2026-07-01' }),
    );
    expect(await total(2027)).toBe(0);
  });
});
