import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import { announce } from '#lib/server/facts/index.ts';
import * as selections from '#lib/server/selections/index.ts';
import { examination } from '../../support/exams.ts';
import { onBothEngines, type Engine } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import { monday } from '../../support/world.ts';

async function held(engine: Engine) {
  const world = await engine.world();
  const exam = await examination(world, { takers: 2 });
  const at = (seconds: number) => world.at(addSeconds(monday, seconds));
  const own = (seconds = 0) => at(seconds).signedIn({ personId: 'own', roles: { coordinator: exam.unitId } });
  const live = async () => (await exams.open(own(), exam.examId)).live;
  return { world, ...exam, at, own, live };
}

/** A draft like the published exam, to be opened a day later. */
async function draft(
  { own, examId, unitId }: Awaited<ReturnType<typeof held>>,
  change: Partial<exams.NewExam>,
) {
  const { blueprintId } = await exams.open(own(), examId);
  const window = { opensAt: addSeconds(monday, 86_400), closesAt: addSeconds(monday, 3 * 86_400) };
  return exams.create(own(), {
    ...{ unitId, blueprintId, title: '第二场', planYear: 2026, rosterOn: '2026-03-01', ...window },
    ...{
      durationMinutes: 60,
      attemptsAllowed: 1,
      passHundredths: 900,
      excellentHundredths: 1400,
      entry: 'none',
    },
    ...change,
  });
}

const namesOf = async (act: ReturnType<Awaited<ReturnType<typeof held>>['own']>, examId: string) => {
  const page = { examId, search: '', sort: 'name', descending: false, offset: 0, limit: 20 } as const;
  return (await exams.candidates(act, page)).rows.map((line) => `${line.name} ${line.state}`).sort();
};

