import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as exemptions from '#lib/server/exemptions/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { examination } from '../../support/exams.ts';
import { onBothEngines, type Engine } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import { monday } from '../../support/world.ts';

const evidence = { name: '证明.pdf', bytes: new TextEncoder().encode('%PDF-1.7 诊断证明') };
const asked = { kind: 'exempt', ground: 'sickLeave', reason: '住院三个月', evidence } as const;

/** An exam of a bureau in a district, with one taker in the bureau and one in an office below it. */
async function held(engine: Engine) {
  const world = await engine.world();
  const exam = await examination(world, { takers: 2, windowSeconds: 86_400 });
  const { examId, unitId } = exam;
  const office = await standingUnit(world, '一科', unitId);
  const beside = await standingUnit(world, '财政局');
  const { personId: lower } = await officer(world, { name: '科员', unitId: office });
  const at = (seconds: number) => world.at(addSeconds(monday, seconds));
  const own = (seconds = 0) =>
    at(seconds).signedIn({ personId: 'coordinator', roles: { coordinator: unitId } });
  const leader = (seconds = 0) => at(seconds).signedIn({ personId: 'leader', roles: { leader: unitId } });
  const below = (seconds = 0) => at(seconds).signedIn({ personId: 'below', roles: { coordinator: office } });
  const stranger = () => world.signedIn({ personId: 'stranger', roles: { coordinator: beside } });
  const due = async () => (await exams.open(own(), examId)).live;
  const [taker = '', other = ''] = exam.takers;
  const sitter = (seconds: number, personId = taker) => at(seconds).signedIn({ personId });
  const ask = (act: Act, personId = taker, kind: 'exempt' | 'defer' = 'exempt') =>
    exemptions.ask(act, { examId, personId, ...asked, kind });
  const approve = (act: Act, exemptionId: string) =>
    exemptions.decide(act, { exemptionId, verdict: 'approved', reason: '属实' });
  return { world, examId, taker, other, lower, at, own, leader, below, stranger, due, sitter, ask, approve };
}

