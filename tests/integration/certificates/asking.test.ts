import { expect, it } from 'vitest';
import * as certificates from '#lib/server/certificates/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as people from '#lib/server/people/index.ts';
import { certified, studyOf } from '../../support/certificates.ts';
import { onBothEngines } from '../../support/engines.ts';
import { rightOptions, satExam } from '../../support/exams.ts';
import { officer } from '../../support/people.ts';

const origin = 'https://xuefa.test';
const wish = { kind: 'study', planYear: 2026, purpose: '年度考核' } as const;

onBothEngines('asking for a certificate', (engine) => {
  it('waits for the unit, which issues it or says why not', async () => {
    const world = await engine.world();
    const { owner, coordinator, beside } = await certified(world);
    const { id } = await certificates.askFor(owner, wish);
    await expect(certificates.askFor(owner, wish)).rejects.toMatchObject({ code: 'conflict' });
    expect((await certificates.listRequests(beside)).total).toBe(0);
    const { requests } = await certificates.listRequests(coordinator);
    expect(requests).toMatchObject([{ id, personName: '张敏', purpose: '年度考核' }]);
    await expect(certificates.grantRequest(beside, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(certificates.refuseRequest(coordinator, { id, reason: '' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await certificates.refuseRequest(coordinator, { id, reason: '年底统一开具' });
    await expect(certificates.grantRequest(coordinator, id)).rejects.toMatchObject({ code: 'conflict' });
    const again = await certificates.askFor(owner, wish);
    const issued = await certificates.grantRequest(coordinator, again.id);
    const mine = await certificates.myCertificates(owner);
    expect(mine.certificates).toMatchObject([{ number: issued.number, state: 'valid' }]);
    expect(mine.requests.map((one) => [one.status, one.decidedReason])).toEqual([
      ['issued', null],
      ['refused', '年底统一开具'],
    ]);
    await expect(certificates.askFor(owner, wish)).rejects.toThrow('已经开具');
  });

  it('is not decided by who asked, though he looks after the unit', async () => {
    const world = await engine.world();
    const { owner, personId, unitId } = await certified(world);
    const { id } = await certificates.askFor(owner, wish);
    const both = world.signedIn({ personId, roles: { coordinator: unitId } });
    expect(await certificates.countRequests(both)).toBe(0);
    await expect(certificates.grantRequest(both, id)).rejects.toThrow('由其他管理员办理');
    await expect(certificates.refuseRequest(both, { id, reason: '试' })).rejects.toThrow('由其他管理员办理');
  });

  it('is taken back by who asked, and refused at once where nothing can be issued', async () => {
    const world = await engine.world();
    const { owner, coordinator } = await certified(world);
    const { id } = await certificates.askFor(owner, wish);
    await expect(certificates.withdrawRequest(coordinator, id)).rejects.toMatchObject({ code: 'notFound' });
    await certificates.withdrawRequest(owner, id);
    await expect(certificates.withdrawRequest(owner, id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(certificates.askFor(owner, { ...wish, kind: 'transcript' })).rejects.toThrow('没有考试成绩');
  });
});

onBothEngines('a transcript', (engine) => {
  it('tells the best total alone while the window is open, and every attempt after it', async () => {
    const { world, unitId, takers, at, closesAt } = await satExam(engine);
    for (const begin of [10, 2000]) {
      const attemptId = await exams.start(at(begin), {
        examId: (await exams.mine(at(begin)))[0]?.examId ?? '',
      });
      const { writer } = await exams.takeOver(at(begin), attemptId);
      const { items } = await exams.room(at(begin), attemptId);
      const answers = items.map((item) => ({ itemId: item.itemId, revision: 1, chosen: rightOptions(item) }));
      const given = begin === 10 ? answers.slice(0, 1) : answers;
      await exams.saveAnswers(at(begin), { attemptId, writer, answers: given });
      const coordinator = world.signedIn({ roles: { coordinator: unitId } });
      const sitting = { personId: takers[0] ?? '', kind: 'transcript', planYear: 2026 } as const;
      await expect(certificates.issue(coordinator, sitting)).rejects.toThrow('正在考试');
      await exams.submit(at(begin + 60), attemptId);
    }
    const [personId = ''] = takers;
    const wanted = { personId, kind: 'transcript', planYear: 2026 } as const;
    const during = world.at(at(3000).now).signedIn({ roles: { coordinator: unitId } });
    const early = await certificates.issue(during, wanted);
    const first = (await certificates.view(during, { id: early.id, origin })).sheet.content;
    expect(first).toMatchObject({ exams: [{ isOver: false, grade: 'passed', bestHundredths: 1600 }] });
    expect(first.kind === 'transcript' && first.exams[0]?.attempts).toHaveLength(1);
    const after = world.at(closesAt.replace('T01', 'T03')).signedIn({ roles: { coordinator: unitId } });
    const late = await certificates.reissue(after, { id: early.id, reason: '考试期结束' });
    const second = (await certificates.view(after, { id: late.id, origin })).sheet.content;
    expect(second).toMatchObject({
      exams: [
        {
          isOver: true,
          grade: 'excellent',
          fullHundredths: 1600,
          questions: 6,
          attempts: [{ number: 1 }, {}],
        },
      ],
    });
    await world.db.updateTable('attempt').set({ score_hundredths: 1200 }).where('number', '=', 2).execute();
    expect((await certificates.view(after, { id: late.id, origin })).state).toBe('changed');
  });
});

onBothEngines('certificates for a whole unit', (engine) => {
  it('are foretold and issued to whom they can be, each once', async () => {
    const world = await engine.world();
    const { personId, unitId, coordinator, district, beside, complete } = await certified(world);
    const second = await officer(world, { name: '李华', unitId });
    await complete(0, second.personId);
    await officer(world, { name: '吴军', unitId });
    await certificates.issue(coordinator, studyOf(personId));
    const batch = { unitId, kind: 'study', planYear: 2026 } as const;
    await expect(certificates.previewBatch(beside, batch)).rejects.toMatchObject({ code: 'notFound' });
    const preview = await certificates.previewBatch(district, batch);
    expect(preview).toMatchObject({ issuerName: '云山区', mark: 'place', able: 1 });
    expect(preview.unable.map((one) => `${one.name} ${one.obstacle}`).sort()).toEqual([
      '吴军 noEntries',
      '张敏 inForce',
    ]);
    await certificates.issueBatch(coordinator, batch);
    expect(await certificates.listRuns(coordinator)).toMatchObject([
      { issued: 1, passedOver: 2, isDone: true },
    ]);
    expect((await certificates.previewBatch(coordinator, batch)).able).toBe(0);
  });

  it('are gone on with by the job where they were cut off', async () => {
    const world = await engine.world();
    const { personId, unitId, coordinator } = await certified(world);
    await world.db
      .insertInto('certificate_run')
      .values({
        ...{ id: 'run', unit_id: unitId, issuer_unit_id: unitId, kind: 'study', plan_year: 2026 },
        ...{ after_person_id: '', issued: 0, passed_over: 0, begun_at: world.now, done_at: null },
        ...{ begun_by: 'somebody', begun_by_name: '林静', open_key: `${unitId}/study/2026` },
      })
      .execute();
    const batch = { unitId, kind: 'study', planYear: 2026 } as const;
    await expect(certificates.issueBatch(coordinator, batch)).rejects.toMatchObject({ code: 'conflict' });
    await certificates.resumeRuns(world.system);
    await certificates.resumeRuns(world.system);
    const rows = await world.db.selectFrom('certificate').selectAll().execute();
    expect(rows).toMatchObject([{ person_id: personId, issued_by_name: '林静' }]);
  });

  it('bear what their unit settled where it sets its seal', async () => {
    const world = await engine.world();
    const { unitId, personId, coordinator, beside } = await certified(world);
    expect(await certificates.listIssuers(coordinator)).toMatchObject([
      { name: '司法局', place: null, mark: 'place' },
    ]);
    const asked = { unitId, mark: 'drawn' } as const;
    await expect(certificates.settleMark(beside, asked)).rejects.toMatchObject({ code: 'notFound' });
    await certificates.settleMark(coordinator, asked);
    const { id } = await certificates.issue(coordinator, studyOf(personId));
    expect((await certificates.view(coordinator, { id, origin })).sheet.mark).toBe('drawn');
  });
});

onBothEngines('a merge of records', (engine) => {
  it('takes certificates and requests over with what they rest on, and gives them back', async () => {
    const world = await engine.world();
    const { personId: goneId, unitId, coordinator } = await certified(world);
    const { personId: keptId } = await officer(world, { name: '张敏', unitId });
    const { id } = await certificates.issue(coordinator, studyOf(goneId));
    const mergeId = await people.mergePeople(coordinator, { keptId, goneId, reason: '同一人重复登记' });
    const kept = world.signedIn({ personId: keptId });
    expect(await certificates.view(kept, { id, origin })).toMatchObject({ personId: keptId, state: 'valid' });
    await expect(certificates.issue(coordinator, studyOf(keptId))).rejects.toThrow('已有在用');
    await people.partPeople(coordinator, { mergeId, reason: '合并错了' });
    expect(await certificates.view(coordinator, { id, origin })).toMatchObject({
      personId: goneId,
      state: 'valid',
    });
  });
});