onBothEngines('the list of an exam', (engine) => {
  it('is whom units, classes and saved selections call together, without who is gone when it opens', async () => {
    const house = await held(engine);
    const { world, unitId, own, takers } = house;
    const office = await standingUnit(world, '一科', unitId);
    const { personId: clerk } = await officer(world, { name: '科员', unitId: office });
    const { personId: gone } = await officer(world, { name: '离任', unitId: office });
    const end = world.db.updateTable('post').set({ valid_to: '2026-03-01' }).where('person_id', '=', gone);
    await end.execute();
    const post = await world.db
      .selectFrom('post')
      .select('id')
      .where('person_id', '=', clerk)
      .executeTakeFirstOrThrow();
    const section = { post_id: post.id, class_code: 'section', valid_from: '2020-01-01', valid_to: null };
    await world.db.insertInto('post_class').values(section).execute();
    const list = async (audience: NonNullable<exams.NewExam['audience']>) => {
      const id = await draft(house, { audience });
      await exams.publish(own(), id);
      return namesOf(own(), id);
    };
    expect(await list({ unitIds: [office] })).toEqual(['离任 left', '科员 due']);
    expect(await list({ classCodes: ['section'] })).toEqual(['科员 due']);
    const selection = await selections.saveSelection(own(), {
      ...{ unitId, name: '业务骨干', heldOn: '2026-03-01', note: '', personIds: [takers[0] ?? '', clerk] },
    });
    expect(await list({ selectionIds: [selection.id] })).toEqual(['科员 due', '考生1 due']);
    expect(await list({ selectionIds: [selection.id], classCodes: ['section'] })).toEqual(['科员 due']);
    const beside = await standingUnit(world, '财政局');
    await expect(draft(house, { audience: { unitIds: [beside] } })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('is drawn up no earlier than its roster date, and not for a window that is over', async () => {
    const house = await held(engine);
    const later = await draft(house, { rosterOn: '2026-03-03' });
    await expect(exams.publish(house.own(), later)).rejects.toThrow('2026-03-03 的在册人员为准');
    expect(await exams.publish(house.own(86_400), later)).toBe(2);
    const gone = await draft(house, {});
    await expect(exams.publish(house.own(9 * 86_400), gone)).rejects.toThrow('已经过去');
  });

  it('takes additions with reason and date, each person once however often it is pressed', async () => {
    const { world, examId, unitId, own, live } = await held(engine);
    const { personId } = await officer(world, { name: '调入', unitId });
    const add = () => exams.addCandidate(own(100), { examId, personId, reason: '三月调入' });
    const pressed = await Promise.allSettled([add(), add()]);
    expect(pressed.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await live()).toMatchObject({ due: 3 });
    const line = await exams.candidate(own(), { examId, personId });
    expect(line).toMatchObject({ state: 'due', origin: 'added', addedOn: '2026-03-02', reason: '三月调入' });
    const log = world.db
      .selectFrom('audit_entry')
      .where('verb', '=', 'exam.candidateAdded')
      .select('details');
    expect(await log.execute()).toHaveLength(1);
    const { personId: foreign } = await officer(world, { name: '外单位' });
    const refused = exams.addCandidate(own(), { examId, personId: foreign, reason: '试' });
    await expect(refused).rejects.toMatchObject({ code: 'notFound' });
    const late = exams.addCandidate(own(90_000), { examId, personId, reason: '迟' });
    await expect(late).rejects.toThrow('已经结束');
  });

  it('lets go who left before the window, never who left in it or has sat, and takes him back', async () => {
    const house = await held(engine);
    const { own, takers } = house;
    const examId = await draft(house, {});
    await exams.publish(own(), examId);
    const [personId = '', other = ''] = takers;
    const leave = (leftOn: string) => exams.markLeft(own(), { examId, personId, leftOn, reason: '退休' });
    await expect(leave('2026-03-03')).rejects.toMatchObject({ code: 'invalid' });
    await leave('2026-03-02');
    expect(await namesOf(own(), examId)).toEqual(['考生1 left', '考生2 due']);
    await exams.bringBack(own(), { examId, personId, reason: '误标' });
    expect(await namesOf(own(), examId)).toEqual(['考生1 due', '考生2 due']);
    const sitter = house.at(90_000).signedIn({ personId: other });
    await exams.start(sitter, { examId });
    const sat = exams.markLeft(own(), { examId, personId: other, leftOn: '2026-03-02', reason: '退休' });
    await expect(sat).rejects.toThrow('已参加');
  });

  it('shows of each candidate what he sat and how it went, and an item to nobody before its time', async () => {
    const { own, at, examId, takers } = await held(engine);
    const [personId = '', other = ''] = takers;
    const seen = (seconds: number, who = personId) =>
      exams.candidate(own(seconds), { examId, personId: who });
    expect(await seen(-10)).toMatchObject({ participation: 'upcoming', sat: [], bestHundredths: null });
    const sitter = (seconds: number) => at(seconds).signedIn({ personId });
    const attemptId = await exams.start(sitter(10), { examId });
    expect(await seen(20)).toMatchObject({
      participation: 'sitting',
      release: 'awaited',
      bestHundredths: null,
    });
    await exams.submit(sitter(30), attemptId);
    const blank = {
      number: 1,
      sitting: 'main',
      status: 'submitted',
      items: 6,
      answered: 0,
      scoreHundredths: 0,
    };
    expect(await seen(40)).toMatchObject({ participation: 'sat', sat: [blank], bestHundredths: 0 });
    expect(await seen(40, other)).toMatchObject({ participation: 'awaited' });
    expect(await seen(90_000, other)).toMatchObject({ participation: 'absent', release: 'told' });
  });

  it('follows a post that ends before the window opens, and the mending of it', async () => {
    const house = await held(engine);
    const { world, own, takers } = house;
    const examId = await draft(house, {});
    await exams.publish(own(), examId);
    const [personId = ''] = takers;
    const endPost = (valid_to: string | null) =>
      world.db.updateTable('post').set({ valid_to }).where('person_id', '=', personId).execute();
    const told = () =>
      inTransaction(world.system, (act) =>
        announce(act, { kind: 'postChanged', personId, day: '2026-03-03' }),
      );
    await endPost('2026-03-02');
    await told();
    expect(await namesOf(own(), examId)).toEqual(['考生1 left', '考生2 due']);
    await endPost(null);
    await told();
    expect(await namesOf(own(), examId)).toEqual(['考生1 due', '考生2 due']);
  });

  it('shows who sits from outside as 名单外, where the exam admits it, and never counts him', async () => {
    const house = await held(engine);
    const { world, unitId, own } = house;
    const examId = await draft(house, { admitsOutside: true, audience: { classCodes: ['section'] } });
    await exams.publish(own(), examId);
    const { personId } = await officer(world, { name: '自愿', unitId });
    const act = house.at(90_000).signedIn({ personId });
    expect((await exams.mine(act)).map((one) => one.candidateState)).toEqual(['outside']);
    await exams.start(act, { examId });
    expect(await namesOf(own(), examId)).toEqual(['自愿 outside']);
    expect((await exams.open(own(), examId)).live).toMatchObject({ due: 0, outside: 1, present: 0 });
    const { personId: foreign } = await officer(world, { name: '外单位' });
    const stranger = house.at(90_000).signedIn({ personId: foreign });
    await expect(exams.start(stranger, { examId })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is written out as a spreadsheet that says by whom and when, and the log keeps that', async () => {
    const { world, examId, own } = await held(engine);
    const { name, bytes } = await exams.exportCandidates(own(), examId);
    expect(name).toMatch(/应考人员\.xlsx$/);
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 2))).toBe('PK');
    const log = world.db
      .selectFrom('audit_entry')
      .where('verb', '=', 'exam.candidatesExported')
      .select('details');
    expect(await log.execute()).toHaveLength(1);
  });
});

onBothEngines('the settings of an exam', (engine) => {
  it('can be changed until publication freezes them, and decide marks and what is shown afterwards', async () => {
    const house = await held(engine);
    const { own, takers, at } = house;
    const examId = await draft(house, {});
    const before = await exams.open(own(), examId);
    const settings = {
      ...before,
      opensAt: monday,
      closesAt: addSeconds(monday, 600),
      halfForSubset: true,
    } as const;
    await exams.revise(own(), { ...settings, examId, title: '改名', releasePolicy: 'totals', audience: {} });
    await exams.publish(own(), examId);
    expect(await exams.open(own(), examId)).toMatchObject({ title: '改名', halfForSubset: true });
    await expect(exams.revise(own(), { ...settings, examId })).rejects.toThrow('已经发布');
    const sitter = at(10).signedIn({ personId: takers[0] ?? '' });
    const attemptId = await exams.start(sitter, { examId });
    expect((await exams.room(sitter, attemptId)).halfForSubset).toBe(true);
    await exams.submit(sitter, attemptId);
    expect(await exams.releaseFacts(house.world.db, examId)).toMatchObject({
      policy: 'totals',
      openAttempts: 0,
    });
  });

  it('ask for points before entry where told, and say how many are missing', async () => {
    const house = await held(engine);
    const { own, takers, at } = house;
    const short = draft(house, { entry: 'credit', entryTargetHundredths: null });
    await expect(short).rejects.toMatchObject({ fields: { entryTarget: expect.any(String) } });
    const examId = await draft(house, { entry: 'credit', entryLedger: 'credit', entryTargetHundredths: 500 });
    await exams.publish(own(), examId);
    const act = at(90_000).signedIn({ personId: takers[0] ?? '' });
    await expect(exams.start(act, { examId })).rejects.toThrow('需先取得学法考试学分 5 分，目前为 0 分');
  });
});