onBothEngines('an exemption', (engine) => {
  it('is asked by one and approved by another, leaves 应考, and is in the log', async () => {
    const { world, examId, taker, own, leader, stranger, due, ask, approve } = await held(engine);
    const id = await ask(own());
    await expect(ask(own())).rejects.toThrow('待审批');
    expect((await due()).due).toBe(2);
    expect(await exemptions.listWaiting(own())).toEqual([]);
    expect(await exemptions.listWaiting(stranger())).toEqual([]);
    expect(await exemptions.listWaiting(leader())).toMatchObject([{ id: examId, waiting: 1 }]);
    await expect(approve(own(), id)).rejects.toThrow('另一人');
    await approve(leader(), id);
    await expect(approve(leader(), id)).rejects.toThrow('已经处理');
    expect(await due()).toMatchObject({ due: 1, exempt: 1 });
    expect(await exemptions.listWaiting(leader())).toEqual([]);
    const { rows } = await exemptions.list(leader(), { examId, page: 1, pageSize: 20 });
    expect(rows[0]).toMatchObject({
      personId: taker,
      status: 'approved',
      decidedReason: '属实',
      mayDecide: false,
    });
    const log = await world.db.selectFrom('audit_entry').select('verb').execute();
    expect(log.map((entry) => entry.verb)).toEqual(
      expect.arrayContaining(['exemption.asked', 'exemption.approved', 'files.stored']),
    );
  });

  it('can be refused, and withdrawn before and after approval', async () => {
    const { own, leader, due, ask, approve } = await held(engine);
    const first = await ask(own());
    await exemptions.decide(leader(), { exemptionId: first, verdict: 'refused', reason: '材料不全' });
    const second = await ask(own());
    await exemptions.withdraw(own(), { exemptionId: second, reason: '本人愿意参加' });
    const third = await ask(own());
    await approve(leader(), third);
    expect(await due()).toMatchObject({ due: 1, exempt: 1 });
    await exemptions.withdraw(own(), { exemptionId: third, reason: '提前返岗' });
    expect(await due()).toMatchObject({ due: 2, exempt: 0 });
    await expect(exemptions.withdraw(own(), { exemptionId: third, reason: '再撤' })).rejects.toThrow('了结');
  });

  it('ends when the exempt sits after all: due again, logged, and not to be exempted any more', async () => {
    const { world, examId, taker, own, leader, due, sitter, ask, approve } = await held(engine);
    await approve(leader(), await ask(own()));
    expect((await exams.mine(sitter(5)))[0]).toMatchObject({ candidateState: 'exempt', state: 'open' });
    await exams.start(sitter(10), { examId });
    expect(await due()).toMatchObject({ due: 2, exempt: 0, sitting: 1 });
    const candidate = await exams.candidate(own(20), { examId, personId: taker });
    expect(candidate).toMatchObject({
      state: 'due',
      origin: 'sat',
      reason: expect.stringContaining('重新计入应考'),
    });
    await expect(ask(own(30))).rejects.toThrow('已参加');
    const log = await world.db.selectFrom('audit_entry').select('verb').execute();
    expect(log.map((entry) => entry.verb)).toContain('exam.candidateSatAfterAll');
  });

  it('is not approved when the person has sat in the meantime', async () => {
    const { examId, own, leader, due, sitter, ask, approve } = await held(engine);
    const id = await ask(own());
    await exams.start(sitter(10), { examId });
    await expect(approve(leader(20), id)).rejects.toThrow('已参加');
    expect(await due()).toMatchObject({ due: 2, exempt: 0 });
  });

  it('as a deferral stays in 应考 until the make-up closes, where the person sits', async () => {
    const { examId, at, own, leader, due, sitter, ask, approve } = await held(engine);
    const hours = 3600;
    await approve(leader(), await ask(own(), undefined, 'defer'));
    expect(await due()).toMatchObject({ due: 2, deferred: 1, exempt: 0 });
    const makeup = {
      examId,
      opensAt: addSeconds(monday, 48 * hours),
      closesAt: addSeconds(monday, 72 * hours),
    };
    await exams.arrangeMakeup(own(), { ...makeup, attemptsAllowed: 1, admits: 'deferred' });
    expect(await exams.endDeferrals(at(71 * hours).system)).toBe(0);
    await exams.submit(sitter(50 * hours), await exams.start(sitter(50 * hours), { examId }));
    expect(await due()).toMatchObject({ due: 2, deferred: 1, present: 1 });
    expect(await exams.endDeferrals(at(73 * hours).system)).toBe(1);
    expect(await exams.endDeferrals(at(73 * hours).system)).toBe(0);
    expect(await due()).toMatchObject({ due: 2, deferred: 0 });
  });

  it('of who was deferred before leaves him deferred when it is withdrawn, and is no end of deferral', async () => {
    const { examId, taker, at, own, leader, due, ask, approve } = await held(engine);
    const days = 86_400;
    const window = { opensAt: addSeconds(monday, 2 * days), closesAt: addSeconds(monday, 3 * days) };
    await exams.arrangeMakeup(own(), { examId, ...window, attemptsAllowed: 1, admits: 'deferred' });
    await approve(leader(), await ask(own(), taker, 'defer'));
    const id = await ask(own(10));
    await approve(leader(10), id);
    expect(await due()).toMatchObject({ due: 1, deferred: 0, exempt: 1 });
    expect(await exams.endDeferrals(at(4 * days).system)).toBe(0);
    await exemptions.withdraw(own(20), { exemptionId: id, reason: '提前返岗' });
    expect(await due()).toMatchObject({ due: 2, deferred: 1, exempt: 0 });
  });

  it('is the business of the candidate’s own unit and those above, of nobody below or beside', async () => {
    const { examId, taker, lower, own, below, stranger, ask, approve } = await held(engine);
    await exams.addCandidate(below(), { examId, personId: lower, reason: '三月调入' });
    const id = await ask(below(), lower);
    await approve(own(), id);
    for (const act of [below(), stranger()]) {
      await expect(ask(act, taker)).rejects.toMatchObject({ code: 'notFound' });
      await expect(exams.candidate(act, { examId, personId: taker })).rejects.toMatchObject({
        code: 'notFound',
      });
    }
    const page = { examId, search: '', sort: 'name', descending: false, offset: 0, limit: 9 } as const;
    expect((await exams.candidates(below(), page)).rows.map((line) => line.personId)).toEqual([lower]);
    expect((await exams.candidates(own(), page)).total).toBe(3);
    await expect(exams.candidates(stranger(), page)).rejects.toMatchObject({ code: 'notFound' });
    await expect(approve(stranger(), id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(exams.cancel(below(), { examId, reason: '试' })).rejects.toMatchObject({ code: 'notFound' });
    expect((await exams.list(below(), { q: '', page: 1, pageSize: 9 })).rows).toHaveLength(1);
    expect((await exams.list(stranger(), { q: '', page: 1, pageSize: 9 })).rows).toEqual([]);
  });
});
