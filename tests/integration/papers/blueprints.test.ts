import { expect, it } from 'vitest';
import * as exams from '#lib/server/exams/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import { examBank, examination } from '../../support/exams.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { monday } from '../../support/world.ts';

onBothEngines('a blueprint', (engine) => {
  it('begins as the usual paper of 40 items and 100 points and names each row that the bank cannot fill', async () => {
    const world = await engine.world();
    const unitId = await standingUnit(world, '司法局');
    const act = world.signedIn({ roles: { coordinator: unitId } });
    await examBank(world, 12);
    const id = await papers.create(act, { unitId, title: '年度考试' });
    const blueprint = await papers.open(act, id);
    expect(blueprint).toMatchObject({ items: 40, fullMarksHundredths: 10_000 });
    const [single] = blueprint.rows;
    expect(blueprint.shortages).toEqual([
      { rowId: single?.id, wanted: 20, fitting: 12, missing: 8, sharedWith: [] },
    ]);
  });

  it('stops an exam that the bank cannot fill from being published, and changes nothing', async () => {
    const world = await engine.world();
    const unitId = await standingUnit(world, '司法局');
    const act = world.signedIn({ roles: { coordinator: unitId } });
    const blueprintId = await papers.create(act, { unitId, title: '年度考试' });
    const examId = await exams.create(act, {
      ...{ unitId, blueprintId, title: '考试', planYear: 2026, rosterOn: '2026-03-01', entry: 'none' },
      ...{ opensAt: monday, closesAt: '2026-03-31T10:00:00.000Z', durationMinutes: 60, attemptsAllowed: 3 },
      ...{ passHundredths: 6000, excellentHundredths: 9000 },
    });
    await expect(exams.publish(act, examId)).rejects.toMatchObject({ code: 'conflict' });
    expect((await exams.open(act, examId)).status).toBe('draft');
  });

  it('is found by the coordinators above it and by nobody beside it', async () => {
    const world = await engine.world();
    const above = await standingUnit(world, '区政府');
    const below = await standingUnit(world, '司法局', above);
    const beside = await standingUnit(world, '民政局', above);
    const own = world.signedIn({ roles: { coordinator: below } });
    const id = await papers.create(own, { unitId: below, title: '年度考试' });
    const page = { q: '年度', page: 1, pageSize: 20 };
    const list = async (unitId: string) =>
      papers.list(world.signedIn({ roles: { coordinator: unitId } }), page);
    expect((await list(above)).rows.map((row) => row.id)).toEqual([id]);
    expect(await list(beside)).toEqual({ rows: [], total: 0 });
    const stranger = world.signedIn({ roles: { coordinator: beside } });
    await expect(papers.open(stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(
      papers.addRow(world.signedIn({ roles: { leader: below } }), {
        ...{
          blueprintId: id,
          type: 'single',
          topicId: null,
          difficulty: null,
          count: 1,
          pointsHundredths: 100,
        },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

onBothEngines('a published exam', (engine) => {
  it('lists the roster of its day, counts live, and is published once', async () => {
    const world = await engine.world();
    const { examId, unitId, takers } = await examination(world, { takers: 3 });
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    await expect(exams.publish(coordinator, examId)).rejects.toMatchObject({ code: 'conflict' });
    const taker = world.signedIn({ personId: takers[0] ?? '' });
    await exams.start(taker, { examId });
    expect((await exams.open(coordinator, examId)).live).toEqual({
      due: 3,
      outside: 0,
      sitting: 1,
      present: 0,
      passed: 0,
      excellent: 0,
    });
    const page = { examId, search: '考生', sort: 'best', descending: true, offset: 0, limit: 2 } as const;
    const { rows, total } = await exams.candidates(coordinator, page);
    expect({ shown: rows.length, total }).toEqual({ shown: 2, total: 3 });
  });

  it('refuses terms that contradict each other, field by field', async () => {
    const world = await engine.world();
    const unitId = await standingUnit(world, '司法局');
    const act = world.signedIn({ roles: { coordinator: unitId } });
    const blueprintId = await papers.create(act, { unitId, title: '年度考试' });
    const wrong = exams.create(act, {
      ...{ unitId, blueprintId, title: '考试', planYear: 2026, rosterOn: '2026-03-01', entry: 'none' },
      ...{ opensAt: monday, closesAt: monday, durationMinutes: 60, attemptsAllowed: 3 },
      ...{ passHundredths: 6000, excellentHundredths: 5000 },
    });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid',
      fields: { closesAt: '结束时间应晚于开始时间。', excellent: '优秀线不能低于合格线。' },
    });
  });
});
