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
      {
        ...{ rowIds: [single?.id], wanted: 20, fitting: 12, missing: 8 },
        alone: [{ rowId: single?.id, fitting: 12, missing: 8 }],
      },
    ]);
  });

  it('narrows rows by law and audience, proves them together, and shows a paper that repeats', async () => {
    const world = await engine.world();
    const unitId = await standingUnit(world, '司法局');
    const act = world.signedIn({ roles: { coordinator: unitId } });
    await examBank(world, 4);
    await world.db
      .updateTable('question')
      .set({ audience: '行政执法人员、科级干部' })
      .where('code', 'in', ['single-1', 'single-2'])
      .execute();
    const law = {
      ordinal: 1,
      statute_title: '中华人民共和国行政处罚法',
      article_number: '第一条',
      effective_on: '2021-07-15',
    };
    const citing = ['version-single-1', 'version-single-2', 'version-single-3'];
    await world.db
      .insertInto('question_law')
      .values(citing.map((id) => ({ ...law, question_version_id: id })))
      .execute();
    expect(await papers.choices(act)).toMatchObject({
      laws: ['行政处罚法'],
      audiences: ['科级干部', '行政执法人员'],
    });
    const blueprintId = await papers.create(act, { unitId, title: '年度考试' });
    for (const { id } of (await papers.open(act, blueprintId)).rows)
      await papers.removeRow(act, { blueprintId, rowId: id });
    const row = {
      blueprintId,
      type: 'single',
      topicId: null,
      difficulty: null,
      count: 2,
      pointsHundredths: 200,
    } as const;
    await papers.addRow(act, { ...row, lawTitle: '行政处罚法' });
    await papers.addRow(act, { ...row, audience: '行政执法人员' });
    const [cited, meant] = (await papers.open(act, blueprintId)).rows.map((one) => one.id);
    const short = await papers.open(act, blueprintId);
    expect({
      fitting: Object.values(short.fitting),
      shortages: short.shortages,
      exposure: short.exposure,
    }).toEqual({
      fitting: [3, 2],
      shortages: [{ rowIds: [cited, meant], wanted: 4, fitting: 3, missing: 1, alone: [] }],
      exposure: null,
    });
    await expect(papers.preview(act, { blueprintId, seed: '1' })).rejects.toMatchObject({ code: 'conflict' });
    await papers.changeRow(act, {
      ...row,
      rowId: meant ?? '',
      audience: '科级干部',
      count: 1,
      pointsHundredths: 300,
    });
    await papers.raiseRow(act, { blueprintId, rowId: meant ?? '' });
    const met = await papers.open(act, blueprintId);
    expect(met).toMatchObject({
      items: 3,
      fullMarksHundredths: 700,
      shortages: [],
      exposure: { usable: 3, verdict: 'thin' },
    });
    expect(met.rows.map((one) => one.id)).toEqual([meant, cited]);
    const paper = await papers.preview(act, { blueprintId, seed: '1' });
    expect(paper.items.map((item) => item.pointsHundredths)).toEqual([300, 200, 200]);
    expect(await papers.preview(act, { blueprintId, seed: '1' })).toEqual(paper);
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
    await expect(exams.publish(act, examId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('第 1 行要 20 题，题库中符合的只有 0 题，还差 20 题。'),
    });
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
      deferred: 0,
      exempt: 0,
      left: 0,
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
